// Package resty has the names of the real one.
package resty

import (
	"io"
	"net/http"
)

type Client struct{}

func New() *Client { return &Client{} }

func (c *Client) R() *Request { return &Request{} }

type Request struct{}

func (r *Request) Get(url string) (*Response, error) { return nil, nil }

type Response struct {
	Body        io.ReadCloser
	RawResponse *http.Response
}

func (r *Response) Bytes() []byte         { return nil }
func (r *Response) StatusCode() int       { return 0 }
func (r *Response) IsStatusSuccess() bool { return false }
func (r *Response) IsStatusFailure() bool { return false }
