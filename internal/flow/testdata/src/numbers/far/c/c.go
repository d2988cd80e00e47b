// Package c maps payments of package b once more.
package c

import "numbers/far/b"

// Body is what is sent.
type Body struct {
	Amount struct{ Value int64 }
}

// From maps a payment.
func From(p b.Payment) *Body {
	var body Body
	body.Amount.Value = p.Sum.Minor
	return &body
}
