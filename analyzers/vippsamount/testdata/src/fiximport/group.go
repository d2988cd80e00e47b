// Package fiximport has files that lack the import of math.
package fiximport

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type body struct {
	ModificationAmount amount `json:"modificationAmount"`
}

func capture(ref string, ore int64) error {
	raw, err := json.Marshal(body{amount{"NOK", ore}})
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(raw))
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

func Group(price float64) error { return capture("order-0001", int64(price*100)) } // want "cut to whole øre"
