// Package mux has as much of the router of that name as the programs here use.
package mux

import (
	"context"
	"net/http"
	"slices"
	"strings"
)

// A Route is a pattern with its handler.
type Route struct {
	pattern string
	methods []string
	handler http.Handler
}

// Methods says for which methods the route is.
func (r *Route) Methods(methods ...string) *Route {
	r.methods = append(r.methods, methods...)
	return r
}

// A MiddlewareFunc wraps handlers.
type MiddlewareFunc func(http.Handler) http.Handler

// A Router is a list of routes.
type Router struct {
	prefix string
	routes *[]*Route
	wrap   []MiddlewareFunc
}

type params struct{}

// NewRouter returns a router without routes.
func NewRouter() *Router { return &Router{routes: new([]*Route)} }

// A Prefix is the beginning of paths.
type Prefix struct{ r *Router }

func (r *Router) PathPrefix(prefix string) *Prefix {
	return &Prefix{&Router{r.prefix + prefix, r.routes, r.wrap}}
}

func (p *Prefix) Subrouter() *Router { return p.r }

func (r *Router) Use(mw ...MiddlewareFunc) { r.wrap = append(r.wrap, mw...) }

func (r *Router) Handle(path string, h http.Handler) *Route {
	for i := len(r.wrap) - 1; i >= 0; i-- {
		h = r.wrap[i](h)
	}
	route := &Route{pattern: r.prefix + path, handler: h}
	*r.routes = append(*r.routes, route)
	return route
}

func (r *Router) HandleFunc(path string, f func(http.ResponseWriter, *http.Request)) *Route {
	return r.Handle(path, http.HandlerFunc(f))
}

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	for _, route := range *r.routes {
		if values, ok := match(route.pattern, req.URL.Path); ok && (route.methods == nil || slices.Contains(route.methods, req.Method)) {
			route.handler.ServeHTTP(w, req.WithContext(context.WithValue(req.Context(), params{}, values)))
			return
		}
	}
	http.NotFound(w, req)
}

func match(pattern, path string) (map[string]string, bool) {
	values := map[string]string{}
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	for i, part := range want {
		if strings.HasPrefix(part, "{") {
			name, _, _ := strings.Cut(strings.Trim(part, "{}"), ":")
			values[name] = have[i]
		} else if part != have[i] {
			return nil, false
		}
	}
	return values, true
}

// Vars are the parts of the path.
func Vars(r *http.Request) map[string]string {
	values, _ := r.Context().Value(params{}).(map[string]string)
	return values
}
