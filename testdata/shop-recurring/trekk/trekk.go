// Package trekk draws the fees of the month.
package trekk

import (
	"context"
	"fmt"
	"io"
	"log"
	"time"

	"fjelltrening.example/medlem/avtalegiro"
	"fjelltrening.example/medlem/medlem"
	"fjelltrening.example/medlem/pris"
	"fjelltrening.example/medlem/vippsklient/recurring"
)

// Purregebyr is added where the last month was not paid, in kroner.
const Purregebyr = 35.0

// A Tjeneste draws fees.
type Tjeneste struct {
	Vipps    recurring.API
	Register *medlem.Register
	Bank     io.Writer
}

// Kjor draws the fee of every member.
func (t *Tjeneste) Kjor(ctx context.Context, now time.Time) (feil int) {
	for _, m := range t.Register.Alle() {
		if m.Stoppet {
			continue
		}
		if err := t.trekk(ctx, m, now); err != nil {
			log.Printf("%s: %v", m.ID, err)
			feil++
		}
	}
	return feil
}

func (t *Tjeneste) trekk(ctx context.Context, m medlem.Medlem, now time.Time) error {
	k := medlem.NesteKrav(m, now)
	if m.Avtale == "" {
		return avtalegiro.Skriv(t.Bank, m, k)
	}
	if m.Purring {
		return t.purr(ctx, m, k)
	}
	id, err := t.Vipps.Charge(ctx, m.Avtale, k.Ref, recurring.NewCharge(k.Ore, k.Tekst, k.Forfall)) // want:vippsamount/truncated
	if err != nil {
		return err
	}
	log.Printf("%s: charge %s of %s", m.ID, id, pris.Vis(k.Ore))
	return nil
}

// purr draws the fee with what a reminder costs.
func (t *Tjeneste) purr(ctx context.Context, m medlem.Medlem, k medlem.Krav) error {
	ore := pris.Rundet(m.Plan.Pris + Purregebyr)
	if m.Plan.Rabatt > 0 {
		ore = int64((m.Plan.Pris*(100-m.Plan.Rabatt)/100 + Purregebyr) * 100) // want:vippsamount/truncated
	}
	_, err := t.Vipps.Charge(ctx, m.Avtale, k.Ref+"-p", recurring.NewCharge(ore, "Purring", k.Forfall))
	return err
}

// Frys draws a fifth while the membership rests.
func (t *Tjeneste) Frys(ctx context.Context, m medlem.Medlem, now time.Time) error {
	k := medlem.NesteKrav(m, now)
	k.Ore = pris.Andel(pris.Rundet(m.Plan.Pris), 20)
	_, err := t.Vipps.Charge(ctx, m.Avtale, k.Ref+"-f", recurring.NewCharge(k.Ore, "Frys", k.Forfall))
	return err
}

// Tilbakebetal gives back what was drawn too much.
func (t *Tjeneste) Tilbakebetal(ctx context.Context, m medlem.Medlem, charge string, kr float64) error {
	err := t.Vipps.Refund(ctx, m.Avtale, charge, charge+"-r", pris.Rundet(kr))
	if err != nil {
		return fmt.Errorf("tilbakebetaling til %s: %w", m.ID, err)
	}
	return nil
}

// Avslutt ends a membership.
func (t *Tjeneste) Avslutt(ctx context.Context, m medlem.Medlem, charge string) error {
	if charge != "" {
		if err := t.Vipps.CancelCharge(ctx, m.Avtale, charge); err != nil {
			return err
		}
	}
	if err := t.Vipps.Stop(ctx, m.Avtale); err != nil {
		return err
	}
	m.Stoppet = true
	t.Register.Legg(m)
	return nil
}

// Angre takes a charge back before it is due.
func (t *Tjeneste) Angre(ctx context.Context, m medlem.Medlem, charge string) error {
	if err := t.Vipps.CancelCharge(ctx, m.Avtale, charge); err != nil { // want:vippsresponse/error-swallowed
		return nil
	}
	log.Printf("%s: charge %s is taken back", m.ID, charge)
	return nil
}
