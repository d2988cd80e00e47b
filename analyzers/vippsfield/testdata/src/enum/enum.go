// Package enum has words that Vipps does not know.
package enum

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type flow string

const (
	web  flow = "WEB_REDIRECT"
	app  flow = "NATIVE_REDIRET"
	card      = "CREDITCARD"
)

type create struct {
	Amount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	ReturnURL string `json:"returnUrl"`
	UserFlow  flow   `json:"userFlow"`
	Profile   struct {
		Scope string `json:"scope"`
	} `json:"profile"`
}

type registration struct {
	URL    string   `json:"url"`
	Events []string `json:"events"`
}

func send(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, bytes.NewReader(raw))
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

func start(f flow, currency, method string) error {
	c := create{UserFlow: f, ReturnURL: "https://shop.example"}
	c.Amount.Currency = currency
	c.PaymentMethod.Type = method
	return send("POST", "/epayment/v1/payments", c)
}

func Pay() error {
	return errors.Join(
		start(web, "NOK", "WALLET"),
		start(app, "NOK", "WALLET"),            // want `userFlow is "NATIVE_REDIRET", and POST /epayment/v1/payments takes one of PUSH_MESSAGE, NATIVE_REDIRECT, WEB_REDIRECT, QR; write "NATIVE_REDIRECT"`
		start(web, "kr", "WALLET"),             // want `amount.currency is "kr".*takes one of NOK, DKK, EUR`
		start(web, "DKK", card),                // want `paymentMethod.type is "CREDITCARD"`
		start(flow("web_redirect"), "NOK", ""), // want `userFlow is "web_redirect".*write "WEB_REDIRECT"`
	)
}

func Scope() error {
	right, wrong := create{}, create{}
	right.Profile.Scope = "name phoneNumber email address"
	wrong.Profile.Scope = "name phonenumber" // want `profile.scope is "name phonenumber".*write "name phoneNumber"`
	return errors.Join(send("POST", "/epayment/v1/payments", right), send("POST", "/epayment/v1/payments", wrong))
}

func Register() error {
	return send("POST", "/webhooks/v1/webhooks", registration{
		URL: "https://shop.example/hook",
		Events: []string{
			"epayments.payment.captured.v1",
			"recurring.charge-cancelled.v1", // want `events\[\] is "recurring.charge-cancelled.v1".*write "recurring.charge-canceled.v1"`
			"epayments.payment.brandnew.v1",
		},
	})
}

var failures = []string{
	"epayments.payment.aborted.v1",
	"recurring.charge-failled.v1", // want `events\[\] is "recurring.charge-failled.v1".*write "recurring.charge-failed.v1"`
}

var captures = []string{"epayments.payment.captured.v1"}

func Listed() error {
	return errors.Join(
		send("POST", "/webhooks/v1/webhooks", registration{URL: "https://shop.example/failed", Events: failures}),
		send("POST", "/webhooks/v1/webhooks", registration{URL: "https://shop.example/captured", Events: captures}),
	)
}

// Slip is one on one of the ways.
func Slip(app bool) error {
	f := flow("WEB_REDIRET")
	if app {
		f = "QR"
	}
	return start(f, "NOK", "WALLET") // want `userFlow is "WEB_REDIRET".*write "WEB_REDIRECT"`
}

// Word is no slip of any, and may never be sent.
func Word(app bool) error {
	f := flow("none")
	if app {
		f = "QR"
	}
	return start(f, "NOK", "WALLET")
}
