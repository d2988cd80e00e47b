// Package shop joins a source of one package with a client of another.
package shop

import (
	"context"
	"net/http"

	"crosspkg/auth"
	"crosspkg/pay"
)

// A Shop has both.
type Shop struct {
	source auth.Source
	cache  *auth.Cache
	client *pay.Client
}

// Cancel has a cache between.
func (s *Shop) Cancel(w http.ResponseWriter, r *http.Request) {
	token, err := s.cache.Token(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if err := s.client.Do(r.Context(), token, "POST", "/epayment/v1/payments/"+r.FormValue("ref")+"/cancel"); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// Batch has one for all.
func (s *Shop) Batch(ctx context.Context, refs []string) error {
	token, err := s.source.Token(ctx)
	if err != nil {
		return err
	}
	return s.client.All(ctx, token, refs)
}

// Read has the token put on the request.
func (s *Shop) Read(ref string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	if err := s.source.Authorize(req); err != nil { // want `is fetched for each request`
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Next goes where an answer says, with a token that it is given.
func Next(token, ref string) ([]byte, error) {
	next, err := auth.Send("GET", "https://api.vipps.no/epayment/v1/payments/"+ref, token)
	if err != nil {
		return nil, err
	}
	return auth.Send("POST", "https://api.vipps.no/epayment/v1/payments/"+string(next)+"/capture", token)
}

// Fetched fetches one by the same function.
func Fetched(ref string) ([]byte, error) {
	token, err := auth.Fetch() // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	return auth.Send("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", token)
}

// Sent fetches one by hand, by the same function.
func Sent(ref string) ([]byte, error) {
	token, err := auth.Send("POST", "https://api.vipps.no/accesstoken/get", "") // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	return auth.Send("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", string(token))
}

// Refund answers a browser.
func (s *Shop) Refund(w http.ResponseWriter, r *http.Request) {
	token, err := s.source.Token(r.Context()) // want `is fetched for each request`
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if err := s.client.Do(r.Context(), token, "POST", "/epayment/v1/payments/"+r.FormValue("ref")+"/refund"); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
