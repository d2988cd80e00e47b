// Package pay is a client that hands on what its callers need.
package pay

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

type Client struct{ base string }

func New() *Client { return &Client{"https://api.vipps.no"} }

// Raw leaves the status to its callers.
func (c *Client) Raw(method, path string, body any) (*http.Response, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(method, c.base+path, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Get hands on what another helper gives.
func (c *Client) Get(path string) (*http.Response, error) { return c.Raw("GET", path, nil) }

// Bytes gives body and code to its callers, who have to look at the code.
func (c *Client) Bytes(path string) ([]byte, int, error) {
	resp, err := c.Raw("GET", path, nil)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return body, resp.StatusCode, err
}

// Cancel looks at the status itself.
func (c *Client) Cancel(ref string) error {
	resp, err := c.Raw("POST", "/epayment/v1/payments/"+ref+"/cancel", struct{}{})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}
