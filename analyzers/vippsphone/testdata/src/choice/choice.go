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

// Abroad puts the code of the country in front, with a + for one of them.
func Abroad(country, number string) error {
	code := "47"
	switch country {
	case "DK":
		code = "+45"
	case "FI":
		code = "358"
	}
	return post("/epayment/v1/payments", send(code+number))
}

func send(number string) map[string]any {
	return map[string]any{
		"reference": "order-0001", "userFlow": "PUSH_MESSAGE", "paymentMethod": map[string]any{"type": "WALLET"},
		"customer": map[string]any{"phoneNumber": number}, // want `begins with .*use country code and number, digits only`
	}
}

func RightAbroad(country, number string) error {
	code := "47"
	if country == "DK" {
		code = "45"
	}
	return post("/epayment/v1/payments", epayment(code+number))
}

// Shown is the same number with and without the +: which is sent is asked for
// elsewhere.
func Shown(number string, plus bool) error {
	code := "47"
	if plus {
		code = "+47"
	}
	return post("/epayment/v1/payments", epayment(code+number))
}
