// Package pay is a client.
package pay

import "net/http"

type Client struct{ Base string }

func (c *Client) Get(path string) (*http.Response, error) {
	return http.Get(c.Base + path)
}

// Status is closed whatever it is given, and is reported here alone.
func (c *Client) Status(id string) (*http.Response, error) {
	return c.Get("/ecomm/v2/payments/" + id + "/status") // want `/status no longer answers`
}
