// Package bank remembers payments.
package bank

import "sync"

type Payment struct {
	Reference, State string
	Ore, Captured    int64
}

type Bank struct {
	mu       sync.Mutex
	payments map[string]*Payment
}

func New() *Bank { return &Bank{payments: map[string]*Payment{}} }

func (b *Bank) Put(ref string, ore int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.payments[ref] = &Payment{Reference: ref, State: "CREATED", Ore: ore}
}

func (b *Bank) Get(ref string) (Payment, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p, ok := b.payments[ref]
	if !ok {
		return Payment{}, false
	}
	return *p, true
}

func (b *Bank) Capture(ref string, ore int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	p, ok := b.payments[ref]
	if !ok || p.Captured+ore > p.Ore {
		return false
	}
	p.Captured += ore
	return true
}
