package vippsphone

import (
	_ "embed"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsphone", docFile, run) }

// A number is a constant text at a phone place.
type number struct {
	place   *evidence.Place
	text    string
	steps   []flow.Step
	at      spot
	verdict vippsapi.PhoneVerdict
}

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	var numbers []number
	for _, p := range ev.Places {
		if p.Field.Kind != vippsapi.Phone {
			continue
		}
		for _, t := range ev.Flow.Texts(p.Val) {
			if text, ok := whole(t); ok {
				numbers = append(numbers, number{p, text, t.Steps, locate(pass, t, text, p), p.Field.CheckPhone(text)})
			}
		}
	}
	// A literal that is right for one request must stay as it is, even where it
	// is wrong for another.
	right := map[token.Pos]bool{}
	for _, n := range numbers {
		if n.verdict.OK {
			right[n.at.pos] = true
		}
	}
	for _, n := range numbers {
		if !n.verdict.OK {
			out.Report(finding(pass, n, !right[n.at.pos]))
		}
	}
}

// whole gives a text of which everything is known. An empty one means that
// no number is given.
func whole(t flow.Text) (text string, ok bool) {
	for _, p := range t.Parts {
		if p.Hole != nil {
			return "", false
		}
		text += p.Const
	}
	return text, text != ""
}

func finding(pass *analysis.Pass, n number, fixable bool) report.Finding {
	f := report.Finding{
		Category: string(n.verdict.Problem),
		Pos:      n.at.pos,
		End:      n.at.end,
		Message:  message(n),
	}
	f.Way = append(f.Way, n.steps...)
	f.Way = append(f.Way, flow.Step{Pos: pass.Fset.Position(n.place.Pos), Note: "goes into " + rule.Target(n.place.Op, n.place.Field)})
	f.Way = append(f.Way, n.place.Way...)
	f.Way = append(f.Way, rule.Steps(n.place.Reasons)...)
	if fixable {
		f.Fixes = rewrite(n)
	}
	return f
}
