package vippsphone

import (
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
)

// sameNumber reports whether other, which is right at p, is the number t in
// another form and a function gives the one or the other: it may do as its
// caller asks. Where the program chooses between them without a function, one is
// wrong.
func sameNumber(p *evidence.Place, t, other flow.Text) bool {
	text, _ := known(t)
	form, ok := known(other)
	if !ok || !p.Field.CheckPhone(p.Ahead+form).OK || !returned(t) || !returned(other) {
		return false
	}
	a, b := bare(text), bare(form)
	return a != "" && b != "" && (strings.HasSuffix(a, b) || strings.HasSuffix(b, a))
}

// returned reports whether a text is what a function gave.
func returned(t flow.Text) bool {
	return slices.ContainsFunc(t.Steps, func(s place.Step) bool { return strings.HasPrefix(s.Note, "returned by ") })
}

// bare is the digits of a number without zeros in front.
func bare(text string) string {
	return strings.TrimLeft(strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, text), "0")
}
