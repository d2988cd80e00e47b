// Package levering drives cakes to the door. It does not know how they are paid.
package levering

import (
	"context"
	"log/slog"
)

// A Taker takes money that is reserved, in kroner.
type Taker interface {
	Capture(ctx context.Context, ref string, kr float64) error
}

// A Van is on its way.
type Van struct {
	Pay Taker
}

// Delivered takes the money for a cake that was handed over.
func (v *Van) Delivered(ctx context.Context, ref string, kr float64) {
	_ = v.Pay.Capture(ctx, ref, kr)
	slog.Info("delivered", "ref", ref)
}

// Collected takes the money for a cake that was picked up.
func (v *Van) Collected(ctx context.Context, ref string, kr float64) {
	if err := v.Pay.Capture(ctx, ref, kr); err != nil {
		slog.Error("not paid", "ref", ref, "error", err)
	}
}
