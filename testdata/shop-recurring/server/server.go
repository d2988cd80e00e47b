// Package server holds the pages of the members and of the reception.
package server

import (
	"fmt"
	"log"
	"net/http"
	"strconv"

	"fjelltrening.example/medlem/medlem"
	"fjelltrening.example/medlem/pris"
	"fjelltrening.example/medlem/trekk"
	"fjelltrening.example/medlem/vippsklient"
	"fjelltrening.example/medlem/vippsklient/checkout"
	"fjelltrening.example/medlem/vippsklient/recurring"
	"fjelltrening.example/medlem/webhook"
)

// The telephones with which the reception tries things out.
const (
	testMobil  = "4791234567"
	gammelTest = "004791234567"
)

const site = "https://fjelltrening.example"

type server struct {
	reg   *medlem.Register
	vipps *vippsklient.Client
	rec   recurring.API
	trekk *trekk.Tjeneste
	token string
}

// New gives all routes.
func New(c *vippsklient.Client, reg *medlem.Register, secret, token string) http.Handler {
	rec := recurring.API{Client: c}
	s := &server{reg: reg, vipps: c, rec: rec, token: token, trekk: &trekk.Tjeneste{Vipps: rec, Register: reg}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /bli-medlem", s.join)
	mux.HandleFunc("GET /velkommen", s.welcome)
	mux.HandleFunc("POST /resepsjon/test", s.try)
	mux.HandleFunc("POST /resepsjon/salg", s.sell)
	mux.HandleFunc("POST /resepsjon/tilbake", s.refund)
	mux.HandleFunc("POST /resepsjon/slutt", s.end)
	mux.HandleFunc("POST /resepsjon/pris", s.price)
	mux.HandleFunc("POST /resepsjon/webhook", s.register)
	mux.Handle("POST /webhook/vipps", webhook.Handler(secret, reg))
	return mux
}

func draft(m medlem.Medlem) recurring.Agreement {
	return recurring.Agreement{
		Pricing:              recurring.Pricing{Type: "LEGACY", Amount: pris.Rundet(m.Plan.Pris), Currency: "NOK"},
		Interval:             recurring.Interval{Unit: "MONTH", Count: 1},
		PhoneNumber:          m.Mobil,
		ProductName:          m.Plan.Navn,
		MerchantRedirectURL:  site + "/velkommen",
		MerchantAgreementURL: site + "/min-side",
	}
}

func (s *server) join(w http.ResponseWriter, r *http.Request) {
	kr, err := strconv.ParseFloat(r.FormValue("pris"), 64)
	if err != nil {
		http.Error(w, "which plan?", http.StatusBadRequest)
		return
	}
	m := medlem.Medlem{ID: r.FormValue("id"), Mobil: r.FormValue("mobil"), Plan: medlem.Plan{Navn: "Hele fjellet", Pris: kr}}
	a := draft(m)
	inn := medlem.Innmelding(m)
	a.InitialCharge = &recurring.InitialCharge{Amount: inn.Ore, Description: inn.Tekst, TransactionType: "DIRECT_CAPTURE"}
	d, err := s.rec.Draft(r.Context(), m.ID, a)
	if err != nil {
		s.fail(w, err)
		return
	}
	m.Avtale = d.AgreementID
	s.reg.Legg(m)
	http.Redirect(w, r, d.URL, http.StatusSeeOther)
}

// welcome is where a new member comes back to.
func (s *server) welcome(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "Velkommen!")
}

// try makes an agreement of one krone.
func (s *server) try(w http.ResponseWriter, r *http.Request) {
	a := draft(medlem.Medlem{Plan: medlem.Plan{Navn: "Prøve", Pris: 1}})
	a.PhoneNumber = testMobil
	if r.FormValue("gammel") != "" {
		a.PhoneNumber = gammelTest // want:vippsphone/unusable-prefix
	}
	d, err := s.rec.Draft(r.Context(), r.FormValue("key"), a)
	if err != nil {
		s.fail(w, err)
		return
	}
	fmt.Fprintln(w, d.URL)
}

// sell opens a session for a bottle or a towel.
func (s *server) sell(w http.ResponseWriter, r *http.Request) {
	var in checkout.Session
	in.MerchantInfo.CallbackURL = site + "/checkout/callback"
	in.MerchantInfo.ReturnURL = site + "/takk"
	in.MerchantInfo.CallbackAuthorizationToken = s.token
	in.Transaction.Amount = checkout.Amount{Value: 14900, Currency: "NOK"}
	in.Transaction.Reference = r.FormValue("ref")
	in.Transaction.PaymentDescription = "Resepsjonen"
	if r.FormValue("drop-in") != "" {
		in.PrefillCustomer = &checkout.Prefill{PhoneNumber: "47 480 59 528"} // want:vippsphone/malformed
	} else {
		in.PrefillCustomer = &checkout.Prefill{FirstName: "Resepsjon", PhoneNumber: "4748059528"}
	}
	o, err := checkout.Open(r.Context(), s.vipps, in)
	if err != nil {
		s.fail(w, err)
		return
	}
	http.Redirect(w, r, o.CheckoutFrontendURL+"?token="+o.Token, http.StatusSeeOther)
}

func (s *server) refund(w http.ResponseWriter, r *http.Request) {
	m, ok := s.reg.Finn(r.FormValue("avtale"))
	kr, err := strconv.ParseFloat(r.FormValue("kroner"), 64)
	if !ok || err != nil {
		http.Error(w, "who, and how much?", http.StatusBadRequest)
		return
	}
	s.trekk.Tilbakebetal(r.Context(), m, r.FormValue("charge"), kr) // want:vippsresponse/error-dropped
	fmt.Fprintf(w, "Tilbakebetalt %.2f\n", kr)
}

func (s *server) end(w http.ResponseWriter, r *http.Request) {
	m, ok := s.reg.Finn(r.FormValue("avtale"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	if err := s.trekk.Avslutt(r.Context(), m, r.FormValue("charge")); err != nil {
		s.fail(w, err)
		return
	}
	fmt.Fprintln(w, "Ha det!")
}

func (s *server) price(w http.ResponseWriter, r *http.Request) {
	kr, err := strconv.ParseFloat(r.FormValue("kroner"), 64)
	if err == nil {
		err = s.rec.NewPrice(r.Context(), r.FormValue("avtale"), r.FormValue("key"), kr)
	}
	if err != nil {
		s.fail(w, err)
	}
}

// register is pressed once, when the address of the site changes.
func (s *server) register(w http.ResponseWriter, r *http.Request) {
	secret, err := s.vipps.RegisterWebhook(r.Context(), site+"/webhook/vipps")
	if err != nil {
		s.fail(w, err)
		return
	}
	fmt.Fprintln(w, secret)
}

func (s *server) fail(w http.ResponseWriter, err error) {
	log.Print(err)
	http.Error(w, "Vipps svarte ikke som ventet", http.StatusBadGateway)
}
