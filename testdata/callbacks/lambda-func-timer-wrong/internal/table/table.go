// Package table is the table of orders.
package table

import (
	"context"
	"sync"
)

var (
	mu   sync.Mutex
	rows = map[string]string{}
)

func Update(ctx context.Context, ref, status string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	mu.Lock()
	defer mu.Unlock()
	rows[ref] = status
	return nil
}

// Query lists the orders with a status.
func Query(status string) (refs []string) {
	mu.Lock()
	defer mu.Unlock()
	for ref, have := range rows {
		if have == status {
			refs = append(refs, ref)
		}
	}
	return refs
}
