// Package echo stands in for the framework of that name.
package echo

type Context interface {
	Bind(i any) error
	NoContent(code int) error
	Param(name string) string
}

type HandlerFunc func(c Context) error

type Echo struct{}

type Route struct{}

func New() *Echo { return &Echo{} }

func (*Echo) POST(path string, h HandlerFunc) *Route { return nil }
func (*Echo) GET(path string, h HandlerFunc) *Route  { return nil }
func (*Echo) Start(string) error                     { return nil }
