// Package swish takes payments of Swedish customers.
package swish

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"fjordfiske.example/nettbutikk/internal/betaling"
)

const host = "https://cpc.getswish.net/swish-cpcapi"

type paymentRequest struct {
	PayeePaymentReference string  `json:"payeePaymentReference"`
	CallbackURL           string  `json:"callbackUrl"`
	PayerAlias            string  `json:"payerAlias,omitempty"`
	PayeeAlias            string  `json:"payeeAlias"`
	Amount                float64 `json:"amount"`
	Currency              string  `json:"currency"`
	Message               string  `json:"message"`
}

// A Client has the shop's certificate in its transport.
type Client struct {
	HTTP      *http.Client
	PublicURL string
	Payee     string
}

// Create asks for a payment and gives the token for the app.
func (c *Client) Create(ctx context.Context, r betaling.Request) (string, error) {
	raw, err := json.Marshal(paymentRequest{
		PayeePaymentReference: r.Ref,
		CallbackURL:           c.PublicURL + "/swish/callback",
		PayeeAlias:            c.Payee,
		Amount:                float64(r.Minor) / 100,
		Currency:              "SEK",
		Message:               r.Text,
	})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/api/v1/paymentrequests", bytes.NewReader(raw))
	if err != nil {
		return "", err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("PaymentRequestToken"), nil
}

// Refund gives an amount in minor units back.
func (c *Client) Refund(ctx context.Context, ref string, minor int64) error {
	raw, _ := json.Marshal(map[string]any{
		"originalPaymentReference": ref,
		"payerAlias":               c.Payee,
		"amount":                   float64(minor) / 100,
		"currency":                 "SEK",
	})
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/api/v1/refunds", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
