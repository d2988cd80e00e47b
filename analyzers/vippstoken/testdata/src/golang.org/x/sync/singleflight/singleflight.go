// Package singleflight stands for the library.
package singleflight

// A Group lets callers share.
type Group struct{}

// Do runs fn.
func (g *Group) Do(key string, fn func() (any, error)) (any, error, bool) {
	v, err := fn()
	return v, err, false
}
