// Package domain holds interfaces.
package domain

// A Payer takes money.
type Payer interface {
	Capture(ref string) error
	Name() error
}
