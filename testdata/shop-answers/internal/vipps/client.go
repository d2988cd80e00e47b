// Package vipps is the in-house client.
package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

type Client struct {
	base, key string
	hc        *http.Client
}

func New(key string) *Client {
	return &Client{base: "https://api.vipps.no", key: key, hc: http.DefaultClient}
}

type Money struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type Create struct {
	Amount        Money  `json:"amount"`
	Reference     string `json:"reference"`
	UserFlow      string `json:"userFlow"`
	ReturnURL     string `json:"returnUrl"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
}

type modify struct {
	ModificationAmount Money `json:"modificationAmount"`
}

func (c *Client) do(ctx context.Context, method, path string, in, out any) error {
	raw, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", c.key)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func (c *Client) Create(ctx context.Context, p Create) error {
	return c.do(ctx, "POST", "/epayment/v1/payments", p, nil) // want:vippsidempotency/missing
}

func (c *Client) Capture(ctx context.Context, ref string, ore int64) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture", modify{Money{"NOK", ore}}, nil) // want:vippsidempotency/missing
}

func (c *Client) Refund(ctx context.Context, ref string, m Money) error {
	return c.do(ctx, "POST", fmt.Sprintf("/epayment/v1/payments/%s/refund", ref), modify{ModificationAmount: m}, nil) // want:vippsidempotency/missing
}

// Raw sends what it is given.
func (c *Client) Raw(ctx context.Context, ref string, body any) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture", body, nil) // want:vippsidempotency/missing
}

type Payment struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
}

func (c *Client) Get(ctx context.Context, ref string) (*Payment, error) {
	var p Payment
	if err := c.do(ctx, "GET", "/epayment/v1/payments/"+ref, nil, &p); err != nil {
		return nil, fmt.Errorf("get %s: %w", ref, err)
	}
	return &p, nil
}

// RawGet hands the response on.
func (c *Client) RawGet(ctx context.Context, ref string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", c.base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	return c.hc.Do(req)
}

// Bytes hands body and status on.
func (c *Client) Bytes(ctx context.Context, path string) ([]byte, int, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", c.base+"/epayment/v1/payments/"+path, nil)
	if err != nil {
		return nil, 0, err
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return b, resp.StatusCode, err
}

// Safe checks by itself.
func (c *Client) Safe(ctx context.Context, path string) ([]byte, int, error) {
	b, code, err := c.Bytes(ctx, path)
	if err != nil {
		return nil, code, err
	}
	if code != http.StatusOK {
		return nil, code, fmt.Errorf("status %d", code)
	}
	return b, code, nil
}

func (c *Client) Cancel(ctx context.Context, ref string) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/cancel", nil, nil)
}
