// Package quiet has APIs that are kept alive.
package quiet

import (
	"bytes"
	"net/http"
)

const host = "https://api.vipps.no"

func ECom(body []byte) (*http.Response, error) {
	return http.Post(host+"/ecomm/v2/payments", "application/json", bytes.NewReader(body))
}

func Checkout(body []byte) (*http.Response, error) {
	return http.Post(host+"/checkout/v3/session", "application/json", bytes.NewReader(body))
}

func PSP(body []byte) (*http.Response, error) {
	return http.Post(host+"/psp/v3/psppayments/init", "application/json", bytes.NewReader(body))
}

func EPayment(body []byte) (*http.Response, error) {
	return http.Post(host+"/epayment/v1/payments", "application/json", bytes.NewReader(body))
}
