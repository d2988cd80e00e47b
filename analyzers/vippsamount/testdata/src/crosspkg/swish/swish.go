// Package swish is another provider.
package swish

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type payment struct {
	CallbackURL string `json:"callbackUrl"`
	Amount      int64  `json:"amount"`
	Currency    string `json:"currency"`
}

func Pay(amount int64) error {
	raw, err := json.Marshal(payment{"https://shop.example/swish", amount, "SEK"})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
