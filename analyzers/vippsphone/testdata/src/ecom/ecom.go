// Package ecom gives phone numbers to the eCom API, which wants 8 digits.
package ecom

import (
	"bytes"
	"encoding/json"
	"errors"
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

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
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

func start(phone string) error {
	var b initiate
	b.CustomerInfo.MobileNumber = phone
	b.MerchantInfo.MerchantSerialNumber = "123456"
	b.Transaction.OrderID = "order-0001"
	b.Transaction.Amount = 34900
	b.Transaction.TransactionText = "An order"
	return send("/ecomm/v2/payments", b)
}

func Field() error {
	var b initiate
	b.CustomerInfo.MobileNumber = "+4790012345" // want `phone number begins with \+ or 00 \(the schema refuses it, so the request fails or the customer has to type the number again\); use 8 digits without country code: "90012345" instead of "\+4790012345" in POST /ecomm/v2/payments`
	b.MerchantInfo.MerchantSerialNumber = "123456"
	return send("/ecomm/v2/payments", b)
}

func RightField() error {
	var b initiate
	b.CustomerInfo.MobileNumber = "90012345"
	b.MerchantInfo.MerchantSerialNumber = "123456"
	return send("/ecomm/v2/payments", b)
}

func Arguments() error {
	return errors.Join(
		start("90012345"),
		start("12345678"),     // the documentation's own
		start("47123456"),     // may be a Norwegian number that begins like the country code
		start(""),             // no number
		start("4790012345"),   // want `phone number has a country code.*"90012345" instead of "4790012345"`
		start("900 12 345"),   // want `phone number is malformed.*"90012345" instead of "900 12 345"`
		start("004790012345"), // want `phone number begins with \+ or 00`
		start("9001234"),      // want `phone number is malformed.*: not "9001234" in`
		start("ring meg"),     // want `phone number is malformed`
	)
}

// Known only when the program runs.
func Asked(phone string) error { return start(phone) }
