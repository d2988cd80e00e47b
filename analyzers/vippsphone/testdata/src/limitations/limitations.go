// Package limitations has wrong numbers that are not found yet.
package limitations

import (
	"errors"
	"net/http"
	"strings"
)

func send(path, body string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, strings.NewReader(body))
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

// Wrong has its number in the constant part of a JSON text; only what is put
// into such a text is looked at.
func Wrong() error {
	return send("/epayment/v1/test/payments/order-0001/approve", `{"customer":{"phoneNumber":"+4790012345"}}`)
}
