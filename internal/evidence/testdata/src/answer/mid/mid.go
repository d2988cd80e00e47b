// Package mid knows Vipps, and hands on what low gives.
package mid

import "answer/low"

const base = "https://api.vipps.no/epayment/v1/payments/"

// Get blanks a status that is checked.
func Get(ref string) ([]byte, error) {
	body, _, err := low.Checked("GET", base+ref) // want `GET /epayment/v1/payments/{reference} answer -1 -1 2`
	return body, err
}

// GetRaw blanks one that is not.
func GetRaw(ref string) ([]byte, error) {
	body, _, err := low.Unchecked("GET", base+ref) // want `GET /epayment/v1/payments/{reference} answer -1 1 2`
	return body, err
}

// Capture has its error in front.
func Capture(ref string) (*low.APIError, []byte) {
	return low.First("POST", base+ref+"/capture") // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0`
}

// Cancel gives a response without an error.
func Cancel(ref string) int {
	resp := low.Only("POST", base+ref+"/cancel") // want `POST /epayment/v1/payments/{reference}/cancel answer 0 -1 -1`
	resp.Body.Close()
	return resp.StatusCode
}

// A Client has functions in its fields.
type Client struct {
	refund func(ref string) error
}

// NewClient sets them.
func NewClient() *Client {
	return &Client{refund: func(ref string) error {
		_, _, err := low.Checked("POST", base+ref+"/refund") // want `POST /epayment/v1/payments/{reference}/refund answer -1 -1 2`
		return err
	}}
}

// Refund calls one.
func (c *Client) Refund(ref string) error {
	return c.refund(ref) // want `POST /epayment/v1/payments/{reference}/refund answer -1 -1 0`
}
