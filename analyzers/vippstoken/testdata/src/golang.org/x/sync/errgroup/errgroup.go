// Package errgroup stands for the library.
package errgroup

// A Group runs functions.
type Group struct{ err error }

// Go runs one.
func (g *Group) Go(f func() error) { g.err = f() }

// Wait waits for them.
func (g *Group) Wait() error { return g.err }
