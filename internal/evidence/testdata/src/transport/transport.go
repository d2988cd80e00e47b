// Package transport asks Vipps by clients that differ in what they make of a
// bad status.
package transport

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"golang.org/x/oauth2"
)

const url = "https://api.vipps.no/epayment/v1/payments/acme-shop-1"

// failing makes errors of bad statuses.
type failing struct{ next http.RoundTripper }

func (f failing) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := f.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return nil, fmt.Errorf("%s: %s", req.URL, resp.Status)
	}
	return resp, nil
}

// logging only tells of them.
type logging struct{ next http.RoundTripper }

func (l *logging) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := l.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		log.Println(req.URL, resp.Status)
	}
	return resp, err
}

// retrying tries again where the server fails; a refusal is handed on.
type retrying struct{ next http.RoundTripper }

func (r *retrying) RoundTrip(req *http.Request) (*http.Response, error) {
	for i := 0; i < 3; i++ {
		resp, err := r.next.RoundTrip(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return r.next.RoundTrip(req)
}

func byDefault() {
	http.DefaultClient.Get(url) // want `answer 0 -1 1`
	http.Get(url)               // want `answer 0 -1 1`
	c := &http.Client{Timeout: time.Second}
	c.Get(url) // want `answer 0 -1 1`
	var zero http.Client
	zero.Get(url) // want `answer 0 -1 1`
}

func byLiteral() {
	strict := &http.Client{Transport: failing{http.DefaultTransport}}
	strict.Get(url) // want `answer -1 -1 1`
	c := &http.Client{Transport: &logging{http.DefaultTransport}}
	c.Get(url) // want `answer 0 -1 1`
	c = &http.Client{Transport: &logging{failing{http.DefaultTransport}}}
	c.Get(url) // want `answer -1 -1 1`
	c = &http.Client{Transport: &retrying{http.DefaultTransport}}
	c.Get(url) // want `answer 0 -1 1`
	c = &http.Client{Transport: &http.Transport{}}
	c.Get(url) // want `answer 0 -1 1`
	c = &http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport)}
	c.Get(url) // want `answer 0 -1 1`
	c = &http.Client{Transport: otelhttp.NewTransport(failing{http.DefaultTransport})}
	c.Get(url) // want `answer -1 -1 1`
	c = &http.Client{Transport: &oauth2.Transport{Base: failing{http.DefaultTransport}}}
	c.Get(url) // want `answer -1 -1 1`
	c = &http.Client{Transport: &oauth2.Transport{}}
	c.Get(url) // want `answer 0 -1 1`
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func byFunction() {
	c := &http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		resp, err := http.DefaultTransport.RoundTrip(req)
		if err == nil && resp.StatusCode/100 != 2 {
			return nil, fmt.Errorf("status %d", resp.StatusCode)
		}
		return resp, err
	})}
	c.Get(url) // want `answer -1 -1 1`
	c = &http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		req.Header.Set("Accept", "application/json")
		return http.DefaultTransport.RoundTrip(req)
	})}
	c.Get(url) // want `answer 0 -1 1`
}

func byToken(ctx context.Context, conf *oauth2.Config, src oauth2.TokenSource) {
	conf.Client(ctx, nil).Get(url)      // want `answer 0 -1 1`
	oauth2.NewClient(ctx, src).Get(url) // want `answer 0 -1 1`
}

// unknown could be any client, also the one of this package that fails.
func unknown(c *http.Client) {
	c.Get(url) // want `answer -1 -1 1`
}

type shop struct{ safe, loud *http.Client }

func newShop() *shop {
	return &shop{
		safe: &http.Client{Transport: failing{http.DefaultTransport}},
		loud: &http.Client{Transport: &logging{http.DefaultTransport}},
	}
}

func (s *shop) byField() {
	s.safe.Get(url) // want `answer -1 -1 1`
	s.loud.Get(url) // want `answer 0 -1 1`
}

// raw hands on what a client gives that makes no errors of statuses.
func (s *shop) raw() (*http.Response, error) {
	return s.loud.Get(url) // want `answer 0 -1 1`
}

func (s *shop) code() (int, error) {
	resp, err := s.safe.Get(url) // want `answer -1 -1 1`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func (s *shop) callers() {
	s.raw()  // want `answer 0 -1 1`
	s.code() // want `answer -1 -1 1`
}
