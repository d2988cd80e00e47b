package lookalike

import (
	"bytes"
	"fmt"
	"math"
	"net/http"
	"strings"
)

// A klarnaLine has names that order lines of Vipps have too.
type klarnaLine struct {
	Name           string  `json:"name"`
	Quantity       int     `json:"quantity"`
	UnitPrice      float64 `json:"unit_price"`
	TotalAmount    float64 `json:"totalAmount"`
	TotalTaxAmount float64 `json:"totalTaxAmount"`
	TaxRate        float64 `json:"taxRate"`
}

type klarnaOrder struct {
	PurchaseCountry string       `json:"purchase_country"`
	OrderAmount     float64      `json:"order_amount"`
	OrderLines      []klarnaLine `json:"order_lines"`
}

func Klarna(kroner float64) error {
	return post("https://api.klarna.com/payments/v1/sessions", klarnaOrder{
		PurchaseCountry: "NO",
		OrderAmount:     kroner * 100,
		OrderLines:      []klarnaLine{{Name: "Net", Quantity: 1, UnitPrice: kroner * 100, TotalAmount: kroner * 100}},
	})
}

// Nets wants øre, and gets them cut: that is between Nets and the shop.
func Nets(ref string, kroner float64) error {
	return post("https://api.dibspayment.eu/v1/payments", map[string]any{
		"order": map[string]any{
			"amount":    int64(kroner * 100),
			"currency":  "NOK",
			"reference": ref,
			"items":     []any{map[string]any{"unitPrice": kroner * 100, "grossTotalAmount": kroner * 125}},
		},
		"checkout": map[string]any{"returnUrl": "https://shop.example/thanks"},
	})
}

// NetsCharge looks like a charge of Recurring.
func NetsCharge(payment string, kroner float64) error {
	text := fmt.Sprintf(`{"amount":%.2f,"description":"July","due":"2026-07-01"}`, kroner*100)
	resp, err := http.Post("https://api.dibspayment.eu/v1/payments/"+payment+"/charges", "application/json", strings.NewReader(text))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Azure has the header for the subscription, and a path of payments.
func Azure(ref string, kroner float64) error {
	text := fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, kroner*100)
	req, err := http.NewRequest("POST", "https://shop.azure-api.net/payments/"+ref+"/capture", bytes.NewReader([]byte(text)))
	if err != nil {
		return err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", "1234")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// ChargeByVipps is a charge as it should be.
func ChargeByVipps(agreement string, kroner float64) error {
	return post("https://api.vipps.no/recurring/v3/agreements/"+agreement+"/charges", map[string]any{
		"amount":      int64(math.Round(kroner * 100)),
		"description": "July",
		"due":         "2026-07-01",
	})
}
