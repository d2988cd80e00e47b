// Package vipps is a shop's own client.
package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// Client asks Vipps.
type Client struct {
	Base string
	HTTP *http.Client
}

// New makes a client.
func New(base string) *Client { return &Client{base, http.DefaultClient} }

func (c *Client) do(ctx context.Context, method, path string, in, out any) error {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.Base+path, body)
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

// Payment is what is known of a payment.
type Payment struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
}

// Amount is an amount in øre.
type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type create struct {
	Amount        Amount            `json:"amount"`
	PaymentMethod map[string]string `json:"paymentMethod"`
	Reference     string            `json:"reference"`
	UserFlow      string            `json:"userFlow"`
}

// Create starts a payment.
func (c *Client) Create(ctx context.Context, ref string, ore int64) error {
	in := create{Amount{"NOK", ore}, map[string]string{"type": "WALLET"}, ref, "WEB_REDIRECT"}
	return c.do(ctx, http.MethodPost, "/epayment/v1/payments", in, &struct{}{})
}

// Get reads a payment.
func (c *Client) Get(ctx context.Context, ref string) (*Payment, error) {
	var p Payment
	err := c.do(ctx, http.MethodGet, "/epayment/v1/payments/"+ref, nil, &p)
	return &p, err
}

// Agreement reads an agreement.
func (c *Client) Agreement(ctx context.Context, id string) (string, error) {
	var a struct {
		Status string `json:"status"`
	}
	err := c.do(ctx, http.MethodGet, "/recurring/v3/agreements/"+id, nil, &a)
	return a.Status, err
}

// Initiate starts an eCom payment.
func (c *Client) Initiate(ctx context.Context, order, prefix string, ore int64) error {
	in := map[string]any{
		"merchantInfo": map[string]any{"merchantSerialNumber": "123456", "callbackPrefix": prefix, "fallBack": "https://shop.example/takk"},
		"transaction":  map[string]any{"orderId": order, "amount": ore, "transactionText": "Kaffe"},
	}
	return c.do(ctx, http.MethodPost, "/ecomm/v2/payments", in, &struct{}{})
}

// Register registers a webhook.
func (c *Client) Register(ctx context.Context, url string) error {
	in := map[string]any{"url": url, "events": []string{"epayments.payment.authorized.v1"}}
	return c.do(ctx, http.MethodPost, "/webhooks/v1/webhooks", in, &struct{}{})
}

// Poll reads a payment until it is decided.
func (c *Client) Poll(ctx context.Context, ref string) (string, error) {
	for {
		p, err := c.Get(ctx, ref)
		if err != nil || p.State != "CREATED" {
			return p.State, err
		}
		if err := wait(ctx); err != nil {
			return "", err
		}
	}
}
