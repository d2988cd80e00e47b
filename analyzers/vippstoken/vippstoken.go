package vippstoken

import (
	_ "embed"
	"fmt"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippstoken", docFile, run) }

func run(_ *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, r := range ev.Refetches {
		out.Report(report.Finding{Category: "per-request", Pos: r.Pos, End: r.End, Message: message(r.Op), Way: way(r)})
	}
}

func message(op *vippsapi.Operation) string {
	lives := "lives for a while"
	if life, ok := op.LifeOfToken(); ok {
		lives = "lives " + span(life.Production)
		if life.Test != life.Production {
			lives += " in production and " + span(life.Test) + " in test"
		}
	}
	return fmt.Sprintf("an access token is fetched for each request, though it %s, as expires_in tells "+
		"(every payment waits for a second answer, and fails when that one does); keep it until shortly before it expires", lives)
}

// span writes a duration of whole minutes.
func span(d time.Duration) string {
	n, unit := int(d/time.Minute), "minute"
	if d%time.Hour == 0 {
		n, unit = int(d/time.Hour), "hour"
	}
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%d %s", n, unit)
}

// way leads from the request for the token to the one that it is used for.
func way(r *evidence.Refetch) []place.Step {
	used := "goes into this request"
	if len(r.For) == 1 {
		used += ": " + r.For[0].ID
	}
	return []place.Step{{Pos: r.At, Note: "asks for the token: " + r.Op.ID}, {Pos: r.Used, Note: used}}
}
