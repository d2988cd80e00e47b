// Package types has bodies that are written with the wrong types.
package types

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"time"
)

type wrong struct {
	MerchantInfo struct {
		MerchantSerialNumber int    `json:"merchantSerialNumber"` // want `merchantInfo.merchantSerialNumber is written as a number, and POST /ecomm/v2/payments takes a string: make the field MerchantSerialNumber a string`
		FallBack             string `json:"fallBack"`
		IsApp                string `json:"isApp"` // want `merchantInfo.isApp is written as a string, and POST /ecomm/v2/payments takes a boolean: change the type of IsApp`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount  int64  `json:"amount,string"` // want `transaction.amount is written as a string, and POST /ecomm/v2/payments takes an integer: take the option string out of the tag of Amount`
		OrderID string `json:"orderId"`
	} `json:"transaction"`
}

type serial int

func (s serial) MarshalJSON() ([]byte, error) { return []byte(`"123456"`), nil }

type right struct {
	MerchantInfo struct {
		MerchantSerialNumber serial  `json:"merchantSerialNumber"`
		FallBack             *string `json:"fallBack"`
		IsApp                bool    `json:"isApp"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount    json.Number `json:"amount"`
		OrderID   string      `json:"orderId"`
		TimeStamp time.Time   `json:"timeStamp"`
		Text      any         `json:"transactionText"`
	} `json:"transaction"`
}

type quoted struct {
	MerchantInfo struct {
		MerchantSerialNumber int64 `json:"merchantSerialNumber,string"`
	} `json:"merchantInfo"`
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

func Pay(n int) error {
	return errors.Join(
		send("POST", "/ecomm/v2/payments", wrong{}),
		send("POST", "/ecomm/v2/payments", right{}),
		send("POST", "/ecomm/v2/payments", &quoted{}),
		send("POST", "/ecomm/v2/payments", map[string]any{
			"merchantInfo": map[string]any{"merchantSerialNumber": n}, // want `merchantInfo.merchantSerialNumber is written as a number`
		}),
		send("POST", "/ecomm/v2/payments", map[string]any{
			"merchantInfo": map[string]any{"merchantSerialNumber": "123456"},
			"transaction":  map[string]string{"amount": "34900"}, // want `transaction.amount is written as a string, and POST /ecomm/v2/payments takes an integer`
		}),
	)
}
