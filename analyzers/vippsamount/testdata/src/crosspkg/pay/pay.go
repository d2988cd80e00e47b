// Package pay is a client of the ePayment API.
package pay

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type Modification struct {
	ModificationAmount Amount `json:"modificationAmount"`
}

type Client struct {
	base string
	http http.Client
}

func New() *Client { return &Client{base: "https://api.vipps.no"} }

func (c *Client) do(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, c.base+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

// Capture takes ore øre.
func (c *Client) Capture(ref string, ore int64) error {
	return c.Modify(ref, "capture", Modification{Amount{"NOK", ore}})
}

// Modify captures or refunds.
func (c *Client) Modify(ref, what string, m Modification) error {
	return c.do("POST", "/epayment/v1/payments/"+ref+"/"+what, m)
}

// Refund gives ore øre back. It wants a whole number.
func (c *Client) Refund(ref string, ore float64) error {
	return c.do("POST", "/epayment/v1/payments/"+ref+"/refund", Modification{Amount{"NOK", int64(ore)}})
}
