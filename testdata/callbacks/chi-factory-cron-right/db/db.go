// Package db is a stand-in for the database.
package db

import (
	"strconv"
	"sync"
)

type DB struct {
	mu     sync.Mutex
	orders map[string]string
}

func New() *DB { return &DB{orders: map[string]string{}} }

func (db *DB) NewOrder() string {
	db.mu.Lock()
	defer db.mu.Unlock()
	id := "dahl-" + strconv.Itoa(10000+len(db.orders))
	db.orders[id] = "NEW"
	return id
}

func (db *DB) Paid(id string) {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.orders[id] = "PAID"
}

func (db *DB) Unpaid() []string {
	db.mu.Lock()
	defer db.mu.Unlock()
	var ids []string
	for id, s := range db.orders {
		if s == "NEW" {
			ids = append(ids, id)
		}
	}
	return ids
}

func (db *DB) Forget() {
	db.mu.Lock()
	defer db.mu.Unlock()
	for id, s := range db.orders {
		if s == "PAID" {
			delete(db.orders, id)
		}
	}
}
