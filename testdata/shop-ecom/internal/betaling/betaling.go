// Package betaling is what the shop tells any provider of payments.
package betaling

import (
	"fjordfiske.example/nettbutikk/internal/money"
	"fjordfiske.example/nettbutikk/internal/order"
)

// A Request asks for money. Minor is in øre.
type Request struct {
	Ref    string
	Minor  int64
	Text   string
	Mobile string
}

// FromOrder is the request for the whole of an order.
func FromOrder(o order.Order) Request {
	return Request{
		Ref:    o.ID,
		Minor:  money.Ore(o.Total()),
		Text:   "Fjordfiske, ordre " + o.ID,
		Mobile: o.Mobile,
	}
}

// FromGiftCard is the request for a gift card.
func FromGiftCard(g order.GiftCard) Request {
	var r Request
	r.Ref = "gavekort-" + g.Code
	r.Minor = money.Avrund(g.Value)
	r.Text = "Gavekort"
	r.Mobile = g.Mobile
	return r
}
