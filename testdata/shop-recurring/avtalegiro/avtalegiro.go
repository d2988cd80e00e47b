// Package avtalegiro writes the file of claims for the bank.
package avtalegiro

import (
	"fmt"
	"io"

	"fjelltrening.example/medlem/medlem"
)

// Gebyr is the fee of the bank for each line, in kroner.
const Gebyr = 2.50

// Skriv writes one line for each claim. The bank takes what is written.
func Skriv(w io.Writer, m medlem.Medlem, k medlem.Krav) error {
	belop := k.Ore + int64(m.Plan.Pris*100)/1000 + int64(Gebyr*100)
	_, err := fmt.Fprintf(w, "NY210030%-20s%017d%s\n", k.Ref, belop, k.Forfall.Format("020106"))
	return err
}
