// Package limitations has wrong numbers that are not found yet.
package limitations

import (
	"bytes"
	"encoding/json"
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

// An Option of an exported function may be anybody's.
type Option func(*agreement)

type agreement struct {
	PhoneNumber string `json:"phoneNumber"`
}

func WithPhone(n string) Option { return func(a *agreement) { a.PhoneNumber = n } }

func Optional() error { return Start(WithPhone("+4790012345")) }

func Start(options ...Option) error {
	var a agreement
	for _, set := range options {
		set(&a)
	}
	raw, err := json.Marshal(a)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/recurring/v3/agreements", "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}
