package vippscallback

import (
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"ecomlost", "ecompolled", "webhooklost", "webhookpolled",
		"split/handlers", "split/poller", "split/lost", "split/polled", "library", "lookalike", "limitations",
	)
}

func TestMessage(t *testing.T) {
	c := &evidence.Callback{ReadBack: &vippsapi.Operation{ID: "GET /payments/{id}"}}
	want := "nothing in the program reads the payments of this callback back (one that is lost or forged decides over the order); poll GET /payments/{id}: first after 5 s, then every 2 s, until a final state"
	if got := message(c); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got := message(&evidence.Callback{}); !strings.Contains(got, "; poll the payment: first") {
		t.Errorf("without an operation: %s", got)
	}
}

func TestWay(t *testing.T) {
	c := &evidence.Callback{
		Handler: token.Position{Filename: "/m/web/web.go", Line: 9},
		Inbound: &vippsapi.Inbound{ID: "ecom-callback"},
		Way:     []flow.Step{{Pos: token.Position{Filename: "/m/web/web.go", Line: 3}, Note: "registered"}},
		Reasons: []evidence.Reason{{Pos: token.Position{Filename: "/m/web/web.go", Line: 11}, Note: "decodes a callback"}},
	}
	var got []string
	for _, s := range way(c) {
		got = append(got, s.Pos.String()+" "+s.Note)
	}
	if g, want := strings.Join(got, "|"), "/m/web/web.go:3 registered|/m/web/web.go:9 handles ecom-callback|/m/web/web.go:11 decodes a callback"; g != want {
		t.Errorf("way is %s, want %s", g, want)
	}
}
