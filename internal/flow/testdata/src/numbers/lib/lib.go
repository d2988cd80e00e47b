// Package lib converts money. It stands two packages below across.
package lib

import "math"

// Minor cuts.
func Minor(kroner float64) int64 { return int64(kroner * 100) }

// Rounded rounds.
func Rounded(kroner float64) int64 { return int64(math.Round(kroner * 100)) }

// Whole needs a whole number.
func Whole(ore float64) int { return int(ore) }

// Twice hands on.
func Twice(n int64) int64 { return 2 * n }

// Price gives a float and an error.
func Price(text string) (price float64, err error) {
	price = 19.9 * float64(len(text))
	return price, nil
}

// Order is a neutral order.
type Order struct {
	Total float64
	Minor int64
	Lines []Line
	// Legacy is only ever cut.
	Legacy int64
}

// Line is one line.
type Line struct{ Price, Qty int64 }

// SetKroner cuts into the order.
func (o *Order) SetKroner(f float64) { o.Minor = int64(f * 100) }

// SetMinor is exact.
func (o *Order) SetMinor(n int64) { o.Minor = n }

// Scale changes the order where it has to be.
func (o *Order) Scale(yes bool, f float64) {
	if yes {
		o.Minor = int64(f * 100)
	}
}

// Load fills the field that is only ever cut.
func Load(f float64) { keep = append(keep, &Order{Legacy: int64(f * 100)}) }

// Find gives an order that nobody sees filled.
func Find(find func() *Order) *Order { return find() }

var keep []*Order

// SetFee stores a number that nobody has a say in.
func (o *Order) SetFee() { o.Minor = 4900 }
