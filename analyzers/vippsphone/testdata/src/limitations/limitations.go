// Package limitations has wrong numbers that are not found yet.
package limitations

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

// start is given a part of the body as a map, which is not followed to the
// callers.
func start(customer map[string]any) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 34900},
		"customer":      customer,
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     "order-0001",
		"userFlow":      "PUSH_MESSAGE",
	})
}

func Wrong() error {
	return start(map[string]any{"phoneNumber": "+4790012345"})
}
