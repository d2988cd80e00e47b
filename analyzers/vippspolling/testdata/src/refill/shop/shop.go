// Package shop compares what comes from the store, which has words of its own.
package shop

import "refill/store"

func Shipped(reference string) bool { return store.Load(reference).State == "SHIPPED" }

func Captured(reference string) bool { return store.Load(reference).State == "CAPTURED" }
