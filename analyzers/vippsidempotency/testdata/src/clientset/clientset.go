// Package clientset sets the transport of a client after it is made.
package clientset

import (
	"net/http"
	"strings"
)

type keyed struct{ next http.RoundTripper }

func (k keyed) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", r.URL.Path)
	return k.next.RoundTrip(r)
}

var client = &http.Client{}

func init() { client.Transport = keyed{http.DefaultTransport} }

func Capture(ref string) (*http.Response, error) {
	return client.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", "application/json", strings.NewReader("{}"))
}
