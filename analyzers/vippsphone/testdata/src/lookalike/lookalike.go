// Package lookalike has phone numbers that go elsewhere.
package lookalike

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

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

type customer struct {
	PhoneNumber string `json:"phoneNumber"`
}

type sms struct {
	PhoneNumber string `json:"phoneNumber"`
	Text        string `json:"text"`
}

func SMS() error {
	raw, err := json.Marshal(sms{"+47 900 12 345", "Your order is on its way"})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://sms.example/v1/messages", "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

const contact = "+47 22 00 00 00"

func Page() string { return "Call us: " + contact }

// CRM has the same type and is another service.
func CRM() error {
	raw, err := json.Marshal(customer{"90012345"})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://crm.example/customers", "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Vipps() error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      customer{"4790012345"},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
	})
}
