// Package pay is a client of the ePayment API.
package pay

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type Customer struct {
	PhoneNumber string `json:"phoneNumber"`
}

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type create struct {
	Amount        amount    `json:"amount"`
	Customer      *Customer `json:"customer,omitempty"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
}

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

// Request is what a shop fills in.
type Request struct {
	Ref   string
	Ore   int64
	Phone string
}

// Start asks for a payment.
func Start(r Request) error {
	return StartFor(r.Ref, r.Ore, &Customer{PhoneNumber: r.Phone})
}

// StartFor asks a customer for a payment.
func StartFor(ref string, ore int64, c *Customer) error {
	return send("/epayment/v1/payments", create{Amount: amount{"NOK", ore}, Customer: c, Reference: ref, UserFlow: "PUSH_MESSAGE"})
}
