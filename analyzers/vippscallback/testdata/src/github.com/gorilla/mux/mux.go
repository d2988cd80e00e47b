// Package mux stands in for the router of that name.
package mux

import "net/http"

type Router struct{}

type Route struct{}

func NewRouter() *Router { return &Router{} }

func (*Router) HandleFunc(string, func(http.ResponseWriter, *http.Request)) *Route { return &Route{} }
func (*Router) Handle(string, http.Handler) *Route                                 { return &Route{} }
func (*Router) ServeHTTP(http.ResponseWriter, *http.Request)                       {}
func (r *Route) Methods(...string) *Route                                          { return r }
