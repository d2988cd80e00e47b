// Package lambda stands in for the runtime of that name.
package lambda

func Start(handler any) {}
