// Package order holds orders. Prices in the database are floats.
package order

import (
	"sync"

	"fjellbok.example/butikk/internal/money"
)

// A Book and how many of it.
type Book struct {
	ISBN  string
	Price float64
	Count int
}

// An Order of books.
type Order struct {
	Ref   string
	Phone string // MSISDN
	Books []Book
	Post  float64 // postage in kroner
	State string
}

// A Bill is what is to be paid. Whole is a whole number of øre.
type Bill struct {
	Ref   string
	Phone string
	Text  string
	Ore   int64
	Whole float64
}

// Bill adds up.
func (o *Order) Bill() Bill {
	var sum float64
	for _, b := range o.Books {
		sum += b.Price * float64(b.Count)
	}
	sum = money.Hoyst(sum+o.Post, 1)
	return Bill{Ref: o.Ref, Phone: o.Phone, Text: "Fjellbok " + o.Ref, Ore: money.Ore(sum), Whole: money.Hele(sum)}
}

// A Store keeps orders.
type Store struct {
	mu sync.Mutex
	m  map[string]*Order
}

// Put keeps an order.
func (s *Store) Put(o *Order) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = make(map[string]*Order)
	}
	s.m[o.Ref] = o
}

// Get finds one.
func (s *Store) Get(ref string) *Order {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.m[ref]
}

// Settle sets the state of one.
func (s *Store) Settle(ref, state string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if o := s.m[ref]; o != nil {
		o.State = state
	}
}
