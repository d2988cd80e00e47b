// Package textbody prints bodies.
package textbody

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
)

func send(path, body string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, strings.NewReader(body))
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

func Default(ref string, price float64) error {
	body := fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, price*100) // want `amount is printed from a float \(19.99\*100 is sent as 1998.9999999999998\); print an integer of whole øre with %d.*modificationAmount.value of POST`
	return send("/epayment/v1/payments/"+ref+"/capture", body)
}

func Decimals(order string, price float64) error {
	body := fmt.Sprintf(`{
		"merchantInfo": {"merchantSerialNumber": "%s"},
		"transaction": {"amount": %.2f, "transactionText": "%s"}
	}`, "123456", price*100, "Money back") // want `printed from a float \(19.99\*100 is sent as 1999.00\)`
	return send("/ecomm/v2/payments/"+order+"/refund", body)
}

func Integer(ref string, price float64) error {
	body := fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%d}}`, int64(math.Round(price*100)))
	return send("/epayment/v1/payments/"+ref+"/capture", body)
}

func Cut(ref string, price float64) error {
	body := fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%d}}`, int64(price*100)) // want "cut to whole øre"
	return send("/epayment/v1/payments/"+ref+"/capture", body)
}

func WithoutDecimals(ref string, price float64) error {
	body := fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, math.Round(price*100))
	return send("/epayment/v1/payments/"+ref+"/capture", body)
}

// RoundedByTheVerb prints the nearest whole number.
func RoundedByTheVerb(ref string, price float64) error {
	body := fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, price*100)
	return send("/epayment/v1/payments/"+ref+"/capture", body)
}

func Bytes(ref string, price float64) error {
	body := []byte(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%f}}`, price*100)) // want "printed from a float"
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/refund", bytes.NewReader(body))
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

// Elsewhere in the text a float may stand.
func Elsewhere(order string, ore int, weight float64) error {
	body := fmt.Sprintf(`{"merchantInfo":{"merchantSerialNumber":"123456"},"transaction":{"amount":%d,"transactionText":"%v kg of cod"}}`, ore, weight)
	return send("/ecomm/v2/payments/"+order+"/capture", body)
}
