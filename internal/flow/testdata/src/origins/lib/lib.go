// Package lib belongs to the same module as the others.
package lib

// Order is a neutral order.
type Order struct {
	ID    string
	Lines []Line
	Buyer *Buyer
}

// Line is a line of an order.
type Line struct{ Price int64 }

// Buyer is who buys.
type Buyer struct{ Phone string }

// Request is what a provider wants.
type Request struct {
	Ref   string
	Minor int64
	To    struct{ Phone string }
}

// ToRequest maps an order.
func ToRequest(o Order) Request {
	var r Request
	r.Ref = o.ID
	r.Minor = o.Lines[0].Price
	r.To.Phone = o.Buyer.Phone
	return r
}

// Same hands on what it gets.
func Same(r *Request) *Request { return r }
