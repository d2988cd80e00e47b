package analyzers

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/rule"
)

// What the specifications themselves show as requests is right: no rule finds
// anything on it, the categories that are off by default included. Only the rule
// that is about the operation itself, which may be old, is left out.
func TestExamplesOfTheSpecifications(t *testing.T) {
	// In one analyzer, since the standard library is loaded for each.
	all := &analysis.Analyzer{Name: "all", Doc: "run all rules"}
	var rules []*analysis.Analyzer
	for _, r := range All() {
		a := r.Analyzer
		if a.Name == "vippsendpoint" {
			continue
		}
		for _, c := range catalog.OffByDefault(a.Name) {
			if err := a.Flags.Set(rule.Enable, c); err != nil {
				t.Fatal(err)
			}
		}
		rules = append(rules, a)
		for _, required := range a.Requires {
			if !slices.Contains(all.Requires, required) {
				all.Requires = append(all.Requires, required)
			}
		}
	}
	all.Run = func(pass *analysis.Pass) (any, error) {
		for _, a := range rules {
			of := *pass
			of.Analyzer = a
			if _, err := a.Run(&of); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	analysistest.Run(t, analysistest.TestData(), all, "examples")
}
