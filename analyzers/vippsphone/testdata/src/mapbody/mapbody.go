// Package mapbody has numbers in maps.
package mapbody

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

func start(phone string) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      map[string]any{"phoneNumber": phone},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
	})
}

func WrongArgument() error { return start("+4790012345") } // want `phone number begins with \+ or 00`

func RightArgument() error { return start("4790012345") }

func Wrong() error {
	customer := map[string]any{}
	customer["phoneNumber"] = "90012345" // want `phone number has no country code`
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      customer,
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
	})
}

func WrongInPlace() error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      map[string]any{"phoneNumber": "+4790012345"}, // want `phone number begins with \+ or 00`
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
	})
}

// Metadata is the shop's own.
func Metadata() error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      map[string]any{"phoneNumber": "4790012345"},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
		"metadata":      map[string]any{"phoneNumber": "+47 900 12 345"},
	})
}

// startFor is given a part of the body as a map.
func startFor(customer map[string]any) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      customer,
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
	})
}

func WrongPart() error {
	return startFor(map[string]any{"phoneNumber": "+4790012345"}) // want `phone number begins with \+ or 00`
}

func RightPart() error {
	return startFor(map[string]any{"phoneNumber": "4790012345"})
}
