// Package chi stands in for the router of that name.
package chi

import "net/http"

type Router interface {
	http.Handler
	Post(pattern string, h http.HandlerFunc)
	Get(pattern string, h http.HandlerFunc)
	Method(method, pattern string, h http.Handler)
	Route(pattern string, fn func(r Router)) Router
	Use(middlewares ...func(http.Handler) http.Handler)
}

type Mux struct{}

func NewRouter() *Mux { return &Mux{} }

func (*Mux) ServeHTTP(http.ResponseWriter, *http.Request) {}
func (*Mux) Post(string, http.HandlerFunc)                {}
func (*Mux) Get(string, http.HandlerFunc)                 {}
func (*Mux) Method(string, string, http.Handler)          {}
func (m *Mux) Route(_ string, fn func(r Router)) Router   { fn(m); return m }
func (*Mux) Use(...func(http.Handler) http.Handler)       {}
