// Package pay is the client of a shop that several packages use.
package pay

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

// AllScopes are those of an express payment.
const AllScopes = "name address email phoneNumber"

// Contact are those by which a customer is reached.
const Contact = "email phoneNumber"

type Client struct {
	http *http.Client
	base string
}

type Profile struct {
	Scope string `json:"scope"`
}

type Group struct {
	Type string `json:"type"`
}

type Shipping struct {
	Fixed   []Group  `json:"fixedOptions,omitempty"`
	Dynamic *Dynamic `json:"dynamicOptions,omitempty"`
}

type Dynamic struct {
	URL string `json:"callbackUrl"`
}

type Payment struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Profile   *Profile  `json:"profile,omitempty"`
	Shipping  *Shipping `json:"shipping,omitempty"`
}

// Create starts a payment.
func (c *Client) Create(ctx context.Context, p *Payment) error {
	return c.do(ctx, http.MethodPost, "/epayment/v1/payments", p)
}

// Express starts an express payment that shares what scope says.
func (c *Client) Express(ctx context.Context, ref, scope string, groups []Group) error {
	p := Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: &Profile{scope}, Shipping: &Shipping{Fixed: groups}}
	return c.do(ctx, http.MethodPost, "/epayment/v1/payments", &p)
}

// Send posts any body.
func (c *Client) Send(ctx context.Context, path string, body any) error {
	return c.do(ctx, http.MethodPost, path, body)
}

// CreateAny starts a payment from anything that is one as JSON.
func (c *Client) CreateAny(ctx context.Context, body any) error {
	return c.do(ctx, http.MethodPost, "/epayment/v1/payments", body)
}

// CreateRaw starts a payment from JSON.
func (c *Client) CreateRaw(ctx context.Context, body []byte) error {
	return c.post(ctx, http.MethodPost, "/epayment/v1/payments", body)
}

// Fill sets what all payments have.
func Fill(p *Payment) {
	p.UserFlow = "WEB_REDIRECT"
	p.Profile = &Profile{AllScopes}
}

func (c *Client) do(ctx context.Context, method, path string, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return c.post(ctx, method, path, b)
}

func (c *Client) post(ctx context.Context, method, path string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, method, "https://api.vipps.no"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
