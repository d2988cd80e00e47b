// Package ecom stands for a client library whose inside is not seen.
package ecom

import "context"

// A Client sends.
type Client struct{ send func(any) error }

// NewClient makes one.
func NewClient(key string) (*Client, error) { return &Client{}, nil }

// A Command starts a payment.
type Command struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
	} `json:"merchantInfo"`
	CustomerInfo struct {
		MobileNumber string `json:"mobileNumber"`
	} `json:"customerInfo"`
	Transaction struct {
		Amount          int    `json:"amount"`
		OrderID         string `json:"orderId"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

// InitiatePayment starts a payment.
func (c *Client) InitiatePayment(ctx context.Context, cmd Command) (string, error) {
	return "", c.send(cmd)
}
