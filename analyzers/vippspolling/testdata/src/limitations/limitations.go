// Package limitations has mistakes that are not found, on purpose: what happens
// is not seen, or looks like right code.
package limitations

import (
	"context"
	"log"
	"time"

	"pay"
)

type Shop struct{ client *pay.Client }

// Each order of the list is asked for every second as long as it is open; the
// list may as well be another one each time.
func (s *Shop) list(ctx context.Context, open func() []string) {
	for {
		for _, ref := range open() {
			if _, err := s.client.Payment(ctx, ref); err != nil {
				log.Print(err)
			}
		}
		time.Sleep(time.Second)
	}
}

// A function that calls itself is no loop.
func (s *Shop) again(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil || p.State != pay.Created {
		return err
	}
	time.Sleep(500 * time.Millisecond)
	return s.again(ctx, ref)
}

func (s *Shop) timer(ctx context.Context, ref string) {
	p, err := s.client.Payment(ctx, ref)
	if err == nil && p.State == pay.Created {
		time.AfterFunc(time.Second, func() { s.timer(ctx, ref) })
	}
}

func paid(state pay.State) bool { return state == pay.Authorized }

// What a helper makes of a state may end the loop.
func (s *Shop) helper(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if paid(p.State) {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

var shipped = map[pay.State]bool{"CAPTURED": true}

// A map may be there for several APIs.
func (s *Shop) lookup(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return shipped[p.State], nil
}

// Paid is for other packages, which may have states of their own.
func Paid(state string) bool { return state == "CAPTURED" }

func (s *Shop) exported(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return Paid(string(p.State)), nil
}

// What is handed in may have been looked at before.
func (s *Shop) apply(p *pay.Payment) {
	switch p.State {
	case "AUTHORIZED":
		log.Print("ship")
	case "ABORTED":
		log.Print("cancel")
	}
}
