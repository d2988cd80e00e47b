package vippspolling

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/polling"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// The categories of this rule.
const (
	tooFast         = "too-fast"
	impossibleState = "impossible-state"
	missingState    = "missing-state"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.On("vippspolling", docFile, polling.Analyzer, run) }

func run(_ *analysis.Pass, found *polling.Result, out *report.Reporter) {
	for _, p := range found.Polls {
		if p.Pause >= vippsapi.PollEvery {
			continue
		}
		var way []place.Step
		if p.Waits.IsValid() {
			way = append(way, place.Step{Pos: p.Waits, Note: "the loop waits here"})
		}
		out.Report(report.Finding{Category: tooFast, Pos: p.Pos, End: p.End, Message: fastMessage(p), Way: append(way, rule.Steps(p.Reasons)...)})
	}
	for _, t := range found.StateTests {
		out.Report(report.Finding{Category: impossibleState, Pos: t.Pos, End: t.End, Message: stateMessage(t), Way: rule.Steps(t.Reasons)})
	}
	for _, l := range found.Endless {
		out.Report(report.Finding{Category: missingState, Pos: l.Pos, End: l.End, Message: endlessMessage(l), Way: rule.Steps(l.Reasons)})
	}
}
