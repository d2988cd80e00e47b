// Package web holds the pages of the shop and the endpoints that Vipps calls.
package web

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"strconv"

	"fjordfiske.example/nettbutikk/internal/checkout"
	"fjordfiske.example/nettbutikk/internal/money"
	"fjordfiske.example/nettbutikk/internal/order"
	"fjordfiske.example/nettbutikk/internal/rydd"
	"fjordfiske.example/nettbutikk/internal/swish"
	"fjordfiske.example/nettbutikk/internal/vipps"
)

// A Handler has all that the pages need.
type Handler struct {
	orders        *order.Store
	checkout      *checkout.Service
	callbackToken string
}

// New makes a handler with its clients.
func New(cfg vipps.Config, swishPayee string) *Handler {
	v := vipps.New(cfg)
	s := &swish.Client{HTTP: http.DefaultClient, PublicURL: cfg.PublicURL, Payee: swishPayee}
	return &Handler{
		orders:        order.NewStore(),
		checkout:      checkout.New(v, s),
		callbackToken: cfg.CallbackToken,
	}
}

// Front is the first page.
func (h *Handler) Front(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "Fjordfiske. Frakt fra", money.Kroner(money.Frakt))
}

// Buy begins a payment.
func (h *Handler) Buy(w http.ResponseWriter, r *http.Request) {
	var o order.Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "bad order", http.StatusBadRequest)
		return
	}
	h.orders.Put(o)
	url, err := h.checkout.Start(r.Context(), o, r.URL.Query().Get("med"))
	if err != nil {
		log.Print(err)
		http.Error(w, "payment could not be started", http.StatusBadGateway)
		return
	}
	http.Redirect(w, r, url, http.StatusSeeOther)
}

// Receipt shows an order.
func (h *Handler) Receipt(w http.ResponseWriter, r *http.Request) {
	o, ok := h.orders.Get(r.PathValue("id"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintf(w, "%s: %s, betalt %.2f kr\n", o.ID, o.State, float64(o.PaidOre)/100)
}

// Send is pressed when a parcel leaves the store.
func (h *Handler) Send(w http.ResponseWriter, r *http.Request) {
	o, ok := h.orders.Get(r.PathValue("id"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	var err error
	if typed := r.FormValue("kroner"); typed != "" {
		var kr float64
		if kr, err = strconv.ParseFloat(typed, 64); err == nil {
			err = h.checkout.ShipTyped(r.Context(), o, kr)
		}
	} else {
		err = h.checkout.ShipAll(r.Context(), o)
	}
	if err != nil {
		log.Print(err)
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// CancelOrder is pressed when the customer changed his mind.
func (h *Handler) CancelOrder(w http.ResponseWriter, r *http.Request) {
	o, ok := h.orders.Get(r.PathValue("id"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	_ = h.checkout.Release(r.Context(), o) // want:vippsresponse/error-dropped
	h.orders.Mark(o.ID, "avbestilt", 0)
	w.WriteHeader(http.StatusNoContent)
}

// Sweep lets go of what was never fetched. One that fails is tried again the
// next night.
func (h *Handler) Sweep(w http.ResponseWriter, r *http.Request) {
	for _, id := range r.URL.Query()["id"] {
		o, ok := h.orders.Get(id)
		if !ok {
			continue
		}
		if err := h.checkout.Release(r.Context(), o); err != nil {
			log.Printf("sweep: %v", err)
			continue
		}
		h.orders.Mark(id, "utløpt", 0)
	}
}

// CloseSeason gives up all that waits on the shelf.
func (h *Handler) CloseSeason(w http.ResponseWriter, r *http.Request) {
	var alle []order.Order
	for _, id := range r.URL.Query()["id"] {
		if o, ok := h.orders.Get(id); ok {
			alle = append(alle, o)
		}
	}
	for _, id := range rydd.Lukk(r.Context(), h.checkout, alle) {
		fmt.Fprintln(w, id)
	}
}

// VippsCallback takes the outcome of a payment.
func (h *Handler) VippsCallback(w http.ResponseWriter, r *http.Request) {
	if !h.fromVipps(r) {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	var cb vipps.Callback
	if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
		http.Error(w, "bad callback", http.StatusBadRequest)
		return
	}
	state := "avvist"
	if cb.Paid() {
		state = "betalt"
	}
	if !h.orders.Mark(r.PathValue("orderId"), state, cb.TransactionInfo.Amount) {
		log.Printf("callback for unknown order %s", cb.OrderID)
	}
	w.WriteHeader(http.StatusOK)
}

// VippsShipping tells Vipps what the postage is.
func (h *Handler) VippsShipping(w http.ResponseWriter, r *http.Request) {
	if !h.fromVipps(r) {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	var q vipps.ShippingQuestion
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		http.Error(w, "bad question", http.StatusBadRequest)
		return
	}
	kr := float64(money.Frakt) / 100
	if q.Country != "Norway" {
		kr *= 2.5
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(vipps.Answer(r.PathValue("orderId"), q, kr)); err != nil {
		log.Print(err)
	}
}

// VippsConsent forgets a customer.
func (h *Handler) VippsConsent(w http.ResponseWriter, r *http.Request) {
	if !h.fromVipps(r) {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	log.Printf("consent of %s removed", r.PathValue("userId"))
}

func (h *Handler) fromVipps(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(h.callbackToken)) == 1
}
