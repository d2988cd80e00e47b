// Package web holds the pages.
package web

import (
	"encoding/json"
	"log"
	"net/http"

	"nordlysgaver.example/butikk/internal/gateway"
	"nordlysgaver.example/butikk/internal/order"
)

// A Shop knows its gateways.
type Shop struct {
	Gateways map[gateway.Method]gateway.Gateway
}

// Pay starts a payment.
func (s *Shop) Pay(w http.ResponseWriter, r *http.Request) {
	var o order.Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g, ok := s.Gateways[gateway.Method(r.URL.Query().Get("method"))]
	if !ok {
		http.NotFound(w, r)
		return
	}
	url, err := g.Pay(r.Context(), o.Payment("NOK"))
	if err != nil {
		log.Print(err)
	}
	http.Redirect(w, r, url, http.StatusSeeOther)
}

// Cancel lets go of a payment.
func (s *Shop) Cancel(w http.ResponseWriter, r *http.Request) {
	for _, g := range s.Gateways {
		_ = g.Cancel(r.Context(), r.FormValue("psp"))
	}
}

// AdyenNotice takes a notification. Adyen sends the vipps method's too.
func (s *Shop) AdyenNotice(w http.ResponseWriter, r *http.Request) {
	var n struct {
		Items []struct {
			Item struct {
				Event     string `json:"eventCode"`
				Success   string `json:"success"`
				PSP       string `json:"pspReference"`
				Reference string `json:"merchantReference"`
				Amount    struct {
					Value    int64  `json:"value"`
					Currency string `json:"currency"`
				} `json:"amount"`
				Method string `json:"paymentMethod"`
			} `json:"NotificationRequestItem"`
		} `json:"notificationItems"`
	}
	if err := json.NewDecoder(r.Body).Decode(&n); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for _, it := range n.Items {
		log.Printf("%s %s %.2f", it.Item.Event, it.Item.Reference, float64(it.Item.Amount.Value)/100)
	}
	w.Write([]byte("[accepted]"))
}

// Back is the page that the payer of Adyen's vipps method comes back to.
func (s *Shop) Back(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("Takk for handelen!"))
}
