// Package retryablehttp stands for the library of that name.
package retryablehttp

import "net/http"

type Client struct{ RequestLogHook func(int, *http.Request) }

type Request struct{ *http.Request }

func NewClient() *Client { return &Client{} }

func FromRequest(r *http.Request) (*Request, error) { return &Request{r}, nil }

func (c *Client) Do(r *Request) (*http.Response, error) { return nil, nil }
