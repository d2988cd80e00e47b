// Package poster sends for anybody, and dumps what it sends.
package poster

import (
	"io"
	"log"
	"net/http"
	"net/http/httputil"
)

// A Poster has a token.
type Poster struct {
	token string
	hc    *http.Client
}

// New makes one.
func New(token string) *Poster { return &Poster{token, http.DefaultClient} }

// Loud dumps each request.
func (p *Poster) Loud(method, url string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, url, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+p.token)
	if d, err := httputil.DumpRequestOut(req, true); err == nil {
		log.Printf("%s", d)
	}
	return p.hc.Do(req)
}

// Quiet dumps each before it has a token.
func (p *Poster) Quiet(method, url string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, url, body)
	if err != nil {
		return nil, err
	}
	if d, err := httputil.DumpRequestOut(req, true); err == nil {
		log.Printf("%s", d)
	}
	req.Header.Set("Authorization", "Bearer "+p.token)
	return p.hc.Do(req)
}
