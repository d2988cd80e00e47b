package vippscallback

import (
	_ "embed"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

const noPolling = "no-polling"

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippscallback", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, c := range ev.Unread {
		out.Report(report.Finding{
			Category: noPolling,
			Pos:      c.Pos,
			End:      c.End,
			Message:  message(c),
			Way:      way(c),
		})
	}
}

func message(c *evidence.Callback) string {
	what := "the payment"
	if c.ReadBack != nil {
		what = c.ReadBack.ID
	}
	lost := "nothing in the program reads the payments of this callback back (one that is lost or forged decides over the order)"
	if c.Inbound == nil {
		lost = "callbacks are asked for, and nothing in the program reads the payments back (a callback that is lost leaves the order open)"
	}
	return fmt.Sprintf("%s; poll %s: first after %.0f s, then every %.0f s, until a final state",
		lost, what, vippsapi.PollAfter.Seconds(), vippsapi.PollEvery.Seconds())
}

// way leads from the registration to the handler and to what it decodes.
func way(c *evidence.Callback) []place.Step {
	steps := append(c.Way[:len(c.Way):len(c.Way)], rule.Steps(c.Reasons)...)
	for _, s := range steps {
		if s.Pos.Filename == c.Handler.Filename && s.Pos.Line == c.Handler.Line {
			return steps
		}
	}
	return append(steps, place.Step{Pos: c.Handler, Note: "the handler"})
}
