// Package poll reads payments back until they are decided.
package poll

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"kanelbakeriet.example/butikk/internal/epay"
)

// A Poller watches the payments that are open.
type Poller struct {
	Pay    *epay.Client
	Settle func(ref, state string)

	mu   sync.Mutex
	open map[string]time.Time
}

// Watch adds a payment that was just started.
func (p *Poller) Watch(ref string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open == nil {
		p.open = map[string]time.Time{}
	}
	p.open[ref] = time.Now().Add(5 * time.Second)
}

// Run polls until ctx ends.
func (p *Poller) Run(ctx context.Context) {
	tick := time.NewTicker(2 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			p.round(ctx, now)
		}
	}
}

func (p *Poller) round(ctx context.Context, now time.Time) {
	p.mu.Lock()
	var due []string
	for ref, from := range p.open {
		if now.After(from) {
			due = append(due, ref)
		}
	}
	p.mu.Unlock()
	for _, ref := range due {
		pay, found, err := p.Pay.Get(ctx, ref)
		if err != nil {
			slog.Warn("poll", "ref", ref, "error", err)
			continue
		}
		if !found {
			continue
		}
		switch pay.State {
		case "AUTHORIZED", "ABORTED", "EXPIRED", "TERMINATED":
			slog.Info("decided", "ref", ref, "kroner", pay.Kroner())
			p.Settle(ref, pay.State)
			p.mu.Lock()
			delete(p.open, ref)
			p.mu.Unlock()
		}
	}
}
