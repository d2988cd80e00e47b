// Package cache stands for a cache library.
package cache

import "time"

// A Cache keeps values.
type Cache struct{ values map[string]any }

// New makes one.
func New(expiration, cleanup time.Duration) *Cache { return &Cache{map[string]any{}} }

// Get gives what is kept.
func (c *Cache) Get(k string) (any, bool) { v, ok := c.values[k]; return v, ok }

// Set keeps something.
func (c *Cache) Set(k string, v any, d time.Duration) { c.values[k] = v }
