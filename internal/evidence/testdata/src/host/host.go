// Package host holds requests that are known by the host they go to.
package host

import "net/http"

const (
	production = "https://api.vipps.no"
	test       = "https://apitest.vipps.no"
)

func inBranch(live bool, c *http.Client, path string) (*http.Response, error) {
	url := test
	if live {
		url = production
	}
	req, err := http.NewRequest("GET", url+path, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `Vipps answer 0 -1 1`
}

type client struct {
	base string
	http *http.Client
}

func newClient() *client { return &client{base: production, http: &http.Client{}} }

func (c *client) get(path string) (*http.Response, error) {
	req, err := http.NewRequest("GET", c.base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `Vipps answer 0 -1 1`
}

// The payment link that is shown to people, and the Login issuer, are no API.
func shown(c *http.Client) (*http.Response, error) {
	_ = "https://api.vipps.no is where the API lives"
	return c.Get("https://vipps.no/produkter-og-tjenester/")
}

type swish struct{ base string }

func newSwish() *swish { return &swish{base: "https://cpc.getswish.net"} }

func (s *swish) get(path string) (*http.Response, error) {
	return http.Get(s.base + path)
}
