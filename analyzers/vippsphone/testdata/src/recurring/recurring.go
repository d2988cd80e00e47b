// Package recurring gives phone numbers where only the documentation asks for a
// form.
package recurring

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type agreement struct {
	MerchantAgreementURL string `json:"merchantAgreementUrl"`
	MerchantRedirectURL  string `json:"merchantRedirectUrl"`
	PhoneNumber          string `json:"phoneNumber"`
	ProductName          string `json:"productName"`
	Interval             struct {
		Unit  string `json:"unit"`
		Count int    `json:"count"`
	} `json:"interval"`
	Pricing struct {
		Type     string `json:"type"`
		Amount   int    `json:"amount"`
		Currency string `json:"currency"`
	} `json:"pricing"`
}

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

func start(phone string) error {
	a := agreement{
		MerchantAgreementURL: "https://shop.example/agreement",
		MerchantRedirectURL:  "https://shop.example/thanks",
		PhoneNumber:          phone,
		ProductName:          "A magazine",
	}
	a.Pricing.Amount = 9900
	return send("/recurring/v3/agreements", a)
}

func Wrong() error {
	return start("+4790012345") // want `phone number begins with \+ or 00 \(the schema lets it pass, but it is not in the documented form\); use country code and number, digits only: "4790012345"`
}

func Right() error { return start("4790012345") }

type option func(*agreement)

func phone(n string) option { return func(a *agreement) { a.PhoneNumber = n } }

func name(n string) option { return func(a *agreement) { a.ProductName = n } }

func startWith(options ...option) error {
	a := agreement{MerchantAgreementURL: "https://shop.example/agreement", MerchantRedirectURL: "https://shop.example/thanks"}
	for _, set := range options {
		set(&a)
	}
	return send("/recurring/v3/agreements", a)
}

func WrongOption() error {
	return startWith(name("A magazine"), phone("+4790012346")) // want `phone number begins with \+ or 00`
}

func RightOption() error { return startWith(name("+4790012345"), phone("4790012345")) }

// Checkout has a + in its own examples.
func Checkout() error {
	body := map[string]any{
		"merchantInfo":    map[string]any{"callbackUrl": "https://shop.example/checkout", "returnUrl": "https://shop.example/thanks"},
		"transaction":     map[string]any{"amount": map[string]any{"currency": "NOK", "value": 34900}, "paymentDescription": "An order"},
		"prefillCustomer": map[string]any{"phoneNumber": "+4790012345"},
	}
	return send("/checkout/v3/session", body)
}
