package echo

import "net/http"

type Context interface {
	Request() *http.Request
	Bind(v any) error
	NoContent(code int) error
	Param(name string) string
}

type HandlerFunc func(Context) error
type MiddlewareFunc func(HandlerFunc) HandlerFunc
type Route struct{}
type Group struct{}
type Echo struct{}

func New() *Echo                                                              { return &Echo{} }
func (e *Echo) POST(path string, h HandlerFunc, mw ...MiddlewareFunc) *Route  { return nil }
func (e *Echo) Use(mw ...MiddlewareFunc)                                      {}
func (e *Echo) Group(prefix string, mw ...MiddlewareFunc) *Group              { return nil }
func (e *Echo) Start(addr string) error                                       { return nil }
func (g *Group) POST(path string, h HandlerFunc, mw ...MiddlewareFunc) *Route { return nil }
func (g *Group) Use(mw ...MiddlewareFunc)                                     {}
