// Command keyed has a transport that sets the key.
package main

import (
	"net/http"

	"outside/orders"
	"outside/vipps"
)

type keys struct{ next http.RoundTripper }

func (k keys) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", r.URL.Path)
	return k.next.RoundTrip(r)
}

func main() {
	hc := &http.Client{Transport: keys{http.DefaultTransport}}
	c := vipps.New(hc)
	c.Capture("order-0001", nil)
	vipps.Create(hc, nil)
	s := orders.Service{V: c}
	s.Ship("order-0003")
}
