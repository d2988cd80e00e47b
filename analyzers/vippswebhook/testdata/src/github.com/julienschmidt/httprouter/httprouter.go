package httprouter

import "net/http"

type Params []struct{ Key, Value string }
type Handle func(http.ResponseWriter, *http.Request, Params)
type Router struct{}

func New() *Router                                                   { return &Router{} }
func (r *Router) POST(path string, h Handle)                         {}
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
