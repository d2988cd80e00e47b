// Package oauth2 stands in for the real one.
package oauth2

import (
	"context"
	"net/http"
)

type Token struct{ AccessToken string }

type TokenSource interface{ Token() (*Token, error) }

type Config struct{ ClientID string }

func (c *Config) Client(ctx context.Context, t *Token) *http.Client { return nil }

func NewClient(ctx context.Context, src TokenSource) *http.Client { return nil }

type Transport struct {
	Source TokenSource
	Base   http.RoundTripper
}

func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) { return nil, nil }
