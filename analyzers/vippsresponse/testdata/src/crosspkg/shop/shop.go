// Package shop uses a client of another package.
package shop

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"

	"crosspkg/pay"
)

func CancelDropped(c *pay.Client, ref string) {
	c.Cancel(ref) // want `error of a Vipps call is dropped \(money that is still reserved looks released\); return it or log it: Client.Cancel \(POST /epayment/v1/payments/\{reference\}/cancel\)`
}

func CancelLogged(c *pay.Client, ref string) {
	if err := c.Cancel(ref); err != nil {
		log.Print(err)
	}
}

// release hands the error on.
func release(c *pay.Client, ref string) error {
	if err := c.Cancel(ref); err != nil {
		return fmt.Errorf("release %s: %w", ref, err)
	}
	return nil
}

func ReleaseDropped(c *pay.Client, ref string) {
	_ = release(c, ref) // want "error of a Vipps call is dropped"
}

func ReleaseReturned(c *pay.Client, ref string) error { return release(c, ref) }

func Unchecked(c *pay.Client, ref string) (state string, err error) {
	resp, err := c.Raw("GET", "/epayment/v1/payments/"+ref, nil) // want `status of a Vipps answer is never checked.*Client.Raw \(GET /epayment/v1/payments/\{reference\}\), success is 200`
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.State, err
}

func Checked(c *pay.Client, ref string) error {
	resp, err := c.Raw("GET", "/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func CodeDropped(c *pay.Client, ref string) ([]byte, error) {
	body, _, err := c.Bytes("/epayment/v1/payments/" + ref) // want "status of a Vipps answer is never checked"
	return body, err
}

func CodeChecked(c *pay.Client, ref string) ([]byte, error) {
	body, code, err := c.Bytes("/epayment/v1/payments/" + ref)
	if err != nil {
		return nil, err
	}
	if code != 200 {
		return nil, fmt.Errorf("status %d", code)
	}
	return body, nil
}

func Undecoded(c *pay.Client, ref string) (state string, err error) {
	resp, err := c.Get("/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	var out struct {
		State string `json:"state"`
	}
	_ = json.NewDecoder(resp.Body).Decode(&out) // want "error of decoding a Vipps answer is dropped"
	return out.State, nil
}

func Decoded(c *pay.Client, ref string) (state string, err error) {
	resp, err := c.Get("/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	var out struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.State, err
}
