package vippscallback

import (
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"ecomlost", "ecompolled", "webhooklost", "webhookpolled",
		"split/handlers", "split/poller", "split/lost", "split/polled", "library", "lookalike", "limitations",
		"shop/hooks", "shop/vipps", "routerslost", "routerspolled", "formslost", "formspolled",
		"reached/unused", "reached/started", "reached/otherfamily", "reached/ticker", "reached/cronfunc", "reached/cronjob", "reached/afterfunc",
		"reached/page", "reached/generic", "reached/variable", "reached/container", "reached/initialised", "reached/unknown", "reached/assembled",
		"reached/handedon", "reached/imported", "reached/deadhandler", "asks/ecom", "asks/ecomread", "asks/inmain", "asks/webhook", "asks/webhookread",
		"asks/admin", "asks/plain", "mains/client", "mains/web", "mains/worker", "mainsapart/client", "mainsapart/web", "mainsapart/mail",
		"reached/interface", "reached/interfaceread", "shop/orders", "reached/generated", "reached/transport", "families/lost", "families/session", "families/payment", "families/agreement",
		"shop/polls", "shop/wired", "neighbours",
	)
}

func TestMessage(t *testing.T) {
	c := &evidence.Callback{Inbound: &vippsapi.Inbound{}, ReadBack: &vippsapi.Operation{ID: "GET /payments/{id}"}}
	want := "nothing in the program reads the payments of this callback back (one that is lost or forged decides over the order); poll GET /payments/{id}: first after 5 s, then every 2 s, until a final state"
	if got := message(c); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	c.Inbound = nil
	want = "callbacks are asked for, and nothing in the program reads the payments back (a callback that is lost leaves the order open); poll GET /payments/{id}: first after 5 s, then every 2 s, until a final state"
	if got := message(c); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got := message(&evidence.Callback{}); !strings.Contains(got, "; poll the payment: first") {
		t.Errorf("without an operation: %s", got)
	}
}

func TestWay(t *testing.T) {
	at := func(line int) token.Position { return token.Position{Filename: "/m/web/web.go", Line: line} }
	for _, tt := range []struct {
		handler int
		want    string
	}{
		{9, "registered|decodes a callback|the handler"},
		{11, "registered|decodes a callback"}, // told already
	} {
		c := &evidence.Callback{
			Handler: at(tt.handler),
			Way:     []place.Step{{Pos: at(3), Note: "registered"}},
			Reasons: []evidence.Reason{{Pos: at(11), Note: "decodes a callback"}},
		}
		var notes []string
		for _, s := range way(c) {
			notes = append(notes, s.Note)
		}
		if got := strings.Join(notes, "|"); got != tt.want {
			t.Errorf("way is %s, want %s", got, tt.want)
		}
	}
}
