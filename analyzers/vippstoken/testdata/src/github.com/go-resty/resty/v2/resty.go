// Package resty stands for the library.
package resty

// A Client makes requests.
type Client struct{}

// A Request is one.
type Request struct{}

// A Response answers.
type Response struct{}

// New makes a client.
func New() *Client { return &Client{} }

// SetAuthToken sets the token of all requests.
func (c *Client) SetAuthToken(token string) *Client { return c }

// R makes a request.
func (c *Client) R() *Request { return &Request{} }

// SetAuthToken sets the token.
func (r *Request) SetAuthToken(token string) *Request { return r }

// SetHeader sets a header.
func (r *Request) SetHeader(name, value string) *Request { return r }

// SetResult says what to decode into.
func (r *Request) SetResult(v any) *Request { return r }

// SetBody sets the body.
func (r *Request) SetBody(v any) *Request { return r }

// Post sends.
func (r *Request) Post(url string) (*Response, error) { return &Response{}, nil }

// IsError tells of a bad status.
func (r *Response) IsError() bool { return false }

// Body is the body.
func (r *Response) Body() []byte { return nil }
