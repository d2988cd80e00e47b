// Package transportreplaced gives net/http's own client another transport.
package transportreplaced

import (
	"errors"
	"net/http"
)

type failing struct{ next http.RoundTripper }

func (f failing) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := f.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 300 {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func init() { http.DefaultTransport = failing{http.DefaultTransport} }

func get() {
	http.Get("https://api.vipps.no/epayment/v1/payments/acme-shop-1") // want `answer -1 -1 1`
}
