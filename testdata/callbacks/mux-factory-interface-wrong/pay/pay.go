// Package pay is what the shop knows of payments.
package pay

import (
	"context"
	"sync"
)

// A Provider takes money.
type Provider interface {
	Begin(ctx context.Context, id string, minor int) (redirect string, err error)
}

// A Ledger remembers what is paid.
type Ledger struct {
	sync.RWMutex
	paid map[string]bool
}

func NewLedger() *Ledger { return &Ledger{paid: map[string]bool{}} }

func (l *Ledger) Open(id string)  { l.set(id, false) }
func (l *Ledger) Close(id string) { l.set(id, true) }

func (l *Ledger) set(id string, paid bool) {
	l.Lock()
	defer l.Unlock()
	l.paid[id] = paid
}

func (l *Ledger) Paid(id string) bool {
	l.RLock()
	defer l.RUnlock()
	return l.paid[id]
}

func (l *Ledger) Unpaid() []string {
	l.RLock()
	defer l.RUnlock()
	var ids []string
	for id, paid := range l.paid {
		if !paid {
			ids = append(ids, id)
		}
	}
	return ids
}
