// Package pay sends what other packages give it, headers included.
package pay

import (
	"io"
	"net/http"
)

const base = "https://api.vipps.no"

// Do sends a request with the headers of its caller.
func Do(method, path string, body io.Reader, headers map[string]string) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	for k, v := range headers {
		req.Header.Set(k, v)
	}
	return http.DefaultClient.Do(req)
}

// Set sets one header.
func Set(req *http.Request, name, value string) { req.Header.Set(name, value) }

// SetAll sets what every request has.
func SetAll(h http.Header, msn, system string) {
	h.Set("Merchant-Serial-Number", msn)
	h.Set("Vipps-System-Name", system)
}

// New makes a request with its key.
func New(path, key string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", key)
	return req, nil
}

// Create starts a payment.
func Create(body io.Reader, key string) (*http.Response, error) {
	req, err := New("/epayment/v1/payments", key, body)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
