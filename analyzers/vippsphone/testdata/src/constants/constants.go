// Package constants has numbers in constants, variables and sums.
package constants

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type customer struct {
	PhoneNumber string `json:"phoneNumber"`
}

type create struct {
	Amount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
	Customer      customer `json:"customer"`
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
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
	return send("/epayment/v1/payments", create{Reference: "order-0001", UserFlow: "PUSH_MESSAGE", Customer: customer{phone}})
}

const (
	kiosk   = "+4790012345"
	right   = "4790012345"
	country = "47"
)

func Constant() error { return start(kiosk) } // want `phone number begins with \+ or 00`

func RightConstant() error { return start(right) }

func Sum() error { return start("+" + country + "90012345") } // want `phone number begins with \+ or 00`

func RightSum() error { return start(country + "90012345") }

func Variable() error {
	phone := "90012345"
	return start(phone) // want `phone number has no country code`
}

func RightVariable() error {
	phone := "4790012345"
	return start(phone)
}
