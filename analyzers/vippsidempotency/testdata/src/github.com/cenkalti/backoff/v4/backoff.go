// Package backoff stands for the library of that name.
package backoff

type BackOff interface{ NextBackOff() int }

type Operation func() error

func NewExponentialBackOff() BackOff { return nil }

func Retry(o Operation, b BackOff) error { return o() }
