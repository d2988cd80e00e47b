// Package body holds requests that are known by their bodies.
package body

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
)

type initiate struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
		CallbackPrefix       string `json:"callbackPrefix"`
		FallBack             string `json:"fallBack"`
	} `json:"merchantInfo"`
	CustomerInfo struct {
		MobileNumber string `json:"mobileNumber"`
	} `json:"customerInfo"`
	Transaction struct {
		Amount          int64  `json:"amount"`
		OrderID         string `json:"orderId"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

func nested(c *http.Client, ore int64) (*http.Response, error) {
	var p initiate
	p.MerchantInfo.MerchantSerialNumber = "123456"
	p.Transaction.Amount = ore
	b, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `POST /ecomm/v2/payments answer` `place customerInfo.mobileNumber typed` `place transaction.amount typed`
}

type money struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `float amount.value`
}

type create struct {
	Amount        *money `json:"amount"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference   string `json:"reference"`
	UserFlow    string `json:"userFlow"`
	ReturnURL   string `json:"returnUrl,omitempty"`
	Description string `json:"paymentDescription"`
}

func encoder(c *http.Client, p *create) (*http.Response, error) {
	buf := new(bytes.Buffer)
	if err := json.NewEncoder(buf).Encode(p); err != nil {
		return nil, err
	}
	return c.Post(os.Getenv("PAYMENT_URL"), "application/json", buf) // want `POST /epayment/v1/payments answer` `place amount.value typed`
}

func asMap(c *http.Client, total float64) (*http.Response, error) {
	body := map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": total}, // want `place amount.value dynamic`
		"paymentMethod": map[string]string{"type": "WALLET"},
		"reference":     "ordre-10001",
		"userFlow":      "WEB_REDIRECT",
		"returnUrl":     "https://butikk.example/takk",
	}
	b, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return c.Post(os.Getenv("PAYMENT_URL"), "application/json", bytes.NewBuffer(b)) // want `POST /epayment/v1/payments answer`
}

func asText(c *http.Client, kr float64) (*http.Response, error) {
	text := fmt.Sprintf(`{"modificationAmount": {"currency": "NOK", "value": %v}}`, kr*100)                                          // want `place modificationAmount.value text %v`
	return c.Post(os.Getenv("PAYMENT_URL")+"/epayment/v1/payments/ordre-10001/capture", "application/json", strings.NewReader(text)) // want `POST /epayment/v1/payments/{reference}/capture answer`
}

type capture struct {
	ModificationAmount struct {
		Value    int64  `json:"value"`
		Currency string `json:"currency"`
	} `json:"modificationAmount"`
}

// The body of a capture alone could be another provider's.
func weak(c *http.Client, ore int64) (*http.Response, error) {
	var b capture
	b.ModificationAmount.Value = ore
	text, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	return c.Post(os.Getenv("PAYMENT_URL"), "application/json", bytes.NewReader(text))
}

// With the path it is Vipps'.
func weakWithPath(c *http.Client, ore int64) (*http.Response, error) {
	var b capture
	b.ModificationAmount.Value = ore
	text, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	return c.Post(os.Getenv("PAYMENT_URL")+"/epayment/v1/payments/ordre-10001/refund", "application/json", bytes.NewReader(text)) // want `POST /epayment/v1/payments/{reference}/refund answer` `place modificationAmount.value typed`
}
