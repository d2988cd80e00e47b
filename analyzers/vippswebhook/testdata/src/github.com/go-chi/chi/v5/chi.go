package chi

import "net/http"

type Router interface {
	http.Handler
	Use(mw ...func(http.Handler) http.Handler)
	With(mw ...func(http.Handler) http.Handler) Router
	Post(pattern string, h http.HandlerFunc)
	Route(pattern string, fn func(r Router)) Router
	Group(fn func(r Router)) Router
}

type Mux struct{}

func NewRouter() *Mux { return &Mux{} }

func (m *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)  {}
func (m *Mux) Use(mw ...func(http.Handler) http.Handler)         {}
func (m *Mux) With(mw ...func(http.Handler) http.Handler) Router { return m }
func (m *Mux) Post(pattern string, h http.HandlerFunc)           {}
func (m *Mux) Route(pattern string, fn func(r Router)) Router    { return m }
func (m *Mux) Group(fn func(r Router)) Router                    { return m }
func URLParam(r *http.Request, name string) string               { return "" }
