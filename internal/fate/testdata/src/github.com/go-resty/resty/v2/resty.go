// Package resty has the names of the real one.
package resty

import "net/http"

type Client struct{}

func New() *Client { return &Client{} }

func (c *Client) R() *Request { return &Request{} }

type Request struct{}

func (r *Request) SetBody(body any) *Request         { return r }
func (r *Request) SetResult(res any) *Request        { return r }
func (r *Request) SetError(err any) *Request         { return r }
func (r *Request) Get(url string) (*Response, error) { return nil, nil }

type Response struct {
	Request     *Request
	RawResponse *http.Response
}

func (r *Response) Body() []byte        { return nil }
func (r *Response) Status() string      { return "" }
func (r *Response) StatusCode() int     { return 0 }
func (r *Response) Result() any         { return nil }
func (r *Response) Error() any          { return nil }
func (r *Response) String() string      { return "" }
func (r *Response) Header() http.Header { return nil }
func (r *Response) IsSuccess() bool     { return false }
func (r *Response) IsError() bool       { return false }
