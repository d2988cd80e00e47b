package vippsidempotency

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(), "missing", "ways", "empty", "mapbody", "stable", "constant",
		"kept", "crosspkg/kept", "crosspkg/repeat", "crosspkg/ids", "crosspkg/again", "crosspkg/pay", "crosspkg/shop", "clients", "clientset", "outside/alone", "outside/alone/cmd", "outside/vipps", "outside/orders", "outside/plain", "outside/keyed", "outside/gateway", "library", "limitations")
}
