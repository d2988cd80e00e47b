// Package books has an interface of its own.
package books

// A Taker takes money.
type Taker interface{ Capture(ref string) error }

// Close drops an error.
func Close(t Taker, refs []string) {
	for _, ref := range refs {
		_ = t.Capture(ref)
	}
}

// A Refunder has only others behind it.
type Refunder interface{ Refund(ref string) error }

// Return drops an error.
func Return(r Refunder, ref string) { r.Refund(ref) }
