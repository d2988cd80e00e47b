// Package libraries sends by a client library.
package libraries

import (
	"encoding/json"
	"errors"

	"github.com/go-resty/resty/v2"
)

const base = "https://api.vipps.no"

type answer struct {
	AccessToken string `json:"access_token"`
}

// A Client sends by resty.
type Client struct{ rest *resty.Client }

func (c *Client) token() (string, error) {
	var a answer
	resp, err := c.rest.R().SetHeader("client_id", "shop").SetResult(&a).Post(base + "/accesstoken/get")
	if err != nil {
		return "", err
	}
	if resp.IsError() {
		return "", errors.New("no token")
	}
	return a.AccessToken, nil
}

// Capture fetches one each time.
func (c *Client) Capture(ref string) error {
	token, err := c.token() // want `is fetched for each request`
	if err != nil {
		return err
	}
	resp, err := c.rest.R().SetAuthToken(token).Post(base + "/epayment/v1/payments/" + ref + "/capture")
	if err != nil {
		return err
	}
	if resp.IsError() {
		return errors.New("not captured")
	}
	return nil
}

// Header has it in a header, and reads the answer itself.
func (c *Client) Header(ref string) error {
	resp, err := c.rest.R().Post(base + "/accesstoken/get") // want `is fetched for each request`
	if err != nil {
		return err
	}
	var a answer
	if err := json.Unmarshal(resp.Body(), &a); err != nil {
		return err
	}
	req := c.rest.R()
	req.SetHeader("Authorization", "Bearer "+a.AccessToken)
	sent, err := req.Post(base + "/epayment/v1/payments/" + ref + "/capture")
	if err != nil || sent.IsError() {
		return errors.New("not captured")
	}
	return nil
}

// Keep has the client keep it.
func (c *Client) Keep(ref string) error {
	token, err := c.token()
	if err != nil {
		return err
	}
	c.rest.SetAuthToken(token)
	resp, err := c.rest.R().Post(base + "/epayment/v1/payments/" + ref + "/capture")
	if err != nil || resp.IsError() {
		return errors.New("not captured")
	}
	return nil
}
