// Package ordre keeps orders in memory.
package ordre

import (
	"sync"
)

var (
	mu   sync.Mutex
	open map[string]string
)

func Open() { open = map[string]string{} }

// Set stores how far an order has come.
func Set(ref, how string) {
	mu.Lock()
	open[ref] = how
	mu.Unlock()
}

// Waiting lists the orders whose payment is not decided.
func Waiting() (refs []string) {
	mu.Lock()
	defer mu.Unlock()
	for ref, how := range open {
		if how == "venter" {
			refs = append(refs, ref)
		}
	}
	return refs
}

func Get(ref string) string {
	mu.Lock()
	defer mu.Unlock()
	return open[ref]
}
