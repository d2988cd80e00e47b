// Package ecom starts express payments through eCom, by structs.
package ecom

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type Option struct {
	IsDefault string  `json:"isDefault"`
	Cost      float64 `json:"shippingCost"`
	Method    string  `json:"shippingMethod"`
	MethodID  string  `json:"shippingMethodId"`
}

type MerchantInfo struct {
	Serial   string   `json:"merchantSerialNumber"`
	Callback string   `json:"callbackPrefix"`
	FallBack string   `json:"fallBack"`
	Type     string   `json:"paymentType,omitempty"`
	Consent  string   `json:"consentRemovalPrefix,omitempty"`
	Shipping string   `json:"shippingDetailsPrefix,omitempty"`
	Static   []Option `json:"staticShippingDetails,omitempty"`
}

type Transaction struct {
	OrderID  string `json:"orderId"`
	Amount   int    `json:"amount"`
	Text     string `json:"transactionText"`
	Explicit bool   `json:"useExplicitCheckoutFlow,omitempty"`
}

type Payment struct {
	Customer    struct{}     `json:"customerInfo"`
	Merchant    MerchantInfo `json:"merchantInfo"`
	Transaction Transaction  `json:"transaction"`
}

const express = "eComm Express Payment"

func send(p Payment) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(p); err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no/ecomm/v2/payments", &buf)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func transaction(id string) Transaction {
	return Transaction{OrderID: id, Amount: 34900, Text: "Socks"}
}

// Regular payments need none of it.

func regular(id string) error {
	return send(Payment{Merchant: MerchantInfo{Serial: "123456", Type: "eComm Regular Payment"}, Transaction: transaction(id)})
}

func unnamed(id string) error {
	return send(Payment{Merchant: MerchantInfo{Serial: "123456"}, Transaction: transaction(id)})
}

// Without consent removal.

func noConsent(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial: "123456",
		Type:   "eComm Express Payment", // want `POST /ecomm/v2/payments is sent as "eComm Express Payment" without merchantInfo.consentRemovalPrefix \(an express payment is not possible so\); set merchantInfo.consentRemovalPrefix`
		Static: []Option{{"Y", 49, "Posten", "posten"}},
	}, Transaction: transaction(id)})
}

func emptyConsent(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:   "123456",
		Type:     express, // want `without merchantInfo.consentRemovalPrefix`
		Consent:  "",
		Shipping: "https://shop.example/vipps",
	}, Transaction: transaction(id)})
}

func withConsent(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:  "123456",
		Type:    "eComm Express Payment",
		Consent: "https://shop.example/vipps",
		Static:  []Option{{"Y", 49, "Posten", "posten"}},
	}, Transaction: transaction(id)})
}

// Without shipping.

func noShipping(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:  "123456",
		Type:    express, // want `is sent as "eComm Express Payment" with neither merchantInfo.staticShippingDetails nor merchantInfo.shippingDetailsPrefix \(an express payment is not possible so\); set merchantInfo.staticShippingDetails or merchantInfo.shippingDetailsPrefix`
		Consent: "https://shop.example/vipps",
	}, Transaction: transaction(id)})
}

func emptyShipping(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:  "123456",
		Type:    express, // want `with neither merchantInfo.staticShippingDetails nor merchantInfo.shippingDetailsPrefix`
		Consent: "https://shop.example/vipps",
		Static:  []Option{},
	}, Transaction: transaction(id)})
}

func shippingPrefix(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:   "123456",
		Type:     express,
		Consent:  "https://shop.example/vipps",
		Shipping: "https://shop.example/vipps",
	}, Transaction: transaction(id)})
}

func neither(id string) error {
	var p Payment
	p.Merchant.Serial = "123456"
	p.Merchant.Type = express // want `without merchantInfo.consentRemovalPrefix and with neither merchantInfo.staticShippingDetails nor merchantInfo.shippingDetailsPrefix \(.*\); set merchantInfo.consentRemovalPrefix and merchantInfo.staticShippingDetails or merchantInfo.shippingDetailsPrefix`
	p.Transaction = transaction(id)
	return send(p)
}

// Settings are read when the program runs.

type Config struct {
	Host   string
	Static []Option
}

func fromConfig(id string, cfg Config) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:  "123456",
		Type:    express,
		Consent: cfg.Host + "/vipps",
		Static:  cfg.Static,
	}, Transaction: transaction(id)})
}

