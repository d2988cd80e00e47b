// Package req has the names of the real one.
package req

import "net/http"

type Client struct{}

func C() *Client { return &Client{} }

func (c *Client) R() *Request { return &Request{} }

type Request struct{}

func (r *Request) SetErrorResult(v any) *Request     { return r }
func (r *Request) Get(url string) (*Response, error) { return nil, nil }

type Response struct {
	*http.Response
	Err error
}

func (r *Response) IsSuccessState() bool { return false }
func (r *Response) IsErrorState() bool   { return false }
func (r *Response) GetStatusCode() int   { return 0 }
func (r *Response) Into(v any) error     { return nil }
func (r *Response) String() string       { return "" }
