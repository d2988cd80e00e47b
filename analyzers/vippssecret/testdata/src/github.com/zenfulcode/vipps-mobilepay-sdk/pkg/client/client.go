// Package client stands for the library of that name.
package client

// A Client sends requests.
type Client struct{}

// NewClient makes one.
func NewClient(clientID, clientSecret, subscriptionKey, merchantSerialNumber string, testMode bool) *Client {
	return &Client{}
}
