// Package pay sends what other packages give it.
package pay

import (
	"bytes"
	"io"
	"net/http"
	"time"

	"crosspkg/ids"
)

const base = "https://api.vipps.no"

// Client sends requests.
type Client struct {
	http *http.Client
	key  string
}

// New makes a client.
func New(key string) *Client { return &Client{&http.Client{Timeout: time.Minute}, key} }

// Send sends a request with the headers of its caller.
func (c *Client) Send(method, path string, body []byte, headers map[string]string) error {
	req, err := http.NewRequest(method, base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	Authorize(req, c.key)
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	return c.Do(req)
}

// Do sends a request that somebody else has made.
func (c *Client) Do(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Keyed sends a request with a key, if it has one.
func (c *Client) Keyed(method, path, key string, body []byte) error {
	req, err := http.NewRequest(method, base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	return c.Do(req)
}

// Refund gives money back.
func (c *Client) Refund(ref, key string, body []byte) error {
	return c.Keyed("POST", "/epayment/v1/payments/"+ref+"/refund", key, body)
}

// Capture takes money, with another key each time.
func (c *Client) Capture(ref string, body []byte) error {
	return c.Keyed("POST", "/epayment/v1/payments/"+ref+"/capture", ids.New(), body)
}

// Authorize says who asks.
func Authorize(req *http.Request, key string) {
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
}

// Key sets the key.
func Key(req *http.Request, order string) { req.Header.Set("Idempotency-Key", ids.For(order)) }

// NewRequest makes a request without a key.
func NewRequest(path string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	Authorize(req, "key")
	return req, nil
}

// Given has a client of somebody else's, and no program with a transport that sets a
// key holds it.
type Given struct{ http *http.Client }

// NewGiven makes one.
func NewGiven(c *http.Client) *Given { return &Given{c} }

// Create starts a payment.
func (g *Given) Create(body io.Reader) (*http.Response, error) {
	return g.http.Post(base+"/epayment/v1/payments", "application/json", body) // want `is sent without Idempotency-Key`
}
