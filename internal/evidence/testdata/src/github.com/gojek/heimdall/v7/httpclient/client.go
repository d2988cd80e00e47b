// Package httpclient stands in for the real one.
package httpclient

import (
	"io"
	"net/http"
)

type Client struct{}

type Option func(*Client)

func NewClient(opts ...Option) *Client { return nil }

func (c *Client) Get(url string, headers http.Header) (*http.Response, error) { return nil, nil }

func (c *Client) Post(url string, body io.Reader, headers http.Header) (*http.Response, error) {
	return nil, nil
}

func (c *Client) Do(request *http.Request) (*http.Response, error) { return nil, nil }
