// Package admin is what the people in the bakery do with a payment.
package admin

import (
	"context"
	"fmt"
	"math"

	"kanelbakeriet.example/butikk/internal/epay"
	"kanelbakeriet.example/butikk/internal/intent"
)

// A Desk has the client.
type Desk struct {
	Pay *epay.Client
}

// Spoiled gives the part of a cake back that could not be eaten.
func (d *Desk) Spoiled(ctx context.Context, ref string, price, part float64) error {
	return d.Pay.Refund(ctx, ref, ref+"-spoiled", int64(price*part*100)) // want:vippsamount/truncated
}

// Refund gives kr kroner back.
func (d *Desk) Refund(ctx context.Context, ref, key string, kr float64) error {
	return d.Pay.Refund(ctx, ref, key, int64(math.Round(kr*100)))
}

// Cancel lets go of the money.
func (d *Desk) Cancel(ctx context.Context, ref string) error {
	state, err := d.Pay.Cancel(ctx, ref)
	if err != nil {
		return fmt.Errorf("cancel %s: %w", ref, err)
	}
	if state != "TERMINATED" {
		return fmt.Errorf("cancel %s: it is %s", ref, state)
	}
	return nil
}

// Deliver takes the money for a cake that left the house.
func (d *Desk) Deliver(ctx context.Context, ref string, kr float64) error {
	return d.Pay.Capture(ctx, ref, kr)
}

// Birthday is the cake that the boss pays for. Number by number, since she has
// two telephones.
func (d *Desk) Birthday(ctx context.Context, ref string, private bool) error {
	in := intent.Intent{Reference: ref, Description: "Bursdagskake", Total: intent.Money{Value: 49900, Currency: "NOK"}}
	if private {
		in.Phone = "4748059528"
	} else {
		in.Phone = "48059528" // want:vippsphone/country-code
	}
	return d.Pay.CounterSale(ctx, &in)
}
