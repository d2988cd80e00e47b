// Package clientcredentials stands for the library.
package clientcredentials

import (
	"context"
	"net/http"
)

// A Config says where tokens are.
type Config struct{ ClientID, ClientSecret, TokenURL string }

// Client puts tokens on requests.
func (c *Config) Client(ctx context.Context) *http.Client { return http.DefaultClient }
