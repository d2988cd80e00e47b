// Package pay is a client for ePayment and Recurring in the house style of many
// shops: one method for all requests, typed answers.
package pay

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

type Client struct {
	HTTP *http.Client
	Base string
}

type Payment struct {
	Reference string `json:"reference"`
	State     State  `json:"state"`
}

type State string

const (
	Created    State = "CREATED"
	Authorized State = "AUTHORIZED"
	Captured   State = "CAPTURED"
)

type Agreement struct {
	ID     string `json:"id"`
	Status string `json:"status"`
}

type Charge struct {
	ID     string `json:"id"`
	Status string `json:"status"`
}

func (c *Client) do(ctx context.Context, method, path string, in, out any) error {
	data, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.Base+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s %s: %s", method, path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func (c *Client) Payment(ctx context.Context, reference string) (*Payment, error) {
	var p Payment
	if err := c.do(ctx, "GET", "/epayment/v1/payments/"+reference, nil, &p); err != nil {
		return nil, err
	}
	return &p, nil
}

// Status gives the state alone.
func (c *Client) Status(ctx context.Context, reference string) (string, error) {
	p, err := c.Payment(ctx, reference)
	if err != nil {
		return "", err
	}
	return string(p.State), nil
}

func (c *Client) Agreement(ctx context.Context, id string) (*Agreement, error) {
	var a Agreement
	if err := c.do(ctx, "GET", "/recurring/v3/agreements/"+id, nil, &a); err != nil {
		return nil, err
	}
	return &a, nil
}

func (c *Client) Charge(ctx context.Context, agreement, id string) (*Charge, error) {
	var ch Charge
	path := fmt.Sprintf("/recurring/v3/agreements/%s/charges/%s", agreement, id)
	if err := c.do(ctx, "GET", path, nil, &ch); err != nil {
		return nil, err
	}
	return &ch, nil
}

// SlowPayment waits before it asks.
func (c *Client) SlowPayment(ctx context.Context, reference string) (*Payment, error) {
	time.Sleep(3 * time.Second)
	return c.Payment(ctx, reference)
}

// Capture takes the money of a reservation.
func (c *Client) Capture(ctx context.Context, reference string, amount int64) error {
	body := map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": amount}}
	var out struct {
		Reference string `json:"reference"`
	}
	return c.do(ctx, "POST", "/epayment/v1/payments/"+reference+"/capture", body, &out)
}
