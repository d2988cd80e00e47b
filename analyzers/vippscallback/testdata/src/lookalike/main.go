// Command lookalike has routes that are no payment callbacks, in a program that
// does not poll.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"
)

// login is where Vipps Login sends the browser.
func login(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "code", r.FormValue("code"), "state", r.FormValue("state"))
}

// stripe is another provider's webhook.
func stripe(w http.ResponseWriter, r *http.Request) {
	var e struct {
		ID   string `json:"id"`
		Type string `json:"type"`
		Data struct {
			Object struct {
				Amount   int64  `json:"amount"`
				Currency string `json:"currency"`
			} `json:"object"`
		} `json:"data"`
	}
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
	}
}

// mock answers as Vipps would.
func mock(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode(map[string]any{"reference": r.PathValue("ref"), "state": "AUTHORIZED"}); err != nil {
		log.Print(err)
	}
}

// shipping is a question about freight, which tells nothing of a payment.
func shipping(w http.ResponseWriter, r *http.Request) {
	var address struct {
		AddressID    int    `json:"addressId"`
		AddressLine1 string `json:"addressLine1"`
		City         string `json:"city"`
		PostCode     string `json:"postCode"`
	}
	if err := json.NewDecoder(r.Body).Decode(&address); err != nil {
		http.Error(w, "not an address", http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, `{"shippingDetails":[]}`)
}

// thanks is the page to which the payer returns.
func thanks(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "thank you") }

func refund(ref string) error {
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/refund", "application/json", strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":19900}}`))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func main() {
	http.HandleFunc("/login/callback", login)
	http.HandleFunc("/stripe/webhook", stripe)
	http.HandleFunc("GET /epayment/v1/payments/{ref}", mock)
	http.HandleFunc("POST /vipps/v2/payments/{orderId}/shippingDetails", shipping)
	http.HandleFunc("/thanks", thanks)
	http.HandleFunc("/admin/refund", func(w http.ResponseWriter, r *http.Request) {
		if err := refund(r.FormValue("ref")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
