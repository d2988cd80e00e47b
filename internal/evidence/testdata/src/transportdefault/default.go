// Package transportdefault has only a transport that logs, so that any client
// leaves the status to who uses it.
package transportdefault

import (
	"log"
	"net/http"
)

type logging struct{ next http.RoundTripper }

func (l *logging) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := l.next.RoundTrip(req)
	if err == nil && resp.StatusCode != 200 {
		log.Println(resp.Status)
	}
	return resp, err
}

func unknown(c *http.Client) {
	c.Get("https://api.vipps.no/epayment/v1/payments/acme-shop-1") // want `answer 0 -1 1`
}
