// Package anonymous starts eCom payments with a body of nested types without
// names, filled field by field.
package anonymous

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
)

type initiate struct {
	CustomerInfo struct {
		MobileNumber string `json:"mobileNumber,omitempty"`
	} `json:"customerInfo"`
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
		CallbackPrefix       string `json:"callbackPrefix"`
		FallBack             string `json:"fallBack"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID         string `json:"orderId"`
		Amount          int    `json:"amount"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

type client struct {
	base string
	http *http.Client
}

func newClient() *client { return &client{base: "https://apitest.vipps.no", http: http.DefaultClient} }

func (c *client) post(p *initiate) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(p); err != nil {
		return err
	}
	req, err := http.NewRequest("POST", c.base+"/ecomm/v2/payments", &buf)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func filled(order string) *initiate {
	p := new(initiate)
	p.MerchantInfo.MerchantSerialNumber = "123456"
	p.MerchantInfo.CallbackPrefix = "https://shop.example/vipps"
	p.MerchantInfo.FallBack = "https://shop.example/thanks"
	p.Transaction.OrderID = order
	p.Transaction.TransactionText = "An order"
	return p
}

func Cut(order string, kroner float64) error {
	p := filled(order)
	p.Transaction.Amount = int(kroner * 100) // want `cut to whole øre.*int\(math.Round\(kroner \* 100\)\)`
	return newClient().post(p)
}

func Rounded(order string, kroner float64) error {
	p := filled(order)
	p.Transaction.Amount = int(math.Round(kroner * 100))
	return newClient().post(p)
}

func CutInSteps(order string, kroner float64) error {
	var p initiate
	total := kroner * 1.25
	minor := total * 100
	p.Transaction.Amount = int(minor) // want "cut to whole øre"
	p.Transaction.OrderID = order
	return newClient().post(&p)
}

func RoundedInSteps(order string, kroner float64) error {
	var p initiate
	total := kroner * 1.25
	minor := math.Round(total * 100)
	p.Transaction.Amount = int(minor)
	p.Transaction.OrderID = order
	return newClient().post(&p)
}

func Whole(order string, kroner int) error {
	p := filled(order)
	p.Transaction.Amount = kroner * 100
	return newClient().post(p)
}
