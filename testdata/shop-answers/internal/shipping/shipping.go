// Package shipping sends what was paid; it knows no provider.
package shipping

import (
	"context"
	"log"
)

type Payer interface {
	Capture(ctx context.Context, ref string, ore int64) error
	Cancel(ctx context.Context, ref string) error
}

type Shop struct{ P Payer }

func (s *Shop) Ship(ctx context.Context, ref string) {
	s.P.Capture(ctx, ref, 1990)
	log.Println("shipped", ref)
}

func (s *Shop) Drop(ctx context.Context, ref string) error {
	if err := s.P.Cancel(ctx, ref); err != nil {
		return err
	}
	return nil
}
