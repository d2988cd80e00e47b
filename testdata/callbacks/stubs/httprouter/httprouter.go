// Package httprouter has as much of the router of that name as the programs
// here use.
package httprouter

import (
	"net/http"
	"strings"
)

// A Param is a part of the path.
type Param struct{ Key, Value string }

// Params are the parts of the path.
type Params []Param

func (ps Params) ByName(name string) string {
	for _, p := range ps {
		if p.Key == name {
			return p.Value
		}
	}
	return ""
}

// A Handle is a handler that is given the parts of the path.
type Handle func(http.ResponseWriter, *http.Request, Params)

type route struct {
	method, path string
	handle       Handle
}

// A Router is a list of routes.
type Router struct{ routes []route }

func New() *Router { return &Router{} }

func (r *Router) GET(path string, handle Handle)    { r.Handle("GET", path, handle) }
func (r *Router) POST(path string, handle Handle)   { r.Handle("POST", path, handle) }
func (r *Router) DELETE(path string, handle Handle) { r.Handle("DELETE", path, handle) }

func (r *Router) Handle(method, path string, handle Handle) {
	r.routes = append(r.routes, route{method, path, handle})
}

func (r *Router) HandlerFunc(method, path string, handler http.HandlerFunc) {
	r.Handle(method, path, func(w http.ResponseWriter, req *http.Request, _ Params) { handler(w, req) })
}

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	for _, to := range r.routes {
		if ps, ok := match(to.path, req.URL.Path); ok && to.method == req.Method {
			to.handle(w, req, ps)
			return
		}
	}
	http.NotFound(w, req)
}

func match(pattern, path string) (Params, bool) {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	var ps Params
	for i, part := range want {
		if key, ok := strings.CutPrefix(part, ":"); ok {
			ps = append(ps, Param{key, have[i]})
		} else if part != have[i] {
			return nil, false
		}
	}
	return ps, true
}
