// Package combine has values that rule each other out.
package combine

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type customer struct {
	PhoneNumber string `json:"phoneNumber,omitempty"`
	PersonalQR  string `json:"personalQr,omitempty"`
}

type create struct {
	Customer      *customer `json:"customer,omitempty"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	ReturnURL string `json:"returnUrl,omitempty"`
	UserFlow  string `json:"userFlow"`
}

// small has no field for the customer.
type small struct {
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
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

func pay(body any) error { return send("POST", "/epayment/v1/payments", body) }

func Flows(c *customer, back string) error {
	return errors.Join(
		pay(create{UserFlow: "WEB_REDIRECT"}), // want `userFlow WEB_REDIRECT is not possible without returnUrl in POST /epayment/v1/payments`
		pay(create{UserFlow: "WEB_REDIRECT", ReturnURL: "https://shop.example"}),
		pay(create{UserFlow: "WEB_REDIRECT", ReturnURL: back}),
		pay(create{UserFlow: "PUSH_MESSAGE"}), // want `userFlow PUSH_MESSAGE is not possible without customer`
		pay(create{UserFlow: "PUSH_MESSAGE", Customer: &customer{PhoneNumber: "4790012345"}}),
		pay(create{UserFlow: "PUSH_MESSAGE", Customer: c}),
		pay(&small{UserFlow: "PUSH_MESSAGE"}), // want `userFlow PUSH_MESSAGE is not possible without customer`
		pay(small{UserFlow: "QR"}),
		pay(map[string]any{"userFlow": "PUSH_MESSAGE", "reference": "order-0001"}), // want `userFlow PUSH_MESSAGE is not possible without customer`
		pay(map[string]any{"userFlow": "PUSH_MESSAGE", "customer": c}),
	)
}

func Card(flow string) error {
	wrong := create{UserFlow: "QR"}
	wrong.PaymentMethod.Type = "CARD" // want `paymentMethod.type CARD is only possible with userFlow WEB_REDIRECT, not QR`
	right := create{UserFlow: "WEB_REDIRECT", ReturnURL: "https://shop.example"}
	right.PaymentMethod.Type = "CARD"
	open := create{UserFlow: flow}
	open.PaymentMethod.Type = "CARD"
	return errors.Join(pay(wrong), pay(right), pay(open))
}

// Filled is made whole by another function.
func Filled() error {
	m := map[string]any{"userFlow": "PUSH_MESSAGE"}
	fill(m)
	return pay(m)
}

func fill(m map[string]any) { m["customer"] = customer{PhoneNumber: "4790012345"} }

func Later(ask bool) error {
	c := create{UserFlow: "PUSH_MESSAGE"}
	if ask {
		c.Customer = &customer{PersonalQR: "https://qr.vipps.no/p/1"}
	}
	return pay(c)
}

// Misspelt is reported where the name is wrong, and no second time.
func Misspelt() error {
	return pay(map[string]any{"userFlow": "WEB_REDIRECT", "reference": "order-0001", "returnURL": "https://shop.example"}) // want `no field returnURL; it is returnUrl`
}

type ecom struct {
	MerchantInfo struct {
		PaymentType string `json:"paymentType,omitempty"`
		Consent     string `json:"consentRemovalPrefix,omitempty"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID string `json:"orderId"`
		Scope   string `json:"scope,omitempty"`
	} `json:"transaction"`
}

const express = "eComm Express Payment"

func start(body any) error { return send("POST", "/ecomm/v2/payments", body) }

// An express payment of eCom shares what it needs by itself.
func Express(id, scope string, share bool) error {
	wrong := ecom{}
	wrong.MerchantInfo.PaymentType = express // want `merchantInfo.paymentType eComm Express Payment is not possible together with transaction.scope in POST /ecomm/v2/payments`
	wrong.Transaction.Scope = "name phoneNumber"
	right := ecom{}
	right.MerchantInfo.PaymentType = express
	regular := ecom{}
	regular.MerchantInfo.PaymentType = "eComm Regular Payment"
	regular.Transaction.Scope = "name phoneNumber"
	open := ecom{}
	open.MerchantInfo.PaymentType = express
	open.Transaction.Scope = scope
	some := ecom{}
	some.MerchantInfo.PaymentType = express
	if share {
		some.Transaction.Scope = "name"
	}
	changed := ecom{}
	changed.Transaction.Scope = "name"
	if share {
		changed.MerchantInfo.PaymentType = express
		changed.Transaction.Scope = ""
	}
	cleared := ecom{}
	cleared.MerchantInfo.PaymentType = express
	cleared.Transaction.Scope = "name"
	cleared.Transaction.Scope = ""
	return errors.Join(
		start(wrong), start(right), start(regular), start(open), start(some), start(changed), start(cleared),
		start(map[string]any{
			"merchantInfo": map[string]any{"paymentType": express}, // want `eComm Express Payment is not possible together with transaction.scope`
			"transaction":  map[string]any{"orderId": id, "scope": "name"},
		}),
		start(map[string]any{
			"merchantInfo": map[string]any{"paymentType": express},
			"transaction":  map[string]any{"orderId": id},
		}),
	)
}
