// Package forms writes one number in the forms of two APIs.
package forms

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

func post(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func epayment(number string) map[string]any {
	return map[string]any{
		"reference": "order-0001", "userFlow": "PUSH_MESSAGE", "paymentMethod": map[string]any{"type": "WALLET"},
		"customer": map[string]any{"phoneNumber": number},
	}
}

// Either writes one number in the form of the API that is meant.
func Either(old bool) error {
	number := "4790012345"
	if old {
		number = "90012345"
	}
	if old {
		return post("/ecomm/v2/payments", map[string]any{
			"merchantInfo": map[string]any{"merchantSerialNumber": "123456"},
			"customerInfo": map[string]any{"mobileNumber": number},
			"transaction":  map[string]any{"orderId": "order-0001", "amount": 19900, "transactionText": "socks"},
		})
	}
	return post("/epayment/v1/payments", epayment(number))
}
