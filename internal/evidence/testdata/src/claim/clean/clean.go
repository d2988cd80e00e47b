// Package clean puts something else behind the interface.
package clean

import "claim/checkout"

type fake struct{}

func (fake) Capture(string) error { return nil }
func (fake) Name() error          { return nil }

// Run uses it.
func Run() {
	checkout.New(fake{}).Ship("acme-shop-1")
	checkout.New(fake{}).Try("acme-shop-1")
}
