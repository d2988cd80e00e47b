// Package order holds the orders of the shop, in memory until the next restart.
package order

import (
	"sync"

	"fjordfiske.example/nettbutikk/internal/money"
)

// A Line is one article of an order. Prices come from the price list, in
// kroner with decimals.
type Line struct {
	SKU   string
	Name  string
	Price float64
	Qty   int
}

// An Order is what a customer wants to buy.
type Order struct {
	ID      string
	Name    string
	Mobile  string
	Lines   []Line
	Rabatt  float64 // per cent
	Freight float64
	PaidOre int64
	State   string
}

// Total is the sum in kroner.
func (o Order) Total() float64 {
	var sum float64
	for _, l := range o.Lines {
		sum += l.Price * float64(l.Qty)
	}
	return money.MedRabatt(sum, o.Rabatt) + o.Freight
}

// A GiftCard is sold without an order.
type GiftCard struct {
	Code   string
	Value  float64
	Mobile string
}

// A Store keeps orders.
type Store struct {
	mu     sync.Mutex
	orders map[string]*Order
}

// NewStore makes an empty store.
func NewStore() *Store {
	return &Store{orders: map[string]*Order{}}
}

// Put keeps o.
func (s *Store) Put(o Order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.orders[o.ID] = &o
}

// Get finds an order.
func (s *Store) Get(id string) (Order, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.orders[id]
	if !ok {
		return Order{}, false
	}
	return *o, true
}

// Mark sets the state of an order and what was paid for it.
func (s *Store) Mark(id, state string, ore int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.orders[id]
	if !ok {
		return false
	}
	o.State = state
	o.PaidOre = ore
	return true
}
