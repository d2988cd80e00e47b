// Package explicit asks, or does not ask, for the flow in which customers confirm.
package explicit

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
)

type merchantInfo struct {
	Serial   string `json:"merchantSerialNumber"`
	Type     string `json:"paymentType,omitempty"`
	Consent  string `json:"consentRemovalPrefix,omitempty"`
	Shipping string `json:"shippingDetailsPrefix,omitempty"`
}

type transaction struct {
	OrderID  string `json:"orderId"`
	Amount   int    `json:"amount"`
	Explicit bool   `json:"useExplicitCheckoutFlow,omitempty"`
}

type payment struct {
	Merchant    merchantInfo `json:"merchantInfo"`
	Transaction transaction  `json:"transaction"`
}

func send(p any) error {
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/ecomm/v2/payments", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func info() merchantInfo {
	return merchantInfo{"123456", "eComm Express Payment", "https://shop.example/c", "https://shop.example/s"}
}

func unset(id string) error {
	return send(payment{info(), transaction{OrderID: id, Amount: 34900}}) // want `POST /ecomm/v2/payments is sent as "eComm Express Payment" without transaction.useExplicitCheckoutFlow \(customers confirm their address and shipping all the same, since March 2023\); set it to true`
}

func set(id string) error {
	return send(payment{info(), transaction{OrderID: id, Amount: 34900, Explicit: true}})
}

func unsetFalse(id string) error {
	return send(payment{info(), transaction{OrderID: id, Amount: 34900, Explicit: false}}) // want `with transaction.useExplicitCheckoutFlow false`
}

func setLater(id string) error {
	p := payment{Merchant: info()}
	p.Transaction = transaction{OrderID: id, Amount: 34900}
	p.Transaction.Explicit = true
	return send(&p)
}

func given(id string, explicit bool) error {
	return send(payment{info(), transaction{OrderID: id, Amount: 34900, Explicit: explicit}})
}

func regular(id string) error {
	return send(payment{merchantInfo{Serial: "123456"}, transaction{OrderID: id, Amount: 34900}})
}

func ask(id string) error    { return given(id, true) }
func askNot(id string) error { return given(id, false) } // want `with transaction.useExplicitCheckoutFlow false`

func mapped(id string) error {
	return send(map[string]any{
		"merchantInfo": info(),
		"transaction":  map[string]any{"orderId": id, "amount": 34900, "useExplicitCheckoutFlow": false}, // want `with transaction.useExplicitCheckoutFlow false`
	})
}

func mappedRight(id string) error {
	return send(map[string]any{
		"merchantInfo": info(),
		"transaction":  map[string]any{"orderId": id, "amount": 34900, "useExplicitCheckoutFlow": true},
	})
}

func text(id string) error {
	resp, err := http.Post("https://api.vipps.no/ecomm/v2/payments", "application/json", strings.NewReader(`{"merchantInfo": {"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment", "consentRemovalPrefix": "https://shop.example", "shippingDetailsPrefix": "https://shop.example"}, "transaction": {"orderId": "`+id+`", "amount": 34900, "useExplicitCheckoutFlow": false}}`)) // want `with transaction.useExplicitCheckoutFlow false`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func textRight(id string) error {
	resp, err := http.Post("https://api.vipps.no/ecomm/v2/payments", "application/json", strings.NewReader(`{"merchantInfo": {"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment", "consentRemovalPrefix": "https://shop.example", "shippingDetailsPrefix": "https://shop.example"}, "transaction": {"orderId": "`+id+`", "amount": 34900, "useExplicitCheckoutFlow": true}}`))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A type of our own without the field.

type oldTransaction struct {
	OrderID string `json:"orderId"`
	Amount  int    `json:"amount"`
}

type oldPayment struct {
	Merchant    merchantInfo   `json:"merchantInfo"`
	Transaction oldTransaction `json:"transaction"`
}

func old(id string) error {
	return send(oldPayment{info(), oldTransaction{id, 34900}}) // want `without transaction.useExplicitCheckoutFlow .*; give the type oldTransaction a field for it, and set it to true`
}
