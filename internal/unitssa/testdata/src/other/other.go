// Package other is imported by web.
package other

// Do does nothing.
func Do() {}
