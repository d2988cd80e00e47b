// Package fiber has as much of the framework of that name as the programs here
// use.
package fiber

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
)

const (
	StatusOK                  = 200
	StatusNoContent           = 204
	StatusBadRequest          = 400
	StatusUnauthorized        = 401
	StatusInternalServerError = 500
)

// A Handler is a handler or middleware.
type Handler = func(*Ctx) error

// A Ctx is a request and its answer.
type Ctx struct {
	r        *http.Request
	w        http.ResponseWriter
	params   map[string]string
	body     []byte
	handlers []Handler
	index    int
}

func (c *Ctx) Next() error {
	if c.index == len(c.handlers) {
		return nil
	}
	c.index++
	return c.handlers[c.index-1](c)
}

func (c *Ctx) Body() []byte        { return c.body }
func (c *Ctx) OriginalURL() string { return c.r.URL.RequestURI() }
func (c *Ctx) Hostname() string    { return c.r.Host }

func (c *Ctx) BodyParser(out any) error { return json.Unmarshal(c.body, out) }

func (c *Ctx) Get(key string, defaultValue ...string) string {
	if v := c.r.Header.Get(key); v != "" || len(defaultValue) == 0 {
		return v
	}
	return defaultValue[0]
}

func (c *Ctx) Params(key string, defaultValue ...string) string {
	if v, ok := c.params[key]; ok || len(defaultValue) == 0 {
		return v
	}
	return defaultValue[0]
}

func (c *Ctx) Status(status int) *Ctx {
	c.w.WriteHeader(status)
	return c
}

func (c *Ctx) SendStatus(status int) error {
	c.w.WriteHeader(status)
	return nil
}

func (c *Ctx) SendString(body string) error {
	_, err := io.WriteString(c.w, body)
	return err
}

func (c *Ctx) JSON(data any) error { return json.NewEncoder(c.w).Encode(data) }

type route struct {
	method, path string
	handlers     []Handler
}

// An App is the router.
type App struct {
	before []Handler
	routes []route
}

// A Router takes routes.
type Router interface {
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
}

func New() *App { return &App{} }

func (a *App) Use(handlers ...Handler) Router {
	a.before = append(a.before, handlers...)
	return a
}

func (a *App) Get(path string, handlers ...Handler) Router  { return a.Add("GET", path, handlers...) }
func (a *App) Post(path string, handlers ...Handler) Router { return a.Add("POST", path, handlers...) }

func (a *App) Add(method, path string, handlers ...Handler) Router {
	a.routes = append(a.routes, route{method, path, append(append([]Handler{}, a.before...), handlers...)})
	return a
}

func (a *App) Listen(addr string) error { return http.ListenAndServe(addr, http.HandlerFunc(a.serve)) }

func (a *App) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	for _, to := range a.routes {
		if params, ok := match(to.path, r.URL.Path); ok && to.method == r.Method {
			c := &Ctx{r: r, w: w, params: params, body: body, handlers: to.handlers}
			if err = errors.Join(err, c.Next()); err != nil {
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
