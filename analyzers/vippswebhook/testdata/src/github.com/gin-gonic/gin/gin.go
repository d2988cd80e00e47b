package gin

import "net/http"

type Context struct {
	Request *http.Request
	Writer  http.ResponseWriter
}

type HandlerFunc func(*Context)

func (c *Context) ShouldBindJSON(v any) error   { return nil }
func (c *Context) GetHeader(name string) string { return "" }
func (c *Context) Status(code int)              {}
func (c *Context) AbortWithStatus(code int)     {}
func (c *Context) JSON(code int, v any)         {}
func (c *Context) Param(name string) string     { return "" }
func (c *Context) Next()                        {}
func (c *Context) GetRawData() ([]byte, error)  { return nil, nil }

type RouterGroup struct{}

func (g *RouterGroup) Use(mw ...HandlerFunc)                            {}
func (g *RouterGroup) POST(path string, h ...HandlerFunc)               {}
func (g *RouterGroup) Group(path string, h ...HandlerFunc) *RouterGroup { return &RouterGroup{} }

type Engine struct{ RouterGroup }

func New() *Engine                      { return &Engine{} }
func Default() *Engine                  { return &Engine{} }
func (e *Engine) Run(...string) error   { return nil }
func (e *Engine) Use(mw ...HandlerFunc) {}
func Logger() HandlerFunc               { return nil }
func Recovery() HandlerFunc             { return nil }
