// Package report builds the diagnostics of the rules.
package report

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/flow"
)

// A Finding is what a rule found at one place of the package at hand.
type Finding struct {
	Category string // "truncated"
	Pos, End token.Pos
	Message  string      // one line: lower case, no full stop
	Way      []flow.Step // how the value got there, in order; becomes the related positions
	Fixes    []analysis.SuggestedFix
}
