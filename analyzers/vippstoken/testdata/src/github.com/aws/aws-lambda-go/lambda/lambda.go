// Package lambda stands for the library.
package lambda

// Start runs a handler.
func Start(handler any) {}
