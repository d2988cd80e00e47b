package vippsexpress

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/ruletest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"epayment", "ecom", "mapbody", "jsontext", "forms", "lists", "defaults", "wide", "quiet", "lookalike", "limitations", "made/orders", "made/shop", "crosspkg/pay", "crosspkg/build", "crosspkg/shop",
	)
}

// all is the rule with the category that is off by default.
func all(t *testing.T) *analysis.Analyzer {
	a := New()
	if err := a.Flags.Set(rule.Enable, explicitFlow); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestExplicitFlow(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), all(t), "explicit", "libraries")
}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), "fix")
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), all(t), "fixexplicit")
}

func TestFixedIsClean(t *testing.T) {
	ruletest.FixedIsClean(t, New(), "fix")
	ruletest.FixedIsClean(t, all(t), "fixexplicit")
}
