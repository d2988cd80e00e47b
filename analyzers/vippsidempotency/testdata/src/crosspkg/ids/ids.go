// Package ids makes identifiers, and knows nothing of payments.
package ids

import "github.com/google/uuid"

// New gives another one each time.
func New() string { return "shop-" + uuid.NewString() }

// For gives the same one for the same order.
func For(order string) string { return "shop-" + order }
