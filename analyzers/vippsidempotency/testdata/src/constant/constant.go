// Package constant uses one key for all payments.
package constant

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
)

const base = "https://api.vipps.no"

const theKey = "my-shop"

func Capture(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "capture") // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/capture is "capture" for all payments \(Vipps takes the second one for a retry of the first\); derive`
	return http.DefaultClient.Do(req)
}

func CaptureRight(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "capture-"+ref)
	return http.DefaultClient.Do(req)
}

func send(path, key string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", key)
	return http.DefaultClient.Do(req)
}

func Create(body io.Reader) (*http.Response, error) {
	return send("/epayment/v1/payments", theKey, body) // want `Idempotency-Key of POST /epayment/v1/payments is "my-shop" for all payments`
}

func Printed(body io.Reader) (*http.Response, error) {
	return send("/epayment/v1/payments", fmt.Sprintf("the-%s", "key"), body) // want `is "the-key" for all payments`
}

func CreateRight(order string, body io.Reader) (*http.Response, error) {
	return send("/epayment/v1/payments", "create-"+order, body)
}

// A demonstration has one payment only.
func Demo() (*http.Response, error) {
	return send("/epayment/v1/payments", "demo-1", strings.NewReader(`{"reference":"demo-0001"}`))
}

func Order(order string) (*http.Response, error) {
	return send("/epayment/v1/payments", "create", bytes.NewReader([]byte(fmt.Sprintf(`{"reference":%q}`, order)))) // want `is "create" for all payments`
}

func capture(ref, key string) (*http.Response, error) {
	return send("/epayment/v1/payments/"+ref+"/capture", key, nil)
}

func All(refs []string) {
	for _, ref := range refs {
		capture(ref, "all") // want `is "all" for all payments`
	}
	capture("order-0001", "demo")
}

func ECom(id string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/ecomm/v2/payments/"+id+"/refund", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Request-Id", "refund") // want `X-Request-Id of POST /ecomm/v2/payments/{orderId}/refund is "refund" for all payments`
	return http.DefaultClient.Do(req)
}

func sendAlike(method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "alike") // want `is "alike" for all payments`
	return http.DefaultClient.Do(req)
}

func Alike(ref string) (*http.Response, error) {
	return sendAlike("POST", "/epayment/v1/payments/"+ref+"/capture", nil)
}

func sendDemo(method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "demo")
	return http.DefaultClient.Do(req)
}

// A demonstration through a helper.
func DemoByHelper() (*http.Response, error) {
	return sendDemo("POST", "/epayment/v1/payments/demo-0001/capture", nil)
}
