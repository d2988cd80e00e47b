// Package orders knows nothing of who takes the money.
package orders

import (
	"log"
	"time"
)

// States tells the state of an order's payment.
type States interface {
	State(ref string) (string, error)
}

// Watch asks for it.
func Watch(s States) {
	for range time.Tick(time.Minute) {
		log.Print(s.State("ordre-1"))
	}
}
