// Package echo has as much of the framework of that name as the programs here
// use.
package echo

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// A HandlerFunc is a handler.
type HandlerFunc func(c Context) error

// A MiddlewareFunc wraps handlers.
type MiddlewareFunc func(next HandlerFunc) HandlerFunc

// A Context is a request and its answer.
type Context interface {
	Request() *http.Request
	Response() http.ResponseWriter
	Param(name string) string
	QueryParam(name string) string
	Bind(i any) error
	JSON(code int, i any) error
	String(code int, s string) error
	NoContent(code int) error
}

type context struct {
	r      *http.Request
	w      http.ResponseWriter
	params map[string]string
}

func (c *context) Request() *http.Request        { return c.r }
func (c *context) Response() http.ResponseWriter { return c.w }
func (c *context) Param(name string) string      { return c.params[name] }
func (c *context) QueryParam(name string) string { return c.r.URL.Query().Get(name) }
func (c *context) Bind(i any) error              { return json.NewDecoder(c.r.Body).Decode(i) }

func (c *context) JSON(code int, i any) error {
	c.w.Header().Set("Content-Type", "application/json")
	c.w.WriteHeader(code)
	return json.NewEncoder(c.w).Encode(i)
}

func (c *context) String(code int, s string) error {
	c.w.WriteHeader(code)
	_, err := io.WriteString(c.w, s)
	return err
}

func (c *context) NoContent(code int) error {
	c.w.WriteHeader(code)
	return nil
}

// An HTTPError is an error with a status.
type HTTPError struct {
	Code    int
	Message any
}

func (e *HTTPError) Error() string { return http.StatusText(e.Code) }

func NewHTTPError(code int, message ...any) *HTTPError {
	if len(message) == 0 {
		return &HTTPError{Code: code}
	}
	return &HTTPError{code, message[0]}
}

type route struct {
	method, path string
	handler      HandlerFunc
}

// An Echo is the router.
type Echo struct {
	HideBanner bool
	routes     []route
	wrap       []MiddlewareFunc
}

func New() *Echo { return &Echo{} }

func (e *Echo) Use(middleware ...MiddlewareFunc) { e.wrap = append(e.wrap, middleware...) }

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc)  { e.Add("GET", path, h, m...) }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) { e.Add("POST", path, h, m...) }

func (e *Echo) Add(method, path string, h HandlerFunc, m ...MiddlewareFunc) {
	all := append(append([]MiddlewareFunc{}, e.wrap...), m...)
	for i := len(all) - 1; i >= 0; i-- {
		h = all[i](h)
	}
	e.routes = append(e.routes, route{method, path, h})
}

func (e *Echo) Start(address string) error { return http.ListenAndServe(address, e) }

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, to := range e.routes {
		if params, ok := match(to.path, r.URL.Path); ok && to.method == r.Method {
			if err := to.handler(&context{r, w, params}); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
			}
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
