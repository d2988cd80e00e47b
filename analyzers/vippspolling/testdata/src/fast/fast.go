// Package fast has every way to wait between two reads, too short and right.
package fast

import (
	"context"
	"log"
	"time"

	"pay"
)

const (
	quick = 500 * time.Millisecond
	slow  = 2 * time.Second
)

var interval = time.Second

var patient = 3 * time.Second

type Shop struct {
	client *pay.Client
	every  time.Duration
	calmly time.Duration
	Every  time.Duration
}

func New(c *pay.Client) *Shop { return &Shop{client: c, every: time.Second, calmly: 2 * time.Second} }

func open(p *pay.Payment) bool { return p.State == pay.Created }

func (s *Shop) sleeps(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `GET /epayment/v1/payments/\{reference\} is read again every 500ms .*; wait 5 s before the first read and 2 s between two: Client.Payment`
		if err != nil {
			return err
		}
		if !open(p) {
			return nil
		}
		time.Sleep(500 * time.Millisecond)
	}
}

func (s *Shop) sleepsRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if !open(p) {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) constant(ctx context.Context, ref string) error {
	for i := 0; i < 60; i++ {
		p, err := s.client.Payment(ctx, ref) // want `read again every 500ms`
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(quick)
	}
	return nil
}

func (s *Shop) constantRight(ctx context.Context, ref string) error {
	for i := 0; i < 60; i++ {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(slow)
	}
	return nil
}

func (s *Shop) variable(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	for err == nil && open(p) {
		time.Sleep(interval)
		p, err = s.client.Payment(ctx, ref) // want `read again every 1s`
	}
	return err
}

func (s *Shop) variableRight(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	for err == nil && open(p) {
		time.Sleep(patient)
		p, err = s.client.Payment(ctx, ref)
	}
	return err
}

func (s *Shop) field(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(s.every)
	}
}

func (s *Shop) fieldRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(s.calmly)
	}
}

// Another package may set the field.
func (s *Shop) configured(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(s.Every)
	}
}

func (s *Shop) ticker(ctx context.Context, ref string) error {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for range t.C {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
	}
	return nil
}

func (s *Shop) tickerRight(ctx context.Context, ref string) error {
	t := time.NewTicker(2 * time.Second)
	defer t.Stop()
	for range t.C {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
	}
	return nil
}

// The period comes from outside.
func (s *Shop) tickerGiven(ctx context.Context, ref string, t *time.Ticker) error {
	for range t.C {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
	}
	return nil
}

func (s *Shop) tickerSelect(ctx context.Context, ref string) error {
	t := time.NewTicker(500 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
			p, err := s.client.Payment(ctx, ref) // want `read again every 500ms`
			if err != nil {
				log.Print(err)
				continue
			}
			if !open(p) {
				return nil
			}
		}
	}
}

func (s *Shop) tickerSelectRight(ctx context.Context, ref string) error {
	t := time.NewTicker(slow)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
			p, err := s.client.Payment(ctx, ref)
			if err != nil {
				log.Print(err)
				continue
			}
			if !open(p) {
				return nil
			}
		}
	}
}

func (s *Shop) after(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

func (s *Shop) afterRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(2 * time.Second):
		}
	}
}

// A webhook wakes it: nobody knows how often.
func (s *Shop) woken(ctx context.Context, ref string, wake <-chan struct{}) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		select {
		case <-wake:
		case <-time.After(time.Second):
		}
	}
}

func (s *Shop) timer(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
		t := time.NewTimer(time.Second)
		<-t.C
	}
}

func (s *Shop) timerRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		t := time.NewTimer(5 * time.Second)
		<-t.C
	}
}

func (s *Shop) timerReset(ctx context.Context, ref string) error {
	t := time.NewTimer(time.Second)
	for {
		<-t.C
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		t.Reset(3 * time.Second)
	}
}

func (s *Shop) backoff(ctx context.Context, ref string) error {
	d := 250 * time.Millisecond
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again after 250ms at first`
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(d)
		d *= 2
	}
}

func (s *Shop) backoffRight(ctx context.Context, ref string) error {
	d := 2 * time.Second
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(d)
		d = min(d*2, time.Minute)
	}
}

func (s *Shop) busy(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again without a pause`
		if err != nil {
			return err
		}
		if p.State != pay.Created {
			return nil
		}
	}
}

// A time limit of the request is no pause.
func (s *Shop) limit(ref string) error {
	for {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		p, err := s.client.Payment(ctx, ref) // want `read again without a pause`
		cancel()
		if err != nil {
			return err
		}
		if p.State != pay.Created {
			return nil
		}
	}
}

// Only a way around the pause is too fast.
func (s *Shop) skips(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again without a pause`
		if err != nil {
			return err
		}
		if p.State == pay.Created {
			continue
		}
		if p.State != pay.Authorized || !open(p) {
			return nil
		}
		time.Sleep(slow)
	}
}

// The first read needs no pause.
func (s *Shop) firstAtOnce(ctx context.Context, ref string) error {
	for i := 0; ; i++ {
		if i > 0 {
			time.Sleep(slow)
		}
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
	}
}

// Two pauses make one.
func (s *Shop) twice(ctx context.Context, ref string) error {
	for {
		time.Sleep(time.Second)
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		time.Sleep(time.Second)
	}
}

func (s *Shop) pause()     { time.Sleep(time.Second) }
func (s *Shop) longPause() { time.Sleep(4 * time.Second) }

func (s *Shop) helper(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
		s.pause()
	}
}

func (s *Shop) helperRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		s.longPause()
	}
}

func wait(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// The helper's pause is what it is given: the longest of all callers.
func (s *Shop) waits(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || !open(p) {
			return err
		}
		if err := wait(ctx, 2*time.Second); err != nil {
			return err
		}
	}
}

// The client waits before it asks.
func (s *Shop) slowClient(ctx context.Context, ref string) error {
	for {
		p, err := s.client.SlowPayment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State != pay.Created {
			return nil
		}
	}
}

func (s *Shop) tick(ctx context.Context, ref string) error {
	for range time.Tick(time.Second) {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
	}
	return nil
}

func (s *Shop) timerResetFast(ctx context.Context, ref string) error {
	t := time.NewTimer(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
		}
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || !open(p) {
			return err
		}
		t.Reset(time.Second)
	}
}

// Neither the check of the context nor the count is a pause.
func (s *Shop) looks(ctx context.Context, ref string) error {
	for range 100 {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
		}
		p, err := s.client.Payment(ctx, ref) // want `read again without a pause`
		if err != nil {
			return err
		}
		if p.State != pay.Created {
			return nil
		}
	}
	return nil
}
