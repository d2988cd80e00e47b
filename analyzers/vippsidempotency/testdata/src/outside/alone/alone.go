// Package alone sends by clients that it is given, and no program that holds it has
// a transport that sets a key.
package alone

import (
	"io"
	"net/http"
)

const base = "https://api.vipps.no"

type Client struct{ HTTP *http.Client }

func (c *Client) Create(body io.Reader) (*http.Response, error) {
	return c.HTTP.Post(base+"/epayment/v1/payments", "application/json", body) // want `is sent without Idempotency-Key`
}

// An interface in the place of a client.
type doer interface {
	Do(*http.Request) (*http.Response, error)
}

func Create(d doer, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	return d.Do(req) // want `is sent without Idempotency-Key`
}

// Keyed has one.
func Keyed(d doer, ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "create-"+ref)
	return d.Do(req)
}
