// Package orders captures and refunds.
package orders

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"fjordbilletter.no/kasse/internal/vipps"
)

type Service struct{ V *vipps.Client }

// attempts again and again with another key each time
func (s *Service) CaptureHard(ctx context.Context, ref string, ore int64) error {
	var errs []error
	for n := 0; n < 4; n++ {
		err := s.V.Capture(ctx, ref, vipps.NewKey(), ore) // want:vippsidempotency/not-stable
		if err == nil {
			return nil
		}
		errs = append(errs, err)
		time.Sleep(time.Duration(n+1) * time.Second)
	}
	return errors.Join(errs...)
}

// the same with the key of the order
func (s *Service) CaptureSoft(ctx context.Context, ref string, ore int64) error {
	var errs []error
	for n := 0; n < 4; n++ {
		err := s.V.Capture(ctx, ref, "capture-"+ref, ore)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
		time.Sleep(time.Duration(n+1) * time.Second)
	}
	return errors.Join(errs...)
}

// the library makes the key, the loop is here
func (s *Service) ChargeHard(ctx context.Context, agreement string, in any) (err error) {
	for range 3 {
		if err = s.V.Charge(ctx, agreement, in); err == nil { // want:vippsidempotency/not-stable
			return
		}
	}
	return
}

// one charge for each agreement, tried once
func (s *Service) ChargeAll(ctx context.Context, agreements []string, in any) {
	for _, a := range agreements {
		if err := s.V.Charge(ctx, a, in); err != nil {
			log.Printf("charge %s: %v", a, err)
		}
	}
}

// a constant key
func (s *Service) CaptureFixed(ctx context.Context, ref string, ore int64) error {
	return s.V.Capture(ctx, ref, "fjordbilletter-capture", ore) // want:vippsidempotency/not-stable
}

// the key is what the caller keeps in its database
type Row struct {
	Ref, Key string
	Ore      int64
}

func (s *Service) CaptureRow(ctx context.Context, r *Row) error {
	if r.Key == "" {
		r.Key = vipps.NewKey()
	}
	return s.V.Capture(ctx, r.Ref, r.Key, r.Ore)
}

// no key
func (s *Service) CaptureNaked(ctx context.Context, ref string, ore int64) error {
	return s.V.Capture(ctx, ref, "", ore) // want:vippsidempotency/missing
}

// retried by a goroutine that takes jobs from a queue: another payment each time
func (s *Service) Run(ctx context.Context, queue <-chan Row) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case r := <-queue:
			if err := s.V.Capture(ctx, r.Ref, fmt.Sprintf("capture-%s", r.Ref), r.Ore); err != nil {
				log.Println(err)
			}
		}
	}
}
