// Package lib2 helps lib's users.
package lib2

import "numbers/lib"

// Request is what a provider wants.
type Request struct {
	Amount Amount
	Lines  []Amount
}

// Amount is a value in minor units.
type Amount struct{ Value int64 }

// ToMinor cuts by way of lib.
func ToMinor(kroner float64) int64 { return lib.Minor(kroner) }

// ToRequest maps an order.
func ToRequest(o *lib.Order) *Request {
	r := &Request{Amount: Amount{Value: o.Minor}}
	for _, l := range o.Lines {
		r.Lines = append(r.Lines, Amount{l.Price * l.Qty})
	}
	return r
}

// Fill writes into a request of the caller.
func Fill(r *Request, kroner float64) { r.Amount.Value = lib.Minor(kroner) }
