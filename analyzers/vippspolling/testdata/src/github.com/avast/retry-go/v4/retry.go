// Package retry has the names of the library that the tests need.
package retry

import "time"

type Option func()

func Delay(d time.Duration) Option { return func() {} }

func Do(f func() error, opts ...Option) error { return f() }
