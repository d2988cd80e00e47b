// Package resty stands in for the real one.
package resty

type Client struct{}

type Request struct{}

type Response struct{}

type ResponseMiddleware func(*Client, *Response) error

func New() *Client { return nil }

func (c *Client) R() *Request                                    { return nil }
func (c *Client) SetBaseURL(url string) *Client                  { return c }
func (c *Client) SetHeader(header, value string) *Client         { return c }
func (c *Client) SetHeaders(headers map[string]string) *Client   { return c }
func (c *Client) SetRetryCount(n int) *Client                    { return c }
func (c *Client) OnAfterResponse(m ResponseMiddleware) *Client   { return c }
func (r *Request) SetHeader(header, value string) *Request       { return r }
func (r *Request) SetHeaders(headers map[string]string) *Request { return r }
func (r *Request) SetBody(body interface{}) *Request             { return r }
func (r *Request) SetResult(res interface{}) *Request            { return r }
func (r *Request) SetPathParam(param, value string) *Request     { return r }
func (r *Request) Get(url string) (*Response, error)             { return nil, nil }
func (r *Request) Post(url string) (*Response, error)            { return nil, nil }
func (r *Request) Execute(method, url string) (*Response, error) { return nil, nil }
func (r *Response) IsError() bool                                { return false }
func (r *Response) StatusCode() int                              { return 0 }
func (r *Response) Body() []byte                                 { return nil }
func (r *Response) String() string                               { return "" }
func (r *Response) Status() string                               { return "" }
