// Package server is the web side of the shop.
package server

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"kanelbakeriet.example/butikk/internal/admin"
	"kanelbakeriet.example/butikk/internal/cart"
	"kanelbakeriet.example/butikk/internal/epay"
	"kanelbakeriet.example/butikk/internal/intent"
	"kanelbakeriet.example/butikk/internal/klarna"
	"kanelbakeriet.example/butikk/internal/levering"
	"kanelbakeriet.example/butikk/internal/pricing"
	"kanelbakeriet.example/butikk/internal/webhook"
)

// A Server has what its pages need.
type Server struct {
	Pay       *epay.Client
	Hook      *webhook.Receiver
	Watch     func(ref string)
	PublicURL string

	desk *admin.Desk
}

// Handler gives the routes.
func (s *Server) Handler() http.Handler {
	s.desk = &admin.Desk{Pay: s.Pay}
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Post("/kasse/vipps", s.payVipps)
	r.Post("/kasse/kvittering", s.payVippsWithReceipt)
	r.Post("/kasse/klarna", s.payKlarna)
	r.Get("/takk/{ref}", s.thanks)
	r.Route("/webhooks", s.Hook.Routes)
	r.Route("/admin/{ref}", func(r chi.Router) {
		r.Post("/lever", s.deliver)
		r.Post("/avbestill", s.cancel)
		r.Post("/angre", s.regret)
		r.Post("/brakt", s.brought)
		r.Post("/hentet", s.picked)
	})
	return r
}

func readCart(w http.ResponseWriter, r *http.Request) (*cart.Cart, bool) {
	c := new(cart.Cart)
	if err := json.NewDecoder(r.Body).Decode(c); err != nil {
		http.Error(w, "bad cart", http.StatusBadRequest)
		return nil, false
	}
	return c, true
}

func (s *Server) payVipps(w http.ResponseWriter, r *http.Request) {
	c, ok := readCart(w, r)
	if !ok {
		return
	}
	in := intent.Of(c)
	in.SetKroner(c.Sum())
	url, err := s.Pay.Create(r.Context(), &in, s.PublicURL+"/takk/"+in.Reference) // want:vippsamount/truncated
	if err != nil {
		s.fail(w, err)
		return
	}
	s.Watch(in.Reference)
	http.Redirect(w, r, url, http.StatusSeeOther)
}

func (s *Server) payVippsWithReceipt(w http.ResponseWriter, r *http.Request) {
	c, ok := readCart(w, r)
	if !ok {
		return
	}
	in := intent.Of(c)
	in.SetOre(int64(pricing.Nearest(c.Sum() * 100)))
	url, err := s.Pay.CreateWithReceipt(r.Context(), &in, c, s.PublicURL+"/takk/"+in.Reference)
	if err != nil {
		s.fail(w, err)
		return
	}
	s.Watch(in.Reference)
	http.Redirect(w, r, url, http.StatusSeeOther)
}

func (s *Server) payKlarna(w http.ResponseWriter, r *http.Request) {
	c, ok := readCart(w, r)
	if !ok {
		return
	}
	in := intent.Of(c)
	in.SetKroner(c.Sum())
	token, err := klarna.Open(r.Context(), &in, 45)
	if err != nil {
		s.fail(w, err)
		return
	}
	w.Write([]byte(token))
}

// thanks is where the payer comes back to. The poller settles the payment.
func (s *Server) thanks(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("Takk! " + chi.URLParam(r, "ref")))
}

func (s *Server) deliver(w http.ResponseWriter, r *http.Request) {
	kr, err := strconv.ParseFloat(r.FormValue("kroner"), 64)
	if err != nil {
		http.Error(w, "how much?", http.StatusBadRequest)
		return
	}
	go s.desk.Deliver(r.Context(), chi.URLParam(r, "ref"), kr) // want:vippsresponse/error-dropped
	w.WriteHeader(http.StatusAccepted)
}

func (s *Server) cancel(w http.ResponseWriter, r *http.Request) {
	err := s.desk.Cancel(r.Context(), chi.URLParam(r, "ref"))
	if err != nil {
		s.fail(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// regret lets go of what is reserved and gives back what is taken.
func (s *Server) regret(w http.ResponseWriter, r *http.Request) {
	ref := chi.URLParam(r, "ref")
	kr, err := strconv.ParseFloat(r.FormValue("kroner"), 64)
	if err != nil {
		http.Error(w, "how much?", http.StatusBadRequest)
		return
	}
	err = s.desk.Cancel(r.Context(), ref) // want:vippsresponse/error-dropped
	err = s.desk.Refund(r.Context(), ref, ref+"-regret", kr)
	if err != nil {
		s.fail(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) fail(w http.ResponseWriter, err error) {
	slog.Error("vipps", "error", err)
	http.Error(w, "payment failed", http.StatusBadGateway)
}

// brought is called by the driver, picked by whoever stands behind the counter.
func (s *Server) brought(w http.ResponseWriter, r *http.Request) {
	kr, err := strconv.ParseFloat(r.FormValue("kroner"), 64)
	if err != nil {
		http.Error(w, "how much?", http.StatusBadRequest)
		return
	}
	van := &levering.Van{Pay: s.Pay}
	van.Delivered(r.Context(), chi.URLParam(r, "ref"), kr) // want:vippsresponse/error-dropped
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) picked(w http.ResponseWriter, r *http.Request) {
	kr, err := strconv.ParseFloat(r.FormValue("kroner"), 64)
	if err != nil {
		http.Error(w, "how much?", http.StatusBadRequest)
		return
	}
	van := &levering.Van{Pay: s.Pay}
	van.Collected(r.Context(), chi.URLParam(r, "ref"), kr)
	w.WriteHeader(http.StatusNoContent)
}
