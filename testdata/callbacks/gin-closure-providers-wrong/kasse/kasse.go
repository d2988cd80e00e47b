// Package kasse has the orders of all payment methods.
package kasse

import "sync"

type order struct {
	method string
	paid   bool
}

type Kasse struct {
	mu     sync.Mutex
	orders map[string]order
}

func New() *Kasse { return &Kasse{orders: map[string]order{}} }

func (k *Kasse) Paid(id string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	o := k.orders[id]
	o.paid = true
	k.orders[id] = o
}

func (k *Kasse) Open(method string) (ids []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id, o := range k.orders {
		if o.method == method && !o.paid {
			ids = append(ids, id)
		}
	}
	return ids
}
