// Package web holds the pages and the endpoint for events.
package web

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"fjellbok.example/butikk/internal/legacy"
	"fjellbok.example/butikk/internal/money"
	"fjellbok.example/butikk/internal/order"
	"fjellbok.example/butikk/internal/vipps"
)

// Support is the telephone on every page.
const Support = "+47 480 59 528"

// A Shop has what the pages need.
type Shop struct {
	Orders *order.Store
	Pay    *vipps.Client
	Old    *legacy.Shop
	Secret string
}

// Buy starts a payment.
func (s *Shop) Buy(w http.ResponseWriter, r *http.Request) {
	o := new(order.Order)
	if err := json.NewDecoder(r.Body).Decode(o); err != nil {
		http.Error(w, "bad order", http.StatusBadRequest)
		return
	}
	s.Orders.Put(o)
	url, err := s.Pay.Pay(r.Context(), o.Bill(), "https://fjellbok.example/takk?ref="+o.Ref)
	if err != nil {
		log.Print(err)
		http.Error(w, "try again", http.StatusBadGateway)
		return
	}
	http.Redirect(w, r, url, http.StatusSeeOther)
}

// Thanks is the page that the payer comes back to. It asks Vipps.
func (s *Shop) Thanks(w http.ResponseWriter, r *http.Request) {
	ref := r.FormValue("ref")
	wait, stop := context.WithTimeout(r.Context(), 30*time.Second)
	defer stop()
	for pause := 5 * time.Second; ; pause = 2 * time.Second {
		state, err := s.Pay.State(wait, ref)
		switch {
		case err != nil:
			log.Printf("state of %s: %v", ref, err)
		case state == "AUTHORIZED", state == "ABORTED", state == "EXPIRED", state == "TERMINATED":
			s.Orders.Settle(ref, state)
			fmt.Fprintln(w, state, "Spørsmål? Ring", Support)
			return
		}
		select {
		case <-wait.Done():
			http.Error(w, "still waiting", http.StatusGatewayTimeout)
			return
		case <-time.After(pause):
		}
	}
}

// Old app: the same by eCom.
func (s *Shop) OldThanks(w http.ResponseWriter, r *http.Request) {
	paid, post, err := s.Old.Paid(r.Context(), r.FormValue("ref"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintf(w, "paid: %v, postage %.2f kr\n", paid, post)
}

// Send captures what leaves the store.
func (s *Shop) Send(w http.ResponseWriter, r *http.Request) {
	o := s.Orders.Get(r.PathValue("ref"))
	if o == nil {
		http.NotFound(w, r)
		return
	}
	err := s.Pay.Capture(r.Context(), o.Ref, o.Bill().Whole)
	if err == nil {
		s.Orders.Settle(o.Ref, "SENT")
		return
	}
	log.Print(err)
	http.Error(w, "not captured", http.StatusBadGateway)
}

// Regret gives the price of one book back.
func (s *Shop) Regret(w http.ResponseWriter, r *http.Request) {
	o := s.Orders.Get(r.PathValue("ref"))
	if o == nil || len(o.Books) == 0 {
		http.NotFound(w, r)
		return
	}
	b := o.Books[0]
	ore := int64(b.Price * 100) // for the log, as the old system wrote it
	log.Printf("%s: about %s", o.Ref, money.Vis(ore))
	ore = money.OreFloor(b.Price)
	if typed := r.FormValue("kroner"); typed != "" {
		var err error
		if ore, err = money.Parse(typed); err != nil {
			http.Error(w, "how much?", http.StatusBadRequest)
			return
		}
	} else if b.Count > 1 {
		ore = int64(b.Count) * money.OreHalf(b.Price)
	}
	if err := s.Pay.Refund(r.Context(), o.Ref, ore); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// Event takes what Vipps sends.
func (s *Shop) Event() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, "read", http.StatusBadRequest)
			return
		}
		sum := sha256.Sum256(raw)
		mac := hmac.New(sha256.New, []byte(s.Secret))
		fmt.Fprintf(mac, "POST\n%s\n%s;%s;%s", r.URL.RequestURI(), r.Header.Get("x-ms-date"), r.Host,
			base64.StdEncoding.EncodeToString(sum[:]))
		want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
		if !hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization"))) {
			http.Error(w, "signature", http.StatusUnauthorized)
			return
		}
		var ev struct {
			Reference string `json:"reference"`
			Name      string `json:"name"`
			Success   bool   `json:"success"`
			Amount    struct {
				Value int64 `json:"value"`
			} `json:"amount"`
		}
		if err := json.Unmarshal(raw, &ev); err != nil {
			http.Error(w, "json", http.StatusBadRequest)
			return
		}
		if ev.Success {
			log.Printf("%s %s %.2f", ev.Reference, ev.Name, float64(ev.Amount.Value)/100)
			s.Orders.Settle(ev.Reference, ev.Name)
		}
	}
}

// Confirm is the link in the e-mail to a new customer.
func (s *Shop) Confirm(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "Takk,", r.PathValue("code"))
}
