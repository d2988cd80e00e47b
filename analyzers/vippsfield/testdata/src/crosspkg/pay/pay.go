// Package pay is a client.
package pay

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type Payment struct {
	Currency  string
	Reference string
	Flow      string
}

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type Create struct {
	Amount    Amount `json:"amount"`
	Reference string `json:"reference"`
	ReturnURL string `json:"returnUrl"`
	UserFlow  string `json:"userFlow"`
}

type Client struct{ http *http.Client }

func (c *Client) do(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

// Pay makes the body of what it is given.
func (c *Client) Pay(p Payment, ore int64) error {
	return c.do("/epayment/v1/payments", Create{
		Amount: Amount{p.Currency, ore}, Reference: p.Reference, UserFlow: p.Flow, ReturnURL: "https://shop.example",
	})
}

// Create takes a whole body.
func (c *Client) Create(body Create) error { return c.do("/epayment/v1/payments", body) }

// Send takes a whole body, and corrects it.
func (c *Client) Send(body *Create) error {
	if body.UserFlow == "web" {
		body.UserFlow = "WEB_REDIRECT"
	}
	return c.do("/epayment/v1/payments", body)
}

// Simple has defaults.
func (c *Client) Simple(reference, flow string) error {
	if flow == "" {
		flow = "WEB_REDIRECT"
	}
	return c.Pay(Payment{"NOK", reference, flow}, 34900)
}
