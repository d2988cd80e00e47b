// Package clients sends through clients of all kinds.
package clients

import (
	"net/http"
	"strings"
	"time"
)

const capture = "https://api.vipps.no/epayment/v1/payments/acme-0001/capture"

func request() *http.Request {
	req, err := http.NewRequest("POST", capture, strings.NewReader("{}"))
	if err != nil {
		panic(err)
	}
	return req
}

var own = &http.Client{Timeout: 10 * time.Second}

func Own() (*http.Response, error) {
	return own.Do(request()) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
}

// Shared is seen by other packages, which may set its transport.
var Shared = &http.Client{Timeout: 10 * time.Second}

func ByShared() (*http.Response, error) { return Shared.Do(request()) }

func Local() (*http.Response, error) {
	c := http.Client{}
	c.Timeout = time.Second
	return c.Do(request()) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
}

type keyed struct{}

func (keyed) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Idempotency-Key", r.URL.Path)
	return http.DefaultTransport.RoundTrip(r)
}

func LocalRight() (*http.Response, error) {
	c := http.Client{}
	c.Transport = keyed{}
	return c.Do(request())
}

type logged struct{ next http.RoundTripper }

func (l logged) RoundTrip(r *http.Request) (*http.Response, error) {
	println(r.Method, r.URL.Path)
	return l.next.RoundTrip(r)
}

func Logged() (*http.Response, error) {
	c := http.Client{Transport: logged{&http.Transport{}}}
	return c.Do(request()) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
}

func LoggedRight() (*http.Response, error) {
	c := http.Client{Transport: logged{keyed{}}}
	return c.Do(request())
}

type transport func(*http.Request) (*http.Response, error)

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

func ByFunc() (*http.Response, error) {
	c := http.Client{Transport: transport(func(r *http.Request) (*http.Response, error) {
		r.Header.Set("Idempotency-Key", "capture-1")
		return http.DefaultTransport.RoundTrip(r)
	})}
	return c.Do(request())
}

func Either(fast bool) (*http.Response, error) {
	c := own
	if fast {
		c = &http.Client{Transport: keyed{}}
	}
	return c.Do(request())
}
