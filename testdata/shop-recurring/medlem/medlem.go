// Package medlem holds the members of the training centre.
package medlem

import (
	"sync"
	"time"

	"fjelltrening.example/medlem/pris"
)

// A Plan is what a membership costs in a month, in kroner.
type Plan struct {
	Navn    string
	Pris    float64
	Rabatt  float64 // per cent, for students
	Binding int     // months
}

// A Medlem is one member.
type Medlem struct {
	ID      string
	Navn    string
	Mobil   string // MSISDN
	Avtale  string // of the provider; empty: pays by bank
	Plan    Plan
	Purring bool
	Stoppet bool
}

// A Krav is what a member owes.
type Krav struct {
	Ref     string
	Tekst   string
	Ore     int64
	Forfall time.Time
}

// NesteKrav is what m owes for the month after now.
func NesteKrav(m Medlem, now time.Time) Krav {
	k := Krav{
		Ref:     m.ID + now.Format("-200601"),
		Tekst:   m.Plan.Navn,
		Forfall: now.AddDate(0, 0, 10),
	}
	k.Ore = pris.Ore(m.Plan.Pris * (1 - m.Plan.Rabatt/100))
	return k
}

// Innmelding is what it costs to join.
func Innmelding(m Medlem) Krav {
	return Krav{Ref: m.ID + "-inn", Tekst: "Innmelding", Ore: pris.Rundet(m.Plan.Pris / 2)}
}

// A Register keeps the members.
type Register struct {
	mu   sync.Mutex
	alle []Medlem
}

// Alle is a copy of all of them.
func (r *Register) Alle() []Medlem {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]Medlem(nil), r.alle...)
}

// Legg adds or replaces a member.
func (r *Register) Legg(m Medlem) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.alle {
		if r.alle[i].ID == m.ID {
			r.alle[i] = m
			return
		}
	}
	r.alle = append(r.alle, m)
}

// Finn finds a member by his agreement.
func (r *Register) Finn(avtale string) (Medlem, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, m := range r.alle {
		if m.Avtale == avtale {
			return m, true
		}
	}
	return Medlem{}, false
}
