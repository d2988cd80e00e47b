package mux

import "net/http"

type MiddlewareFunc func(http.Handler) http.Handler

type Router struct{}

func NewRouter() *Router { return &Router{} }

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
func (r *Router) Use(mw ...MiddlewareFunc)                           {}
func (r *Router) PathPrefix(p string) *Route                         { return &Route{} }
func (r *Router) HandleFunc(p string, f func(http.ResponseWriter, *http.Request)) *Route {
	return &Route{}
}

type Route struct{}

func (r *Route) Methods(m ...string) *Route  { return r }
func (r *Route) Subrouter() *Router          { return &Router{} }
func Vars(r *http.Request) map[string]string { return nil }
