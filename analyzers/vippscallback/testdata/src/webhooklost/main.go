// Command webhooklost starts ePayment payments and waits for webhooks only.
package main

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"strings"
)

type event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Amount       struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
	Timestamp string `json:"timestamp"`
	Success   bool   `json:"success"`
}

type shop struct{ key string }

func (s *shop) event(w http.ResponseWriter, r *http.Request) {
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
		return
	}
	if e.Name == "epayments.payment.authorized.v1" && e.Success {
		log.Println("paid:", e.Reference)
	}
}

func (s *shop) start(w http.ResponseWriter, r *http.Request) {
	if err := create(r.FormValue("order")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func create(ref string) error {
	body := `{"amount":{"currency":"NOK","value":19900},"paymentMethod":{"type":"WALLET"},"reference":"` + ref + `","userFlow":"WEB_REDIRECT"}`
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return errors.New(resp.Status)
	}
	return nil
}

func main() {
	s := &shop{}
	mux := http.NewServeMux()
	mux.HandleFunc("/buy", s.start)
	mux.HandleFunc("/events", s.event) // want `nothing in the program reads the payments of this callback back.*poll GET /epayment/v1/payments/\{reference\}:`
	log.Fatal(http.ListenAndServe(":8080", mux))
}
