// Package lookalike sends to other providers what has the same names.
package lookalike

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type profile struct {
	Scope string `json:"scope"`
}

type shipping struct {
	Fixed   []string          `json:"fixedOptions"`
	Dynamic map[string]string `json:"dynamicOptions"`
}

type order struct {
	Reference string   `json:"orderReference"`
	Profile   profile  `json:"profile"`
	Shipping  shipping `json:"shipping"`
}

func other(ref string) error {
	b, err := json.Marshal(order{ref, profile{"name"}, shipping{[]string{"mail"}, map[string]string{"callbackUrl": "https://shop.example"}}})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.carrier.example/v1/orders", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A session of Checkout has shipping of its own, and both kinds of options.
func checkout(ref string) error {
	b, err := json.Marshal(map[string]any{
		"transaction": map[string]any{"reference": ref, "amount": map[string]any{"currency": "NOK", "value": 34900}},
		"logistics":   map[string]any{"fixedOptions": []any{}, "dynamicOptionsCallback": "https://shop.example/shipping"},
		"shipping":    map[string]any{},
	})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/checkout/v3/session", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The text alone makes no payment.
func kinds() []string { return []string{"eComm Regular Payment", "eComm Express Payment"} }
