// Package vipps stands for the library of that name.
package vipps

import (
	"context"
	"net/http"
)

// Credentials are the merchant's.
type Credentials struct {
	MerchantSerialNumber string
	ClientID             string
	ClientSecret         string
	APISubscriptionKey   string
}

// NewClient makes a client.
func NewClient(ctx context.Context, c Credentials) *http.Client { return http.DefaultClient }
