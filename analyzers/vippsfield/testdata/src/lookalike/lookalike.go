// Package lookalike talks to others, with names that Vipps has too.
package lookalike

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type create struct {
	Amount    map[string]any `json:"amount"`
	Reference string         `json:"reference"`
	ReturnURL string         `json:"returnUrl"`
	UserFlow  string         `json:"flow"`
}

func post(url string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	resp, err := http.Post(url, "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

// message is written by an encoder that has its own names and types.
type message struct {
	FallBack int64 `json:"fall_back,omitempty"`
	MSN      int64 `json:"merchantSerialNumber,omitempty"`
}

func (*message) ProtoReflect() {}

type info struct {
	MerchantInfo struct {
		FallBack string `json:"fall_back"` // want `has no field merchantInfo.fall_back; it is fallBack`
	} `json:"merchantInfo"`
}

type wrapper struct {
	MerchantInfo message `json:"merchantInfo"`
}

func (*wrapper) ProtoReflect() {}

func Messages() error {
	return errors.Join(
		post("https://api.vipps.no/ecomm/v2/payments", &wrapper{}),
		post("https://api.vipps.no/ecomm/v2/payments", &info{}),
	)
}

func Others() error {
	return errors.Join(
		post("https://checkout-test.adyen.com/v71/payments", create{Reference: "order_1", ReturnURL: "http://localhost:3000", UserFlow: "web"}),
		post("https://api.other.example/webhooks", map[string]any{"url": "http://localhost", "events": []string{"payment.capturd.v1"}}),
		post("https://graph.example/messages", map[string]any{"merchantSerialNumber": 12, "fallback": "x"}),
	)
}

// payment has the names of a payment of Vipps', and goes to somebody else.
func payment() map[string]any {
	return map[string]any{
		"amount": map[string]any{"currency": "nok", "value": 100}, "paymentMethod": map[string]any{"type": "card"}, "reference": "a", "userFlow": "web",
		"returnUrl": "http://localhost",
	}
}

func Elsewhere() error {
	return post("https://api.other.example/v1/payment_intents", payment())
}

func ElsewhereHere() error {
	raw, err := json.Marshal(payment())
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.other.example/v1/payment_intents", "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Anywhere may go to Vipps.
func Anywhere(url string) error {
	raw, err := json.Marshal(map[string]any{
		"paymentMethod": map[string]any{"type": "card"}, // want `paymentMethod.type is "card"`
		"reference":     "order-0001", "userFlow": "QR", "amount": map[string]any{"currency": "NOK", "value": 100},
	})
	if err != nil {
		return err
	}
	resp, err := http.Post(url, "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
