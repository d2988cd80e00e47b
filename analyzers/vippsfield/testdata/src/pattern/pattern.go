// Package pattern has texts with wrong letters and lengths, beside right ones.
package pattern

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type create struct {
	Amount      amount `json:"amount"`
	Reference   string `json:"reference"`
	Description string `json:"paymentDescription,omitempty"`
	UserFlow    string `json:"userFlow"`
}

type capture struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
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

const tooShort = "order-1"

func pay(c create) error { return send("POST", "/epayment/v1/payments", c) }

func Literals() error {
	return errors.Join(
		pay(create{Reference: "order-0001"}),
		pay(create{Reference: ""}),
		pay(create{Reference: "order_0001"}),                    // want `reference is "order_0001", and POST /epayment/v1/payments takes what matches \^\[a-zA-Z0-9-\]\{8,64\}\$`
		pay(create{Reference: tooShort}),                        // want `reference is "order-1", and POST /epayment/v1/payments takes at least 8 characters, and this has 7`
		pay(create{Reference: "order-0001", Description: "Ok"}), // want `paymentDescription is "Ok".*at least 3 characters`
		pay(create{Reference: "order-0001", Description: "Kaffe"}),
	)
}

func Concat(id string) error {
	return errors.Join(
		pay(create{Reference: "order-" + id}),
		pay(create{Reference: "order_" + id}),                  // want `reference is "order_…"`
		pay(create{Reference: fmt.Sprintf("ordre nr %s", id)}), // want `reference is "ordre nr …"`
		pay(create{Reference: fmt.Sprintf("%s-%04d", id, 1)}),
		pay(create{Reference: strings.ReplaceAll("order_"+id, "_", "-")}),
	)
}

func Branches(quick bool) error {
	ref := "a_b"
	if quick {
		ref = "quick-payment-1"
	}
	return pay(create{Reference: ref})
}

func BothWrong(quick bool) error {
	ref := "first order"
	if quick {
		ref = "quick order"
	}
	return pay(create{Reference: ref}) // want `reference is "first order"`
}

func Setting() error {
	ref := "x"
	if v := os.Getenv("REF"); v != "" {
		ref = v
	}
	return pay(create{Reference: ref})
}

func Capture(id string) error {
	var c capture
	c.MerchantInfo.MerchantSerialNumber = "123-456" // want `merchantInfo.merchantSerialNumber is "123-456"`
	c.Transaction.TransactionText = strings.Repeat("x", 101)
	return send("POST", "/ecomm/v2/payments/"+id+"/capture", c)
}

func CaptureRight(id string) error {
	var c capture
	c.MerchantInfo.MerchantSerialNumber = "1234567"
	c.Transaction.TransactionText = "Kaffe"
	return send("POST", "/ecomm/v2/payments/"+id+"/capture", c)
}

func Headers(body, id string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "the-key-of-the-order-in-the-shop-of-kari-nordmann-in-oslo-"+id) // want `Idempotency-Key is "the-key.*at most 50 characters`
	req.Header.Set("Merchant-Serial-Number", "MSN 123456")                                             // want `Merchant-Serial-Number is "MSN 123456"`
	req.Header.Set("Vipps-System-Name", "the web shop of Kari Nordmann and sons")                      // want `Vipps-System-Name is .*at most 30 characters`
	return http.DefaultClient.Do(req)
}

func HeadersRight(body, id string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "order-"+id)
	req.Header.Set("Merchant-Serial-Number", "123456")
	req.Header.Set("Vipps-System-Name", "kari-shop")
	req.Header.Set("X-Trace", "the-key-of-the-order-in-the-shop-of-kari-nordmann-in-oslo-"+id)
	return http.DefaultClient.Do(req)
}
