// Package retryablehttp stands in for the real one.
package retryablehttp

import (
	"context"
	"net/http"
)

type Client struct {
	HTTPClient *http.Client
	RetryMax   int
	CheckRetry func(ctx context.Context, resp *http.Response, err error) (bool, error)
}

type Request struct{ *http.Request }

func NewClient() *Client { return nil }

func NewRequest(method, url string, rawBody interface{}) (*Request, error) { return nil, nil }

func NewRequestWithContext(ctx context.Context, method, url string, rawBody interface{}) (*Request, error) {
	return nil, nil
}

func FromRequest(r *http.Request) (*Request, error) { return nil, nil }

func (c *Client) Do(req *Request) (*http.Response, error)                 { return nil, nil }
func (c *Client) Get(url string) (*http.Response, error)                  { return nil, nil }
func (c *Client) StandardClient() *http.Client                            { return nil }
func Post(url, bodyType string, body interface{}) (*http.Response, error) { return nil, nil }
