// Package vipps sends requests to phones.
package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

const base = "https://api.vipps.no/epayment/v1/payments"

type Client struct{ Token, Key string }

// Push asks the customer on the phone.
func (c Client) Push(ctx context.Context, ref, msisdn string, ore int) error {
	body, err := json.Marshal(map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": ore},
		"paymentMethod": map[string]string{"type": "WALLET"},
		"customer":      map[string]string{"phoneNumber": msisdn},
		"reference":     ref,
		"userFlow":      "PUSH_MESSAGE",
	})
	if err != nil {
		return err
	}
	var out struct {
		Reference string `json:"reference"`
	}
	return c.do(ctx, http.MethodPost, base, ref, body, &out)
}

// State reads how far the payment has come.
func (c Client) State(ctx context.Context, ref string) (string, error) {
	var p struct {
		State string `json:"state"`
	}
	err := c.do(ctx, http.MethodGet, base+"/"+ref, "", nil, &p)
	return p.State, err
}

func (c Client) do(ctx context.Context, method, url, key string, body []byte, out any) error {
	req, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	if key != "" {
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
