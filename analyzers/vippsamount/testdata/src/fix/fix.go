package fix

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
)

type Ore int64

type amount struct {
	Currency string `json:"currency"`
	Value    Ore    `json:"value"`
}

type body struct {
	ModificationAmount amount `json:"modificationAmount"`
}

func capture(ref string, ore Ore) error {
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

type kroner float64

func plain(price float64) error {
	return capture("order-0001", Ore(price*100)) // want "cut to whole øre"
}

func single(price float32) error {
	return capture("order-0002", Ore(price*100)) // want "cut to whole øre"
}

func named(price kroner) error {
	ore := int(price * 100) // want "cut to whole øre"
	return capture("order-0003", Ore(ore))
}

func right(price float64) error {
	return capture("order-0004", Ore(math.Round(price*100)))
}
