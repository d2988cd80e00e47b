// Package intent describes a payment before anybody knows who will take it.
package intent

import (
	"kanelbakeriet.example/butikk/internal/cart"
	"kanelbakeriet.example/butikk/internal/pricing"
)

// Money is an amount in minor units.
type Money struct {
	Value    int64
	Currency string
}

// An Intent is a payment to be.
type Intent struct {
	Reference   string
	Description string
	Phone       string
	Total       Money
}

// Of makes the intent of a cart. The total is still to be set.
func Of(c *cart.Cart) Intent {
	return Intent{Reference: "kanel-" + c.ID, Description: "Kanelbakeriet", Phone: c.Phone}
}

// SetKroner sets the total.
func (in *Intent) SetKroner(kr float64) {
	in.Total = Money{Value: int64(pricing.ToMinor(kr)), Currency: "NOK"}
}

// SetOre sets the total.
func (in *Intent) SetOre(ore int64) {
	in.Total = Money{Value: ore, Currency: "NOK"}
}
