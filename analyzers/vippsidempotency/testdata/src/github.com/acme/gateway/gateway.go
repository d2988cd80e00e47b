// Package gateway gives clients with a transport that sets the key.
package gateway

import "net/http"

func Client() *http.Client { return &http.Client{Transport: transport{}} }

type transport struct{}

func (transport) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", r.URL.Path)
	return http.DefaultTransport.RoundTrip(r)
}
