package vippsendpoint

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(), "closed", "production", "quiet", "lookalike", "limitations", "crosspkg/pay", "crosspkg/shop")
}

func TestLegacyIsOffByDefault(t *testing.T) {
	a := New()
	if err := a.Flags.Set("enable", "legacy"); err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, analysistest.TestData(), a, "legacy")
}