func fromEnvironment(id string) error {
	return send(Payment{Merchant: MerchantInfo{
		Serial:   "123456",
		Type:     express,
		Consent:  os.Getenv("VIPPS_CONSENT"),
		Shipping: os.Getenv("VIPPS_SHIPPING"),
	}, Transaction: transaction(id)})
}

// The type of the payment depends.

func byKind(id string, quick bool) error {
	m := MerchantInfo{Serial: "123456", Type: "eComm Regular Payment"}
	if quick {
		m.Type = express
		m.Consent = "https://shop.example/vipps"
		m.Static = []Option{{"Y", 49, "Posten", "posten"}}
	}
	return send(Payment{Merchant: m, Transaction: transaction(id)})
}

func byKindWrong(id string, quick bool) error {
	m := MerchantInfo{Serial: "123456", Type: "eComm Regular Payment"}
	if quick {
		m.Type = express // want `without merchantInfo.consentRemovalPrefix`
		m.Static = []Option{{"Y", 49, "Posten", "posten"}}
	}
	return send(Payment{Merchant: m, Transaction: transaction(id)})
}

// A method fills it.

func (m *MerchantInfo) quick() { m.Type = express }

func (m *MerchantInfo) reachable(host string) {
	m.Consent = host + "/consent"
	m.Shipping = host + "/shipping"
}

func byMethods(id string) error {
	m := MerchantInfo{Serial: "123456"}
	m.quick()
	m.reachable("https://shop.example")
	return send(Payment{Merchant: m, Transaction: transaction(id)})
}

func byOneMethod(id string) error {
	m := MerchantInfo{Serial: "123456", Static: []Option{{"Y", 49, "Posten", "posten"}}}
	m.quick()
	return send(Payment{Merchant: m, Transaction: transaction(id)}) // want `without merchantInfo.consentRemovalPrefix`
}

// A type without the fields.

type bareInfo struct {
	Serial string `json:"merchantSerialNumber"`
	Type   string `json:"paymentType"`
}

type barePayment struct {
	Merchant    bareInfo    `json:"merchantInfo"`
	Transaction Transaction `json:"transaction"`
}

func bare(id string) error {
	body, err := json.Marshal(barePayment{bareInfo{"123456", express}, transaction(id)}) // want `without merchantInfo.consentRemovalPrefix and with neither .* \(.*\); give the type bareInfo a field for it, and set merchantInfo.consentRemovalPrefix`
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/ecomm/v2/payments", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// An embedded struct has them.

type urls struct {
	Consent  string `json:"consentRemovalPrefix,omitempty"`
	Shipping string `json:"shippingDetailsPrefix,omitempty"`
}

type wideInfo struct {
	bareInfo
	urls
}

type widePayment struct {
	Merchant    *wideInfo   `json:"merchantInfo"`
	Transaction Transaction `json:"transaction"`
}

func embedded(id string) error {
	return post(&widePayment{&wideInfo{bareInfo{"123456", express}, urls{Consent: "https://shop.example/c", Shipping: "https://shop.example/s"}}, transaction(id)})
}

func embeddedWithout(id string) error {
	return post(&widePayment{&wideInfo{bareInfo: bareInfo{"123456", express}, urls: urls{Shipping: "https://shop.example/s"}}, transaction(id)}) // want `without merchantInfo.consentRemovalPrefix`
}

func post(body any) error {
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

// The type of the payment is what a caller says.

func start(id, kind string) error {
	return send(Payment{Merchant: MerchantInfo{Serial: "123456", Type: kind}, Transaction: transaction(id)})
}

func startRegular(id string) error { return start(id, "eComm Regular Payment") }

func startExpress(id string) error {
	return start(id, express) // want `without merchantInfo.consentRemovalPrefix and with neither merchantInfo.staticShippingDetails`
}

// The addresses are what a caller says.

func reach(id, consent, shipping string) error {
	return send(Payment{Merchant: MerchantInfo{Serial: "123456", Type: express, Consent: consent, Shipping: shipping}, Transaction: transaction(id)})
}

func reachable(id string) error {
	return reach(id, "https://shop.example/consent", "https://shop.example/shipping")
}

func unreachable(id string) error {
	return reach(id, "", "https://shop.example/shipping") // want `without merchantInfo.consentRemovalPrefix`
}
