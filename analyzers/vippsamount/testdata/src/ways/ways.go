// Package ways has several ways between one float and the requests.
package ways

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type body struct {
	ModificationAmount amount `json:"modificationAmount"`
}

func post(path string, b body) error {
	raw, err := json.Marshal(b)
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

// OneConversion goes into two requests.
func OneConversion(ref, text string) error {
	price, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return err
	}
	ore := int64(price * 100) // want `cut to whole øre`
	if err := post("/epayment/v1/payments/"+ref+"/capture", body{ModificationAmount: amount{"NOK", ore}}); err != nil {
		return err
	}
	return post("/epayment/v1/payments/"+ref+"/refund", body{ModificationAmount: amount{"NOK", ore}})
}

// TwoConversions go into one request.
func TwoConversions(ref string, price float64, half bool) error {
	var ore int64
	if half {
		ore = int64(price * 50) // want `cut to whole øre`
	} else {
		ore = int64(price * 100) // want `cut to whole øre`
	}
	return post("/epayment/v1/payments/"+ref+"/capture", body{ModificationAmount: amount{"NOK", ore}})
}
