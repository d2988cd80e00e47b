// Package rydd gives up orders that nobody came for.
package rydd

import (
	"context"
	"log"
	"time"

	"fjordfiske.example/nettbutikk/internal/checkout"
	"fjordfiske.example/nettbutikk/internal/order"
)

// frist is how long an order waits on the shelf.
const frist = 14 * 24 * time.Hour

// ForGammel says whether nobody came for an order.
func ForGammel(laget, na time.Time) bool { return na.Sub(laget) > frist }

// Natt releases what has waited too long, each night.
func Natt(ctx context.Context, c *checkout.Service, gamle []order.Order) {
	for _, o := range gamle {
		c.Release(ctx, o) // want:vippsresponse/error-dropped
		log.Printf("%s is back on the shelf", o.ID)
	}
}

// Lukk releases everything when the shop closes for the winter, and says what
// is left to do by hand.
func Lukk(ctx context.Context, c *checkout.Service, alle []order.Order) (rest []string) {
	for _, o := range alle {
		if err := c.Release(ctx, o); err != nil {
			log.Printf("%s: %v", o.ID, err)
			rest = append(rest, o.ID)
		}
	}
	return rest
}
