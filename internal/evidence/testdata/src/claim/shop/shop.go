// Package shop is the first that sees both.
package shop

import (
	"claim/books"
	"claim/checkout"
	"claim/vipps"
	"claim/wire"
)

// Run uses everything.
func Run() {
	s := checkout.New(wire.Payer())
	s.Logged("acme-shop-1")
	s.Try("acme-shop-1")                                  // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0`
	s.TryAll([]string{"acme-shop-1"})                     // want `claim Service.Try \(POST /epayment/v1/payments/{reference}/capture\) at checkout.go:36`
	s.Ship("acme-shop-1")                                 // want `claim Payer.Capture \(POST /epayment/v1/payments/{reference}/capture\) at checkout.go:19`
	books.Close(&vipps.Client{}, []string{"acme-shop-1"}) // want `claim Taker.Capture \(POST /epayment/v1/payments/{reference}/capture\) at books.go:10`
}
