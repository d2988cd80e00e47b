// Package gateway says what a way to pay must be able to do.
package gateway

import (
	"context"

	"nordlysgaver.example/butikk/internal/order"
)

// A Gateway takes money.
type Gateway interface {
	Pay(ctx context.Context, p order.Payment) (redirect string, err error)
	Capture(ctx context.Context, psp string, minor int64) error
	Cancel(ctx context.Context, psp string) error
}

// A Method is a name in the list on the page.
type Method string

// The methods.
const (
	Card  Method = "scheme"
	Vipps Method = "vipps"
	Swish Method = "swish"
)
