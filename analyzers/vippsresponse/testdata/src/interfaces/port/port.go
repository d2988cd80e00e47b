// Package port knows of payments, not of who makes them.
package port

import "log"

// A Payer is filled elsewhere.
type Payer interface {
	Capture(ref string) error
	Refund(ref string) error
}

// Ship drops the error of what it calls.
func Ship(p Payer, ref string) {
	_ = p.Capture(ref)
	log.Println("shipped", ref)
}

// Return looks at the error.
func Return(p Payer, ref string) {
	if err := p.Refund(ref); err != nil {
		log.Print(err)
	}
}
