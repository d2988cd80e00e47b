// Package vippscheckout reads sessions of Vipps Checkout.
package vippscheckout

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// A Session is also the body of a callback.
type Session struct {
	SessionID      string `json:"sessionId"`
	Reference      string `json:"reference"`
	SessionState   string `json:"sessionState"`
	PaymentDetails *struct {
		State  string `json:"state"`
		Amount struct {
			Value    int    `json:"value"`
			Currency string `json:"currency"`
		} `json:"amount"`
	} `json:"paymentDetails"`
	ShippingDetails *struct {
		FirstName     string `json:"firstName"`
		LastName      string `json:"lastName"`
		StreetAddress string `json:"streetAddress"`
		PostalCode    string `json:"postalCode"`
		City          string `json:"city"`
	} `json:"shippingDetails"`
}

// A Reader has the keys.
type Reader struct{ ClientID, ClientSecret, Key string }

// Read gets a session.
func (r Reader) Read(reference string) (*Session, error) {
	req, err := http.NewRequest("GET", fmt.Sprintf("https://api.vipps.no/checkout/v3/session/%s", reference), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", r.ClientID)
	req.Header.Set("client_secret", r.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", r.Key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("session %s: %s", reference, resp.Status)
	}
	var s Session
	if err := json.NewDecoder(resp.Body).Decode(&s); err != nil {
		return nil, err
	}
	return &s, nil
}
