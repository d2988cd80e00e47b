// Package libraries polls with what others have written.
package libraries

import (
	"context"
	"errors"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	"k8s.io/apimachinery/pkg/util/wait"

	"pay"
)

var errOpen = errors.New("open")

func constant(ctx context.Context, c *pay.Client, ref string) error {
	return backoff.Retry(func() error {
		p, err := c.Payment(ctx, ref) // want `read again every 500ms`
		if err != nil {
			return err
		}
		if p.State == pay.Created {
			return errOpen
		}
		return nil
	}, backoff.NewConstantBackOff(500*time.Millisecond))
}

func constantRight(ctx context.Context, c *pay.Client, ref string) error {
	return backoff.Retry(func() error {
		p, err := c.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Created {
			return errOpen
		}
		return nil
	}, backoff.NewConstantBackOff(2*time.Second))
}

// Only what failed is tried again.
func again(ctx context.Context, c *pay.Client, ref string) (p *pay.Payment, err error) {
	err = backoff.Retry(func() error {
		p, err = c.Payment(ctx, ref)
		return err
	}, backoff.NewConstantBackOff(100*time.Millisecond))
	return p, err
}

func delay(ctx context.Context, c *pay.Client, ref string) error {
	return retry.Do(func() error {
		p, err := c.Payment(ctx, ref) // want `read again every 1s`
		if err == nil && p.State == pay.Created {
			err = errOpen
		}
		return err
	}, retry.Delay(time.Second))
}

func delayRight(ctx context.Context, c *pay.Client, ref string) error {
	return retry.Do(func() error {
		p, err := c.Payment(ctx, ref)
		if err == nil && p.State == pay.Created {
			err = errOpen
		}
		return err
	}, retry.Delay(2*time.Second))
}

func poll(ctx context.Context, c *pay.Client, ref string) error {
	return wait.PollUntilContextTimeout(ctx, time.Second, 10*time.Minute, true, func(ctx context.Context) (bool, error) {
		p, err := c.Payment(ctx, ref) // want `read again every 1s`
		if err != nil {
			return false, err
		}
		return p.State != pay.Created, nil
	})
}

func pollRight(ctx context.Context, c *pay.Client, ref string) error {
	return wait.PollUntilContextTimeout(ctx, 2*time.Second, 10*time.Minute, true, func(ctx context.Context) (bool, error) {
		p, err := c.Payment(ctx, ref)
		if err != nil {
			return false, err
		}
		return p.State != pay.Created, nil
	})
}
