// Package a knows money and nothing else.
package a

import "math"

// Minor cuts.
func Minor(kroner float64) int64 { return int64(kroner * 100) }

// Rounded rounds.
func Rounded(kroner float64) int64 { return int64(math.Round(kroner * 100)) }

// Price holds a float.
type Price struct{ kroner float64 }

// NewPrice makes a price.
func NewPrice(kroner float64) *Price { return &Price{kroner: kroner} }

// Ore cuts.
func (p *Price) Ore() int64 { return int64(p.kroner * 100) }

// Exact rounds.
func (p *Price) Exact() int64 { return int64(math.Round(p.kroner * 100)) }

// Kroner is the float itself.
func (p *Price) Kroner() float64 { return p.kroner }

// Charge keeps an amount that only its methods see.
type Charge struct{ minor int64 }

// NewCharge cuts.
func NewCharge(kroner float64) *Charge { return &Charge{minor: Minor(kroner)} }

// ExactCharge rounds.
func ExactCharge(kroner float64) *Charge { return &Charge{minor: Rounded(kroner)} }

// Amount gives it.
func (c *Charge) Amount() int64 { return c.minor }

// Set cuts into it and gives the charge back.
func (c *Charge) Set(kroner float64) *Charge {
	c.minor = int64(kroner * 100)
	return c
}

// SetExact rounds.
func (c *Charge) SetExact(kroner float64) *Charge {
	c.minor = Rounded(kroner)
	return c
}

// Converter gives a function that cuts.
func Converter(n int64) func(float64) int64 {
	return func(kroner float64) int64 { return n * int64(kroner*100) }
}

// ExactConverter gives one that rounds.
func ExactConverter() func(float64) int64 { return Rounded }

// Cutter cuts behind an interface.
type Cutter struct{}

// Convert cuts.
func (Cutter) Convert(kroner float64) int64 { return int64(kroner * 100) }

// Rounder rounds behind one.
type Rounder struct{}

// Convert rounds.
func (*Rounder) Convert(kroner float64) int64 { return Rounded(kroner) }

// Box holds anything.
type Box[T any] struct{ value T }

// Put makes one.
func Put[T any](v T) Box[T] { return Box[T]{v} }

// Get empties it.
func (b Box[T]) Get() T { return b.value }

// Apply calls what it gets.
func Apply(fn func(float64) int64, kroner float64) int64 { return fn(kroner) }

// Map calls it for each.
func Map[A, B any](list []A, fn func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, x := range list {
		out = append(out, fn(x))
	}
	return out
}

// Request is filled by options.
type Request struct {
	Amount   int64
	Currency string
}

// Option changes a request.
type Option func(*Request)

// WithAmount cuts.
func WithAmount(kroner float64) Option {
	return func(r *Request) { r.Amount = int64(kroner * 100) }
}

// WithExact rounds.
func WithExact(kroner float64) Option {
	return func(r *Request) { r.Amount = Rounded(kroner) }
}

// NewRequest applies options.
func NewRequest(opts ...Option) *Request {
	r := &Request{Currency: "NOK"}
	for _, o := range opts {
		o(r)
	}
	return r
}

// Fill stores through a pointer.
func Fill(to *int64, kroner float64) { *to = int64(kroner * 100) }

// FillExact rounds through one.
func FillExact(to *int64, kroner float64) { *to = Rounded(kroner) }
