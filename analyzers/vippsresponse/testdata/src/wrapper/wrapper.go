// Package wrapper sends through helpers of the same package.
package wrapper

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
)

type client struct {
	base string
	http *http.Client
}

func newClient() *client { return &client{"https://api.vipps.no", http.DefaultClient} }

// raw gives the answer as it is.
func (c *client) raw(method, path string, body any) (*http.Response, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(method, c.base+path, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

// do looks at the status.
func (c *client) do(method, path string, body, out any) error {
	resp, err := c.raw(method, path, body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return fmt.Errorf("%s %s: %s", method, path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

type modification struct {
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"modificationAmount"`
}

type answer struct {
	State string `json:"state"`
}

func (c *client) capture(ref string, m modification) (answer, error) {
	var out answer
	err := c.do("POST", "/epayment/v1/payments/"+ref+"/capture", m, &out)
	return out, err
}

func (c *client) Captured(ref string, m modification) error {
	out, err := c.capture(ref, m)
	if err != nil {
		return err
	}
	log.Println(out.State)
	return nil
}

func (c *client) CaptureDropped(ref string, m modification) {
	out, _ := c.capture(ref, m) // want `error of a Vipps call is dropped \(money that was never captured looks captured\)`
	log.Println(out.State)
}

func (c *client) RefundDropped(ref string, m modification) {
	c.do("POST", "/epayment/v1/payments/"+ref+"/refund", m, new(answer)) // want `error of a Vipps call is dropped \(money that was never given back looks refunded\)`
}

func (c *client) RefundUnchecked(ref string, m modification) error {
	resp, err := c.raw("POST", "/epayment/v1/payments/"+ref+"/refund", m) // want `status of a Vipps answer is never checked \(money that was never given back looks refunded\)`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) RefundChecked(ref string, m modification) error {
	resp, err := c.raw("POST", "/epayment/v1/payments/"+ref+"/refund", m)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("refund of %s: %s", ref, resp.Status)
	}
	return nil
}

func Run(ref string, m modification) error { return newClient().RefundChecked(ref, m) }
