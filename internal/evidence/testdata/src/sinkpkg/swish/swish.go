// Package swish sends what Vipps gets too.
package swish

import (
	"bytes"
	"encoding/json"
	"net/http"

	"sinkpkg/bodies"
)

func Pay(kr float64) error {
	raw, err := json.Marshal(bodies.Capture{ModificationAmount: bodies.Amount{Currency: "SEK", Value: kr}})
	if err != nil {
		return err
	}
	_, err = http.Post("https://cpc.getswish.net/swish-cpcapi/api/v2/paymentrequests", "application/json", bytes.NewReader(raw))
	return err
}
