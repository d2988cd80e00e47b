package vippsresponse

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/ruletest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"dropped", "swallowed", "readings", "status", "narrow", "narrowhelp/rest", "narrowhelp/shop", "wrapper", "crosspkg/pay", "crosspkg/shop", "lookalike",
		"interfaces/local", "interfaces/port", "interfaces/shop", "interfaces/right",
		"styles", "transport", "transportlog", "escape", "loops", "helpers", "libraries", "limitations",
	)
}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), "fix")
	ruletest.FixedHasNone(t, New(), "fix")
}
