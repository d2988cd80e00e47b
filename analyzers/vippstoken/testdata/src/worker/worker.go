// Package worker works at something, for as long as the program runs.
package worker

// A Worker does so.
type Worker struct{ with any }

// New makes one.
func New(with any) *Worker { return &Worker{with} }

// Run starts it.
func (w *Worker) Run() error { return nil }
