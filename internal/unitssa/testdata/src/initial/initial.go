// Package initial makes its client in a package variable.
package initial

import "net/http"

// chosen init
var client = wrap(http.DefaultClient)

type wrapper struct{ c any }

// chosen wrap
func wrap(c any) *wrapper { return &wrapper{c} }

// chosen use
func use() any { return client.c }

// bare idle
func idle() string { return "" }
