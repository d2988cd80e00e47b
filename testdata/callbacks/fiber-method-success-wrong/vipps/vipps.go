// Package vipps reads payments.
package vipps

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

const Authorized = "AUTHORIZED"

type Payment struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
}

type Client struct{ Bearer, Key string }

func (c *Client) Payment(ref string) (*Payment, error) {
	u := url.URL{Scheme: "https", Host: "api.vipps.no", Path: "/epayment/v1/payments/" + ref}
	req, err := http.NewRequest(http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Bearer)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("payment %s: %s", ref, resp.Status)
	}
	p := &Payment{}
	return p, json.NewDecoder(resp.Body).Decode(p)
}
