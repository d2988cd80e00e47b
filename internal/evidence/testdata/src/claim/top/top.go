// Package top sees both too, but what it imports has told already.
package top

import (
	"claim/checkout"
	"claim/shop"
	"claim/wire"
)

// Run uses everything again.
func Run() {
	shop.Run()
	checkout.New(wire.Payer()).Ship("acme-shop-2")
}
