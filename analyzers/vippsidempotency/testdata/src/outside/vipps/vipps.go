// Package vipps sends by a client that it is given, in one program by one that sets
// keys: so main tells.
package vipps

import (
	"io"
	"net/http"
)

type Client struct{ http *http.Client }

func New(c *http.Client) *Client { return &Client{c} }

// Capture has no key. Whether something above sets one is seen in main.
func (c *Client) Capture(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

// Refund has one.
func (c *Client) Refund(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/refund", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "refund-"+ref)
	return c.http.Do(req)
}

// A Doer is what sends in tests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

func Create(d Doer, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	return d.Do(req)
}

// never has a client that nobody sets.
type never struct{ http *http.Client }

func (n never) create(body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	return n.http.Do(req) // want `is sent without Idempotency-Key`
}
