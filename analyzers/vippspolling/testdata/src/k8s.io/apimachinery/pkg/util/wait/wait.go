// Package wait has the names of the library that the tests need.
package wait

import (
	"context"
	"time"
)

func PollUntilContextTimeout(ctx context.Context, interval, timeout time.Duration, immediate bool, done func(context.Context) (bool, error)) error {
	_, err := done(ctx)
	return err
}
