// Package library sends through a library, which sets headers in ways of its own.
package library

import (
	"net/http"
	"strings"

	"github.com/hashicorp/go-retryablehttp"
)

func Wrapped(ref string) (*http.Response, error) {
	plain, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	req, err := retryablehttp.FromRequest(plain)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "capture-"+ref)
	return retryablehttp.NewClient().Do(req)
}

func Hooked(ref string) (*http.Response, error) {
	plain, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	req, err := retryablehttp.FromRequest(plain)
	if err != nil {
		return nil, err
	}
	c := retryablehttp.NewClient()
	c.RequestLogHook = func(_ int, r *http.Request) { r.Header.Set("Idempotency-Key", "capture-"+ref) }
	return c.Do(req)
}
