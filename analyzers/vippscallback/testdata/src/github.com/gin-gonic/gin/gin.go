// Package gin stands in for the framework of that name.
package gin

import "net/http"

type Context struct{ Request *http.Request }

type HandlerFunc func(*Context)

type Engine struct{}

func New() *Engine { return &Engine{} }

func (*Engine) POST(string, ...HandlerFunc)   {}
func (*Engine) GET(string, ...HandlerFunc)    {}
func (*Engine) Run(...string) error           { return nil }
func (*Context) ShouldBindJSON(obj any) error { return nil }
func (*Context) BindJSON(obj any) error       { return nil }
func (*Context) JSON(code int, obj any)       {}
func (*Context) Param(string) string          { return "" }
func (*Context) Status(int)                   {}
