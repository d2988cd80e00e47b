package vippsfield

import (
	_ "embed"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsfield", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, s := range ev.Sent {
		j := judge{pass, s, out}
		for _, v := range s.Values {
			if !j.wrongType(v) {
				j.wrongValue(v)
			}
		}
		for _, n := range s.Slips {
			j.slip(n)
		}
		j.combinations()
	}
}

// A judge looks at one body.
type judge struct {
	pass *analysis.Pass
	sent *evidence.Sent
	out  *report.Reporter
}

// finding begins a finding from pos to end, or from at where that is somewhere
// else on the way.
func (j judge) finding(category, message string, pos, end token.Pos, steps []place.Step) report.Finding {
	f := report.Finding{Category: category, Message: message, Pos: pos, End: end}
	f.Way = append(f.Way, steps...)
	f.Way = append(f.Way, place.Step{Pos: j.pass.Fset.Position(j.sent.Pos), Note: "goes into " + j.sent.Ops[0].ID})
	f.Way = append(f.Way, j.sent.Way...)
	f.Way = append(f.Way, rule.Steps(j.sent.Reasons)...)
	return f
}
