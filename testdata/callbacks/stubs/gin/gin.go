// Package gin has as much of the framework of that name as the programs here
// use.
package gin

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// H is a JSON object.
type H map[string]any

// A HandlerFunc is a handler or middleware.
type HandlerFunc func(*Context)

// A Context is a request and its answer.
type Context struct {
	Request  *http.Request
	Writer   http.ResponseWriter
	params   map[string]string
	values   map[string]any
	handlers []HandlerFunc
	index    int
	aborted  bool
}

func (c *Context) Next() {
	for c.index < len(c.handlers) && !c.aborted {
		c.index++
		c.handlers[c.index-1](c)
	}
}

func (c *Context) Abort()                      { c.aborted = true }
func (c *Context) Param(key string) string     { return c.params[key] }
func (c *Context) Query(key string) string     { return c.Request.URL.Query().Get(key) }
func (c *Context) GetHeader(key string) string { return c.Request.Header.Get(key) }
func (c *Context) GetRawData() ([]byte, error) { return io.ReadAll(c.Request.Body) }
func (c *Context) Status(code int)             { c.Writer.WriteHeader(code) }

func (c *Context) Set(key string, value any) {
	if c.values == nil {
		c.values = map[string]any{}
	}
	c.values[key] = value
}

func (c *Context) Get(key string) (any, bool) {
	v, ok := c.values[key]
	return v, ok
}

func (c *Context) AbortWithStatus(code int) {
	c.Status(code)
	c.Abort()
}

func (c *Context) AbortWithStatusJSON(code int, obj any) {
	c.JSON(code, obj)
	c.Abort()
}

func (c *Context) ShouldBindJSON(obj any) error {
	return json.NewDecoder(c.Request.Body).Decode(obj)
}

func (c *Context) JSON(code int, obj any) {
	c.Writer.Header().Set("Content-Type", "application/json")
	c.Writer.WriteHeader(code)
	json.NewEncoder(c.Writer).Encode(obj)
}

func (c *Context) String(code int, text string) {
	c.Writer.WriteHeader(code)
	io.WriteString(c.Writer, text)
}

type route struct {
	method, path string
	handlers     []HandlerFunc
}

// A RouterGroup is a prefix with middleware.
type RouterGroup struct {
	prefix   string
	handlers []HandlerFunc
	routes   *[]route
}

func (g *RouterGroup) Use(middleware ...HandlerFunc) { g.handlers = append(g.handlers, middleware...) }

func (g *RouterGroup) Group(path string, handlers ...HandlerFunc) *RouterGroup {
	return &RouterGroup{g.prefix + path, g.all(handlers), g.routes}
}

func (g *RouterGroup) all(handlers []HandlerFunc) []HandlerFunc {
	return append(append([]HandlerFunc{}, g.handlers...), handlers...)
}

func (g *RouterGroup) GET(path string, handlers ...HandlerFunc)  { g.Handle("GET", path, handlers...) }
func (g *RouterGroup) POST(path string, handlers ...HandlerFunc) { g.Handle("POST", path, handlers...) }
func (g *RouterGroup) DELETE(path string, handlers ...HandlerFunc) {
	g.Handle("DELETE", path, handlers...)
}

func (g *RouterGroup) Handle(method, path string, handlers ...HandlerFunc) {
	*g.routes = append(*g.routes, route{method, g.prefix + path, g.all(handlers)})
}

// An Engine is the router.
type Engine struct{ RouterGroup }

func New() *Engine     { return &Engine{RouterGroup{routes: new([]route)}} }
func Default() *Engine { return New() }

func (e *Engine) Run(addr ...string) error { return http.ListenAndServe(addr[0], e) }

func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, to := range *e.routes {
		if params, ok := match(to.path, r.URL.Path); ok && to.method == r.Method {
			c := &Context{Request: r, Writer: w, params: params, handlers: to.handlers}
			c.Next()
			return
		}
	}
	http.NotFound(w, r)
}

func match(pattern, path string) (map[string]string, bool) {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	params := map[string]string{}
	for i, part := range want {
		if key, ok := strings.CutPrefix(part, ":"); ok {
			params[key] = have[i]
		} else if part != have[i] {
			return nil, false
		}
	}
	return params, true
}
