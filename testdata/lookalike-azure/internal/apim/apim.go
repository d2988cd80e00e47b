// Package apim asks the port authority, which hides behind Azure API
// Management, for berths and their fees.
package apim

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

// A Client has a subscription.
type Client struct {
	Base string // https://havn.azure-api.net
	Key  string
}

type booking struct {
	Reference string  `json:"reference"`
	OrderID   string  `json:"orderId"`
	Amount    float64 `json:"amount"` // the fee, in kroner
	Customer  struct {
		PhoneNumber string `json:"phoneNumber"`
	} `json:"customer"`
}

// Book books a berth for a number of nights.
func (c *Client) Book(ctx context.Context, ref string, nights int, fee float64) (string, error) {
	var b booking
	b.Reference = ref
	b.OrderID = ref + "-1"
	b.Amount = fee * float64(nights)
	b.Customer.PhoneNumber = "+47 480 59 528"
	resp, err := c.do(ctx, http.MethodPost, "/berths/v2/payments", b)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		Berth string `json:"berth"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.Berth, err
}

// Invoice sends what is owed, in whole øre for once.
func (c *Client) Invoice(ctx context.Context, ref string, kr float64) error {
	resp, err := c.do(ctx, http.MethodPost, "/berths/v2/payments/"+ref+"/capture", map[string]any{
		"amount":    map[string]any{"value": int64(kr * 100), "currency": "NOK"},
		"reference": ref,
	})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Release gives a berth back.
func (c *Client) Release(ctx context.Context, ref string) error {
	resp, err := c.do(ctx, http.MethodDelete, "/berths/v2/bookings/"+ref, nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *Client) do(ctx context.Context, method, path string, in any) (*http.Response, error) {
	raw, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.Base+path, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	req.Header.Set("Ocp-Apim-Trace", "true")
	req.Header.Set("Content-Type", "application/json")
	return http.DefaultClient.Do(req)
}
