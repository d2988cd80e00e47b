// Package analyzers lists the rules of vippslint.
package analyzers

import "golang.org/x/tools/go/analysis"

// A Severity says how much a finding of a rule costs.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// A Rule is an analyzer with what a user has to know of it.
type Rule struct {
	Analyzer   *analysis.Analyzer
	Severity   Severity
	Categories []string // stable names, in the order of the documentation
	Default    bool     // on unless switched off
}

// All returns the rules in the order of the documentation.
func All() []Rule { return nil }
