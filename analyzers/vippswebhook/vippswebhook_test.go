package vippswebhook

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/ruletest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"nethttp", "signed", "skipped", "compare", "signature", "success", "token",
		"routers/ginbad", "routers/ginok", "routers/chibad", "routers/chiok", "routers/gorilla", "routers/echo", "routers/fiber", "routers/httprouter", "routers/lambda",
		"split/web", "split/auth", "split/open", "split/closed", "split/around", "split/helper", "split/dispatch",
		"arranged/chain", "arranged/route", "arranged/gate", "arranged/iface", "arranged/list", "arranged/odd",
		"lenient", "verify", "readback", "lookalike", "library", "limitations",
	)
}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), "fix")
}

func TestFixedIsClean(t *testing.T) { ruletest.FixedHasNone(t, New(), "fix") }
