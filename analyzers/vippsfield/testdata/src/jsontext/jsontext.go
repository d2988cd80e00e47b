// Package jsontext writes its bodies as texts.
package jsontext

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

func send(path, body string) error {
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func Pay(ref string) error {
	return errors.Join(
		send("/epayment/v1/payments", `{"reference": "order-0001", "userFlow": "QR", "minimumUserAge": 18}`),
		send("/epayment/v1/payments", `{"reference": "order 0001", "userFlow": "QR"}`),                 // want `reference is "order 0001"`
		send("/epayment/v1/payments", `{"reference": "order-0001", "userFlow": "QRCODE"}`),             // want `userFlow is "QRCODE"`
		send("/epayment/v1/payments", `{"reference": "order-0001", "minimumUserAge": 180}`),            // want `minimumUserAge is 180`
		send("/ecomm/v2/payments", `{"merchantInfo": {"merchantSerialNumber": 123456}}`),               // want `merchantInfo.merchantSerialNumber is written as a number, and POST /ecomm/v2/payments takes a string`
		send("/epayment/v1/payments", fmt.Sprintf(`{"reference": "order_%s", "userFlow": "QR"}`, ref)), // want `reference is "order_…"`
		send("/epayment/v1/payments", fmt.Sprintf(`{"reference": "order-%s", "amount": {"value": %d}}`, ref, 34900)),
		send("/epayment/v1/payments", fmt.Sprintf(`{"reference": %q, "userFlow": "QR"}`, ref)),
		send("/epayment/v1/payments", `{"Reference": "order-0001", "userFlow": "QR"}`), // want `has no field Reference; it is reference`
		send("/epayment/v1/payments", `{"userFlow": "PUSH_MESSAGE"}`),                  // want `userFlow PUSH_MESSAGE is not possible without customer`
	)
}
