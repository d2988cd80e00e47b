// Package fixexplicit has a false that the fix makes true.
package fixexplicit

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type merchantInfo struct {
	Serial   string `json:"merchantSerialNumber"`
	Type     string `json:"paymentType"`
	Consent  string `json:"consentRemovalPrefix"`
	Shipping string `json:"shippingDetailsPrefix"`
}

type transaction struct {
	OrderID  string `json:"orderId"`
	Skip     bool   `json:"skipLandingPage"`
	Explicit bool   `json:"useExplicitCheckoutFlow"`
}

type payment struct {
	Merchant    merchantInfo `json:"merchantInfo"`
	Transaction transaction  `json:"transaction"`
}

func send(body any) error {
	b, err := json.Marshal(body)
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

func literal(id string) error {
	return send(payment{info(), transaction{OrderID: id, Skip: false, Explicit: false}}) // want `useExplicitCheckoutFlow false`
}

func assigned(id string) error {
	p := payment{info(), transaction{OrderID: id}}
	p.Transaction.Skip = false
	p.Transaction.Explicit = false // want `useExplicitCheckoutFlow false`
	return send(p)
}

func mapped(id string) error {
	return send(map[string]any{
		"merchantInfo": info(),
		"transaction":  map[string]any{"orderId": id, "skipLandingPage": false, "useExplicitCheckoutFlow": false}, // want `useExplicitCheckoutFlow false`
	})
}

// Without the field there is nothing to rewrite.
func unset(id string) error {
	return send(payment{info(), transaction{OrderID: id}}) // want `without transaction.useExplicitCheckoutFlow`
}
