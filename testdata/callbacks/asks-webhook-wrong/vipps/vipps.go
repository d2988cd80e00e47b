// Package vipps is a client for ePayment and Webhooks.
package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// Events that we want.
const (
	Authorized = "epayments.payment.authorized.v1"
	Aborted    = "epayments.payment.aborted.v1"
)

type Client struct{ token, key string }

func New(token, key string) *Client { return &Client{token, key} }

type Webhook struct {
	ID     string `json:"id"`
	Secret string `json:"secret"`
}

// RegisterWebhook asks for events.
func (c *Client) RegisterWebhook(ctx context.Context, url string, events ...string) (*Webhook, error) {
	hook := new(Webhook)
	in := struct {
		URL    string   `json:"url"`
		Events []string `json:"events"`
	}{url, events}
	return hook, c.post(ctx, "/webhooks/v1/webhooks", "", in, hook)
}

type Payment struct {
	Reference   string `json:"reference"`
	RedirectURL string `json:"redirectUrl"`
}

type create struct {
	Amount struct {
		Currency string `json:"currency"`
		Value    int    `json:"value"`
	} `json:"amount"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	ReturnURL string `json:"returnUrl"`
	UserFlow  string `json:"userFlow"`
}

// CreatePayment starts a payment of an amount in øre.
func (c *Client) CreatePayment(ctx context.Context, ref string, value int) (*Payment, error) {
	in := create{Reference: ref, ReturnURL: "https://blomsterhuset.example/takk", UserFlow: "WEB_REDIRECT"}
	in.Amount.Currency, in.Amount.Value = "NOK", value
	in.PaymentMethod.Type = "WALLET"
	p := new(Payment)
	return p, c.post(ctx, "/epayment/v1/payments", ref, in, p)
}

func (c *Client) post(ctx context.Context, path, key string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.vipps.no"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	return c.do(req, out)
}

func (c *Client) do(req *http.Request, out any) error {
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return fmt.Errorf("%s: %s", req.URL.Path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
