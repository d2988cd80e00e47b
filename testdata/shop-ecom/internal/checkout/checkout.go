// Package checkout chooses the provider and drives a payment through it.
package checkout

import (
	"context"
	"fmt"

	"fjordfiske.example/nettbutikk/internal/betaling"
	"fjordfiske.example/nettbutikk/internal/money"
	"fjordfiske.example/nettbutikk/internal/order"
	"fjordfiske.example/nettbutikk/internal/swish"
	"fjordfiske.example/nettbutikk/internal/vipps"
)

// The telephone on the counter in Svolvær, which pays for the coffee.
const (
	kioskMobile  = "4748059528"
	kantinMobile = "48059528"
)

// A Service starts, takes and releases payments.
type Service struct {
	vipps *vipps.Client
	swish *swish.Client
}

// New makes a service.
func New(v *vipps.Client, s *swish.Client) *Service {
	return &Service{vipps: v, swish: s}
}

// Start begins the payment of an order and gives where to send the payer.
func (s *Service) Start(ctx context.Context, o order.Order, provider string) (string, error) {
	req := betaling.FromOrder(o)
	switch provider {
	case "swish":
		return s.swish.Create(ctx, req)
	case "vipps":
		return s.vipps.Initiate(ctx, req) // want:vippsamount/truncated
	}
	return "", fmt.Errorf("unknown provider %q", provider)
}

// StartExpress begins a payment in which the payer chooses the postage.
func (s *Service) StartExpress(ctx context.Context, o order.Order) (string, error) {
	req := betaling.FromOrder(o)
	req.Minor = money.Avrund(o.Total() - o.Freight)
	return s.vipps.InitiateExpress(ctx, req, o.Freight, 0)
}

// GiftCard begins the payment of a gift card.
func (s *Service) GiftCard(ctx context.Context, g order.GiftCard) (string, error) {
	return s.vipps.Initiate(ctx, betaling.FromGiftCard(g))
}

// Coffee is paid by the telephones on the counters.
func (s *Service) Coffee(ctx context.Context, ref string, kantine bool) (string, error) {
	if kantine {
		return s.vipps.Initiate(ctx, betaling.Request{Ref: ref, Minor: 2500, Text: "Kaffe", Mobile: kantinMobile})
	}
	r := betaling.Request{
		Ref:    ref,
		Minor:  2500,
		Text:   "Kaffe",
		Mobile: kioskMobile, // want:vippsphone/country-code
	}
	return s.vipps.Initiate(ctx, r)
}

// Trial is the order of one krone with which a new sales unit is tried out.
func (s *Service) Trial(ctx context.Context, ref string) (string, error) {
	return s.vipps.Initiate(ctx, betaling.Request{
		Ref:    ref,
		Minor:  100,
		Text:   "Prøveordre",
		Mobile: "480 59 528", // want:vippsphone/malformed
	})
}

// Ship takes the money for one line that leaves the store.
func (s *Service) Ship(ctx context.Context, o order.Order, l order.Line) error {
	requestID := o.ID + "-" + l.SKU
	ore := int64(l.Price * float64(l.Qty) * 100) // want:vippsamount/truncated
	return s.vipps.Capture(ctx, o.ID, requestID, ore)
}

// ShipAll takes everything.
func (s *Service) ShipAll(ctx context.Context, o order.Order) error {
	return s.vipps.Capture(ctx, o.ID, o.ID+"-all", 0)
}

// Exchange gives the price of one line back to a Swish payer and takes it from
// a Vipps payer instead.
func (s *Service) Exchange(ctx context.Context, o order.Order, l order.Line, swishRef string) error {
	ore := int64(l.Price * 100) // Swish is told in kroner and rounds by itself
	if err := s.swish.Refund(ctx, swishRef, ore); err != nil {
		return err
	}
	ore = money.Avrund(l.Price) + money.Frakt
	return s.vipps.Capture(ctx, o.ID, o.ID+"-x", ore)
}

// ShipTyped takes what the packer typed in.
func (s *Service) ShipTyped(ctx context.Context, o order.Order, kr float64) error {
	return s.vipps.CaptureKroner(ctx, o.ID, o.ID+"-typed", kr)
}

// Return gives kr kroner back.
func (s *Service) Return(ctx context.Context, o order.Order, returnID string, kr float64) (string, error) {
	out, err := s.vipps.Refund(ctx, o.ID, returnID, kr)
	if err != nil {
		return "", err
	}
	return money.Kroner(out.TransactionSummary.RefundedAmount), nil
}

// Release lets go of a reservation.
func (s *Service) Release(ctx context.Context, o order.Order) error {
	if err := s.vipps.Cancel(ctx, o.ID, "Avbestilt"); err != nil {
		return fmt.Errorf("release %s: %w", o.ID, err)
	}
	return nil
}
