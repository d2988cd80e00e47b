// Package legacy uses APIs that are kept alive.
package legacy

import (
	"bytes"
	"net/http"
)

const host = "https://api.vipps.no"

func ECom(body []byte) (*http.Response, error) {
	return http.Post(host+"/ecomm/v2/payments", "application/json", bytes.NewReader(body)) // want `POST /ecomm/v2/payments is of an API that is only kept alive; for new work use /epayment/v1/payments`
}

func Checkout(body []byte) (*http.Response, error) {
	return http.Post(host+"/checkout/v3/session", "application/json", bytes.NewReader(body)) // want `POST /checkout/v3/session is of an API`
}

func PSP(body []byte) (*http.Response, error) {
	return http.Post(host+"/psp/v3/psppayments/init", "application/json", bytes.NewReader(body)) // want `POST /psp/v3/psppayments/init is of an API`
}

func EPayment(body []byte) (*http.Response, error) {
	return http.Post(host+"/epayment/v1/payments", "application/json", bytes.NewReader(body))
}
