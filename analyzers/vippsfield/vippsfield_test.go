package vippsfield

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/ruletest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"pattern", "ranges", "enum", "types", "names", "urls", "combine", "jsontext", "order", "crosspkg/pay", "crosspkg/shop", "headers/pay", "headers", "lookalike", "limitations",
	)
}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), "fix")
}

func TestFixedIsClean(t *testing.T) { ruletest.FixedIsClean(t, New(), "fix") }
