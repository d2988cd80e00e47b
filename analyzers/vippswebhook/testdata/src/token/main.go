// A shop that asks for callbacks with tokens of all kinds.
package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

type initiate struct {
	MerchantInfo struct {
		Serial    string `json:"merchantSerialNumber"`
		Prefix    string `json:"callbackPrefix"`
		FallBack  string `json:"fallBack"`
		AuthToken string `json:"authToken,omitempty"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID string `json:"orderId"`
		Amount  int    `json:"amount"`
		Text    string `json:"transactionText"`
	} `json:"transaction"`
}

const secret = "hunter2-hunter2"

func send(in initiate) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/ecomm/v2/payments", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func literal() error {
	var in initiate
	in.MerchantInfo.AuthToken = "s3cret-token" // want `token for callbacks is a constant .*merchantInfo.authToken of POST /ecomm/v2/payments`
	return send(in)
}

func constant() error {
	var in initiate
	in.MerchantInfo.AuthToken = secret // want `token for callbacks is a constant`
	return send(in)
}

func empty() error {
	var in initiate
	in.MerchantInfo.AuthToken = ""
	return send(in)
}

func configured(token string) error {
	var in initiate
	in.MerchantInfo.AuthToken = token
	return send(in)
}

func checkout(token string) error {
	body, err := json.Marshal(map[string]any{
		"merchantInfo": map[string]any{
			"callbackUrl":                "https://shop.example/checkout",
			"returnUrl":                  "https://shop.example/",
			"callbackAuthorizationToken": "iHaveTheToken", // want `merchantInfo.callbackAuthorizationToken of POST /checkout/v3/session`
		},
	})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/checkout/v3/session", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	_, _, _, _, _ = literal(), constant(), empty(), configured(os.Getenv("TOKEN")), checkout("")
}
