package vippssecret

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(), "hardcoded", "logged", "crosspkg/shop", "provider", "webhook", "transport", "library", "mocks/vipps", "limitations", "config/main")
}
