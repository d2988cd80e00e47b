// Package epayment gives phone numbers to the ePayment API, which wants country
// code and number.
package epayment

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type customer struct {
	PhoneNumber string `json:"phoneNumber"`
}

type create struct {
	Amount        amount    `json:"amount"`
	Customer      *customer `json:"customer,omitempty"`
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

func start(c *customer) error {
	return send("/epayment/v1/payments", create{Amount: amount{"NOK", 34900}, Customer: c, Reference: "order-0001", UserFlow: "PUSH_MESSAGE"})
}

func Literals() error {
	return errors.Join(
		start(&customer{PhoneNumber: "4790012345"}),
		start(&customer{PhoneNumber: "4712345678"}),    // the documentation's own
		start(&customer{PhoneNumber: "358401234567"}),  // Finland
		start(&customer{}),                             // no number
		start(&customer{PhoneNumber: "+4790012345"}),   // want `phone number begins with \+ or 00.*use country code and number, digits only: "4790012345" instead of "\+4790012345" in POST /epayment/v1/payments`
		start(&customer{PhoneNumber: "004790012345"}),  // want `phone number begins with \+ or 00`
		start(&customer{PhoneNumber: "90012345"}),      // want `phone number has no country code`
		start(&customer{PhoneNumber: "47 900 12 345"}), // want `phone number is malformed.*"4790012345" instead of "47 900 12 345"`
		start(&customer{"479001234x"}),                 // want `phone number is malformed`
	)
}

// Lines has the number on another line than the call.
func Lines() error {
	c := newCustomer(
		"Kari",
		"+4790012345", // want `phone number begins with \+ or 00`
	)
	return errors.Join(start(c), start(newCustomer(
		"Ola",
		"4790012345",
	)))
}

func newCustomer(_, phone string) *customer { return &customer{PhoneNumber: phone} }

func Approve() error {
	body := struct {
		Customer customer `json:"customer"`
	}{customer{"90012345"}} // want `phone number has no country code.*in POST /epayment/v1/test/payments/\{reference\}/approve`
	return send("/epayment/v1/test/payments/order-0001/approve", body)
}

// Ignored is a number that the test environment takes.
func Ignored() error {
	return start(&customer{PhoneNumber: "90012345"}) //vippslint:ignore vippsphone/country-code a test of what Vipps answers
}
