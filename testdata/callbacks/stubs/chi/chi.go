// Package chi has as much of the router of that name as the programs here use.
package chi

import (
	"context"
	"net/http"
	"strings"
)

// A Router takes routes.
type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	With(middlewares ...func(http.Handler) http.Handler) Router
	Route(pattern string, fn func(r Router)) Router
	Mount(pattern string, h http.Handler)
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Delete(pattern string, h http.HandlerFunc)
	Method(method, pattern string, h http.Handler)
}

type route struct {
	method, pattern string
	handler         http.Handler
}

// A Mux is a Router.
type Mux struct {
	prefix string
	wrap   []func(http.Handler) http.Handler
	routes *[]route
}

type params struct{}

// NewRouter returns a router without routes.
func NewRouter() *Mux { return &Mux{routes: new([]route)} }

func (m *Mux) Use(middlewares ...func(http.Handler) http.Handler) {
	m.wrap = append(m.wrap, middlewares...)
}

func (m *Mux) With(middlewares ...func(http.Handler) http.Handler) Router {
	all := append(append([]func(http.Handler) http.Handler{}, m.wrap...), middlewares...)
	return &Mux{m.prefix, all, m.routes}
}

func (m *Mux) Route(pattern string, fn func(r Router)) Router {
	sub := &Mux{m.prefix + pattern, m.wrap, m.routes}
	fn(sub)
	return sub
}

func (m *Mux) Mount(pattern string, h http.Handler)      { m.Method("", pattern+"/*", h) }
func (m *Mux) Get(pattern string, h http.HandlerFunc)    { m.Method("GET", pattern, h) }
func (m *Mux) Post(pattern string, h http.HandlerFunc)   { m.Method("POST", pattern, h) }
func (m *Mux) Delete(pattern string, h http.HandlerFunc) { m.Method("DELETE", pattern, h) }

func (m *Mux) Method(method, pattern string, h http.Handler) {
	for i := len(m.wrap) - 1; i >= 0; i-- {
		h = m.wrap[i](h)
	}
	*m.routes = append(*m.routes, route{method, m.prefix + pattern, h})
}

func (m *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, to := range *m.routes {
		if values, ok := match(to.pattern, r.URL.Path); ok && (to.method == "" || to.method == r.Method) {
			to.handler.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), params{}, values)))
			return
		}
	}
	http.NotFound(w, r)
}

func match(pattern, path string) (map[string]string, bool) {
	values := map[string]string{}
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	for i, part := range want {
		switch {
		case part == "*":
			return values, true
		case i >= len(have):
			return nil, false
		case strings.HasPrefix(part, "{"):
			values[strings.Trim(part, "{}")] = have[i]
		case part != have[i]:
			return nil, false
		}
	}
	return values, len(want) == len(have)
}

// URLParam gives a part of the path.
func URLParam(r *http.Request, key string) string {
	values, _ := r.Context().Value(params{}).(map[string]string)
	return values[key]
}
