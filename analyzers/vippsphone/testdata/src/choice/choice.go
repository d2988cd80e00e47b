// Package choice has numbers between which a program chooses.
package choice

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

func post(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func epayment(number string) map[string]any {
	return map[string]any{
		"reference": "order-0001", "userFlow": "PUSH_MESSAGE", "paymentMethod": map[string]any{"type": "WALLET"},
		"customer": map[string]any{"phoneNumber": number}, // want `country code`
	}
}

// Telephone is one of two telephones; one number lacks the country code.
func Telephone(private bool) error {
	number := "4790012345"
	if private {
		number = "90012345"
	}
	return post("/epayment/v1/payments", epayment(number))
}
