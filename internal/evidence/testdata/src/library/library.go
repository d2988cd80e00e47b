// Package library uses a client library that the table knows.
package library

import (
	"context"

	"github.com/torfjor/go-vipps/ecom"
)

func pay(ctx context.Context, ore int) (string, error) {
	c, err := ecom.NewClient("key")
	if err != nil {
		return "", err
	}
	var cmd ecom.Command
	cmd.Transaction.Amount = ore
	return c.InitiatePayment(ctx, cmd) // want `POST /ecomm/v2/payments answer -1 -1 1` `place customerInfo.mobileNumber typed` `place transaction.amount typed`
}
