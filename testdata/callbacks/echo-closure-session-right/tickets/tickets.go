// Package tickets counts seats.
package tickets

import (
	"crypto/rand"
	"sync"
)

type Box struct {
	lock sync.Mutex
	sold map[string]bool
}

func NewBox() *Box { return &Box{sold: make(map[string]bool)} }

func (b *Box) Reserve() string {
	ref := "sirkus-" + rand.Text()
	b.put(ref, false)
	return ref
}

func (b *Box) Sell(ref string) { b.put(ref, true) }

func (b *Box) Release(ref string) {
	b.lock.Lock()
	defer b.lock.Unlock()
	delete(b.sold, ref)
}

func (b *Box) Sold(ref string) bool {
	b.lock.Lock()
	defer b.lock.Unlock()
	return b.sold[ref]
}

func (b *Box) put(ref string, sold bool) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.sold[ref] = sold
}
