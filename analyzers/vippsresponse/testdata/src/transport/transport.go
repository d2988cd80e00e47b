// Package transport looks at statuses in a RoundTripper.
package transport

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// strict makes an error of a bad status.
type strict struct{ next http.RoundTripper }

func (s strict) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := s.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return nil, fmt.Errorf("%s %s: %s", req.Method, req.URL, resp.Status)
	}
	return resp, nil
}

type payment struct {
	State string `json:"state"`
}

var checked = &http.Client{Transport: strict{http.DefaultTransport}}

func Checked(ref string) (p payment, err error) {
	resp, err := checked.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

func CheckedAndDropped(ref string) (p payment) {
	resp, _ := checked.Get("https://api.vipps.no/epayment/v1/payments/" + ref) // want "error of a Vipps call is dropped"
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		panic(err)
	}
	return p
}
