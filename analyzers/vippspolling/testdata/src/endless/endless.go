// Package endless has loops and switches that end on some final states, beside
// those that end on all.
package endless

import (
	"context"
	"errors"
	"log"
	"time"

	"pay"
)

type Shop struct{ client *pay.Client }

var errGone = errors.New("no payment")

func (s *Shop) one(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `the loop knows nothing of ABORTED, EXPIRED, TERMINATED \(final states: it goes on for ever when the customer has given up\); add them or a default: state of GET /epayment/v1/payments/\{reference\}`
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) oneRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State != pay.Created {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) some(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `the loop knows nothing of EXPIRED, TERMINATED `
		if err != nil {
			log.Print(err)
			time.Sleep(5 * time.Second)
			continue
		}
		switch p.State {
		case "AUTHORIZED":
			return nil
		case "ABORTED":
			return errGone
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) someRight(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			log.Print(err)
			time.Sleep(5 * time.Second)
			continue
		}
		switch p.State {
		case "AUTHORIZED":
			return nil
		case "ABORTED", "EXPIRED", "TERMINATED":
			return errGone
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) defaults(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		switch p.State {
		case "AUTHORIZED":
			return nil
		case "CREATED":
		default:
			return errGone
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) condition(ctx context.Context, ref string) error {
	state := pay.Created
	for state != pay.Authorized {
		time.Sleep(2 * time.Second)
		p, err := s.client.Payment(ctx, ref) // want `the loop knows nothing of ABORTED, EXPIRED, TERMINATED`
		if err != nil {
			return err
		}
		state = p.State
	}
	return nil
}

func (s *Shop) conditionRight(ctx context.Context, ref string) (pay.State, error) {
	state := pay.Created
	for state == pay.Created {
		time.Sleep(2 * time.Second)
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return "", err
		}
		state = p.State
	}
	return state, nil
}

func (s *Shop) counted(ctx context.Context, ref string) error {
	for range 300 {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
	return errGone
}

func (s *Shop) deadline(ctx context.Context, ref string) error {
	end := time.Now().Add(10 * time.Minute)
	for time.Now().Before(end) {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
	return errGone
}

func (s *Shop) done(ctx context.Context, ref string) error {
	t := time.NewTicker(2 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
		}
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
	}
}

// The context of the read ends by itself, and its error ends the loop.
func (s *Shop) limited(ctx context.Context, ref string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

// The context's own error ends the loop.
func (s *Shop) asks(ctx context.Context, ref string) error {
	for ctx.Err() == nil {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
	return ctx.Err()
}

func (s *Shop) final(state pay.State) bool {
	return state == "AUTHORIZED" || state == "ABORTED" || state == "EXPIRED" || state == "TERMINATED"
}

func (s *Shop) helper(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if s.final(p.State) {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) agreement(ctx context.Context, id string) error {
	for {
		a, err := s.client.Agreement(ctx, id) // want `the loop knows nothing of STOPPED, EXPIRED `
		if err != nil {
			return err
		}
		if a.Status == "ACTIVE" {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) agreementRight(ctx context.Context, id string) error {
	for {
		a, err := s.client.Agreement(ctx, id)
		if err != nil {
			return err
		}
		if a.Status == "ACTIVE" {
			return nil
		}
		if a.Status == "STOPPED" || a.Status == "EXPIRED" {
			return errGone
		}
		time.Sleep(2 * time.Second)
	}
}

// It watches for ever, on purpose.
func (s *Shop) watch(ctx context.Context, ref string) {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err == nil && p.State == pay.Authorized {
			log.Print("paid")
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) ship(ref string)   {}
func (s *Shop) cancel(ref string) {}

func (s *Shop) settle(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	switch p.State { // want `the switch knows nothing of EXPIRED, TERMINATED \(final states: it leaves the order open when the customer has given up\); add them or a default`
	case "AUTHORIZED":
		s.ship(ref)
	case "ABORTED":
		s.cancel(ref)
	}
	return nil
}

func (s *Shop) settleRight(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	switch p.State {
	case "AUTHORIZED":
		s.ship(ref)
	case "ABORTED", "EXPIRED", "TERMINATED":
		s.cancel(ref)
	}
	return nil
}

func (s *Shop) job(ctx context.Context, refs []string) {
	for _, ref := range refs {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			log.Print(err)
			continue
		}
		switch p.State { // want `the switch knows nothing of TERMINATED .*; add it or a default`
		case "AUTHORIZED":
			s.ship(ref)
		case "ABORTED", "EXPIRED":
			s.cancel(ref)
		}
	}
}

// The rest is done behind the switch.
func (s *Shop) rest(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	switch p.State {
	case "AUTHORIZED":
		s.ship(ref)
		return nil
	case "ABORTED":
		s.cancel(ref)
		return nil
	}
	return errGone
}

// Before it, or in another hand.
func (s *Shop) before(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	if p.State == "EXPIRED" || p.State == "TERMINATED" {
		return errGone
	}
	switch p.State {
	case "AUTHORIZED":
		s.ship(ref)
	case "ABORTED":
		s.cancel(ref)
	}
	return nil
}

func (s *Shop) store(p *pay.Payment) {}

func (s *Shop) handed(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	s.store(p)
	switch p.State {
	case "AUTHORIZED":
		s.ship(ref)
	case "ABORTED":
		s.cancel(ref)
	}
	return nil
}

// Success alone: another job looks after the others.
func (s *Shop) success(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	switch p.State {
	case "AUTHORIZED":
		s.ship(ref)
	case "CREATED":
		log.Print("open")
	}
	return nil
}
