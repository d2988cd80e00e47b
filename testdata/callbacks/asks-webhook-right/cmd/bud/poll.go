package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"blomsterhuset.example/bud/vipps"
)

var errNotPaid = errors.New("not paid")

// settled returns when the payment is decided, with an error where no money
// will come.
func settled(ctx context.Context, c *vipps.Client, ref string) error {
	time.Sleep(5 * time.Second)
	for {
		state, err := c.PaymentState(ctx, ref)
		if err != nil {
			return fmt.Errorf("%s: %w", ref, err)
		}
		switch state {
		case "AUTHORIZED":
			return nil
		case "ABORTED", "EXPIRED", "TERMINATED":
			return errNotPaid
		}
		time.Sleep(2 * time.Second)
	}
}
