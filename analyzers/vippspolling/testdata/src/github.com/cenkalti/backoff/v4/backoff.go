// Package backoff has the names of the library that the tests need.
package backoff

import "time"

type BackOff interface{ NextBackOff() time.Duration }

type ConstantBackOff struct{ Interval time.Duration }

func (b *ConstantBackOff) NextBackOff() time.Duration { return b.Interval }

func NewConstantBackOff(d time.Duration) *ConstantBackOff { return &ConstantBackOff{d} }

type Operation func() error

func Retry(o Operation, b BackOff) error { return o() }
