// Package store keeps payments with states of the shop's own.
package store

import "pay"

func Load(reference string) *pay.Payment {
	p := &pay.Payment{Reference: reference}
	p.State = "SHIPPED"
	return p
}
