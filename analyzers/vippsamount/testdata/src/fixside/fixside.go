// Package fixside rounds to one side, on exact prices too.
package fixside

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
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

func Floor(price float64) error {
	return capture("order-0001", int64(math.Floor(price*100))) // want `cut to whole øre, not rounded \(19.99 kr becomes 1998\); round before the conversion: int64\(math.Round\(price \* 100\)\)`
}

func Ceil(price float64) error {
	return capture("order-0002", int64(math.Ceil(price*100))) // want `rounded up to whole øre, not to the nearest \(69.90 kr becomes 6991\); round before the conversion: int64\(math.Round\(price \* 100\)\)`
}

func Trunc(price float32) error {
	ore := int64(math.Trunc(float64(price) * 100)) // want `cut to whole øre`
	return capture("order-0003", ore)
}

// Before has the wrong function in another place than the conversion, where no
// rounding helps any more.
func Before(price float64) error {
	ore := math.Floor(price * 100)
	return capture("order-0004", int64(ore)) // want `cut to whole øre`
}

func Round(price float64) error {
	return capture("order-0005", int64(math.Round(price*100)))
}
