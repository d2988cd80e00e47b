package vippsamount

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/ruletest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	results := analysistest.Run(t, analysistest.TestData(), New(),
		"typed", "anonymous", "floatfield", "mapbody", "textbody", "helpers",
		"crosspkg/money", "crosspkg/pay", "crosspkg/swish", "crosspkg/shop",
		"printed", "loosetext", "fields", "apis", "flows", "ways", "outofrange", "lookalike", "clean", "limitations",
	)
	checkWays(t, results)
}

// The topics that hold the same files once more with all fixes applied at once.
var fixed = []string{"fix", "fixside", "fiximport", "fixfield", "fixfieldmain"}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), fixed...)
}

func TestFixedIsClean(t *testing.T) { ruletest.FixedIsClean(t, New(), fixed...) }
