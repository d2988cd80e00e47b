// Package client is a client library of the merchant's own.
package client

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// A Client calls the ePayment API.
type Client struct {
	HTTP *http.Client
	Base string
}

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type modification struct {
	ModificationAmount amount `json:"modificationAmount"`
}

// CreateRequest starts a payment.
type CreateRequest struct {
	Amount   Money  `json:"amount"`
	Customer *Payer `json:"customer,omitempty"`
	Reference,
	ReturnURL string
}

// Money is whole øre.
type Money struct {
	Value    int64  `json:"value"`
	Currency string `json:"currency"`
}

// Payer is who pays.
type Payer struct {
	PhoneNumber string `json:"phoneNumber"`
}

func (c *Client) do(method, path string, in, out any) error {
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, c.Base+path, bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := c.HTTP.Do(req) // want `POST /epayment/v1/payments, POST /epayment/v1/payments/{reference}/capture answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		text, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("vipps answered %d: %s", resp.StatusCode, text)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Create starts a payment.
func (c *Client) Create(req CreateRequest) error {
	var out struct{ Reference string }
	return c.do("POST", "/epayment/v1/payments", req, &out) // want `POST /epayment/v1/payments answer -1 -1 0` `place amount.value typed` `place customer.phoneNumber typed`
}

// Capture takes ore whole øre.
func (c *Client) Capture(reference string, ore int64) error {
	body := modification{amount{Currency: "NOK", Value: ore}}
	return c.do("POST", "/epayment/v1/payments/"+reference+"/capture", body, nil) // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0` `place modificationAmount.value typed`
}

// Raw gives the answer as it came.
func (c *Client) Raw(reference string) (*http.Response, error) {
	return c.HTTP.Get(c.Base + "/epayment/v1/payments/" + reference) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
}

// Send leaves the path to its caller.
func (c *Client) Send(path string, body any) error { return c.do("POST", path, body, nil) }
