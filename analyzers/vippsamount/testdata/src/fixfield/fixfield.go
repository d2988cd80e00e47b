// Package fixfield has float fields, some of which can become integers.
package fixfield

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

func post(url string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", url, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

type money struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `amount field is a float`
}

type captureBody struct {
	ModificationAmount money `json:"modificationAmount"`
}

// Capture stores kroner times hundred, a constant and an integer.
func Capture(ref string, kroner float64, ore int) error {
	url := "https://api.vipps.no/epayment/v1/payments/" + ref + "/capture"
	if err := post(url, captureBody{money{"NOK", kroner * 100}}); err != nil {
		return err
	}
	if err := post(url, captureBody{money{Currency: "NOK", Value: 1999}}); err != nil {
		return err
	}
	var body captureBody
	body.ModificationAmount.Currency = "NOK"
	body.ModificationAmount.Value = float64(ore)
	return post(url, &body)
}

type read struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount          float32 `json:"amount"` // want `amount field is a float`
		TransactionText string  `json:"transactionText"`
	} `json:"transaction"`
}

// Refund looks at the float again, which an integer would change.
func Refund(order string, kroner float32) (float32, error) {
	var body read
	body.Transaction.Amount = kroner * 100
	err := post("https://api.vipps.no/ecomm/v2/payments/"+order+"/refund", body)
	return body.Transaction.Amount / 100, err
}

type unknown struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount          float64 `json:"amount"` // want `amount field is a float`
		TransactionText string  `json:"transactionText"`
	} `json:"transaction"`
}

// Recapture may be given kroner, which nobody rounds.
func Recapture(order string, amount float64) error {
	var body unknown
	body.Transaction.Amount = amount
	return post("https://api.vipps.no/ecomm/v2/payments/"+order+"/capture", body)
}

// Amount can be used by other packages.
type Amount struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `amount field is a float`
}

type refundBody struct {
	ModificationAmount Amount `json:"modificationAmount"`
}

func RefundAmount(ref string, kroner float64) error {
	return post("https://api.vipps.no/epayment/v1/payments/"+ref+"/refund", refundBody{Amount{"NOK", kroner * 100}})
}
