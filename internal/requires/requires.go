// Package requires puts analyzers into the order in which they run.
package requires

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Closure returns the analyzers and all that they require, each once and after
// what it requires.
func Closure(roots []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	var visit func(*analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if slices.Contains(all, a) {
			return
		}
		for _, r := range a.Requires {
			visit(r)
		}
		all = append(all, a)
	}
	for _, a := range roots {
		visit(a)
	}
	return all
}

// WithFacts returns those of the closure of roots that have facts: what a
// package has to be looked at with for the sake of its importers alone.
func WithFacts(roots []*analysis.Analyzer) []*analysis.Analyzer {
	return slices.DeleteFunc(Closure(roots), func(a *analysis.Analyzer) bool { return len(a.FactTypes) == 0 })
}
