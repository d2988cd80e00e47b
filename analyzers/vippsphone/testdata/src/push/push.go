// Package push sends a push message and shows no page.
package push

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

type start struct {
	CustomerInfo struct {
		MobileNumber string `json:"mobileNumber"`
	} `json:"customerInfo"`
	Transaction struct {
		SkipLandingPage bool `json:"skipLandingPage"`
	} `json:"transaction"`
}

func Skipped() error {
	var b start
	b.CustomerInfo.MobileNumber = "+4790012345" // want `phone number begins with \+ or 00 \(the schema refuses it, so the request fails or the customer has to type the number again; with transaction.skipLandingPage true no push can be sent\)`
	b.Transaction.SkipLandingPage = true
	return send("/ecomm/v2/payments", b)
}

func Shown() error {
	var b start
	b.CustomerInfo.MobileNumber = "+4790012345" // want `phone number begins with \+ or 00 \(the schema refuses it, so the request fails or the customer has to type the number again\)`
	return send("/ecomm/v2/payments", b)
}

func Push() error {
	return send("/epayment/v1/payments", map[string]any{
		"customer": map[string]any{"phoneNumber": "90012345"}, // want `; with userFlow PUSH_MESSAGE no push can be sent\)`
		"userFlow": "PUSH_MESSAGE",
	})
}

func Redirect() error {
	return send("/epayment/v1/payments", map[string]any{
		"customer": map[string]any{"phoneNumber": "90012345"}, // want `has to type the number again\); use`
		"userFlow": "WEB_REDIRECT",
	})
}

func pushed(n string) error {
	return send("/epayment/v1/payments", map[string]any{
		"customer": map[string]any{"phoneNumber": n},
		"userFlow": "PUSH_MESSAGE",
	})
}

func Argument() error {
	return pushed("+4790012345") // want `; with userFlow PUSH_MESSAGE no push can be sent\)`
}

func Text() error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/ecomm/v2/payments", strings.NewReader(`{"customerInfo":{"mobileNumber":"4790012345"},"transaction":{"skipLandingPage": true}}`)) // want `; with transaction.skipLandingPage true no push can be sent\)`
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}
