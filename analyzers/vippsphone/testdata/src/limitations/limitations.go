// Package limitations has wrong numbers that are not found yet.
package limitations

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

func approve(body string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/test/payments/order-0001/approve", strings.NewReader(body))
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

// Plain looks at its number, if only at its length: it may do something about
// what it finds.
func Plain() error { return checked("+4790012345") }

func checked(n string) error {
	if len(n) > 99 {
		return errors.New("too long")
	}
	return approve(fmt.Sprintf(`{"customer":{"phoneNumber":%q}}`, n))
}

// Chosen gives wrong and right forms of one number, and asks for the wrong one.
func Chosen(n string) error {
	return approve(fmt.Sprintf(`{"customer":{"phoneNumber":%q}}`, form(n, true)))
}

func form(n string, plus bool) string {
	if plus {
		return "+47" + n
	}
	return "47" + n
}
