package vippsphone

import (
	_ "embed"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsphone", docFile, run) }

// A number is a text at a phone place of which enough is known to judge it.
type number struct {
	place   *evidence.Place
	text    string // with a Hole of the table's for each part that is not known
	steps   []place.Step
	at      spot
	verdict vippsapi.PhoneVerdict
}

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	var numbers []number
	for _, p := range ev.Places {
		if p.Field.Kind == vippsapi.Phone {
			numbers = append(numbers, numbersAt(pass, ev, p)...)
		}
	}
	// A literal that is right for one request must stay as it is, even where it
	// is wrong for another. One argument that is right for one of several
	// requests may be meant for that one alone, and so may each of two numbers
	// between which the program chooses.
	right, meant := map[token.Pos]bool{}, map[use]bool{}
	good, choice := map[string]bool{}, map[use]bool{}
	for _, n := range numbers {
		if n.verdict.OK {
			right[n.at.pos] = true
			meant[use{n.place.Pos, n.text}] = true
			good[n.text], choice[use{n.place.Pos, n.place.Field.Path}] = true, true
		}
	}
	for _, n := range numbers {
		if n.verdict.OK || meant[use{n.place.Pos, n.text}] || good[n.text] && choice[use{n.place.Pos, n.place.Field.Path}] {
			continue
		}
		out.Report(finding(pass, n, !right[n.at.pos]))
	}
}

// A use is a text, or the field that takes it, at the place where it enters.
type use struct {
	pos  token.Pos
	text string
}

// numbersAt lists what is known of the number at a place, without what a
// program may have made right on another way.
func numbersAt(pass *analysis.Pass, ev *evidence.Result, p *evidence.Place) []number {
	var numbers []number
	texts := p.Texts(ev.Flow)
	for _, t := range texts {
		text, ok := known(t)
		if !ok {
			continue
		}
		text = p.Ahead + text
		v := p.Field.CheckPhone(text)
		if !v.OK && slices.ContainsFunc(texts, func(other flow.Text) bool { return cleans(p, t, other) || sameNumber(p, t, other) }) {
			continue
		}
		n := number{p, text, t.Steps, locate(pass, t, text, p), v}
		// One value that is wrong in two ways is one mistake.
		if v.OK || !slices.ContainsFunc(numbers, n.repeats) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// repeats reports whether other, at the same place, is wrong as n is, and is
// reported where n would be or around it.
func (n number) repeats(other number) bool {
	return n.verdict.Problem == other.verdict.Problem && n.at.pos <= other.at.end && other.at.pos <= n.at.end
}

func finding(pass *analysis.Pass, n number, fixable bool) report.Finding {
	f := report.Finding{
		Category: string(n.verdict.Problem),
		Pos:      n.at.pos,
		End:      n.at.end,
		Message:  message(n),
	}
	f.Way = append(f.Way, n.steps...)
	f.Way = append(f.Way, place.Step{Pos: pass.Fset.Position(n.place.Pos), Note: "goes into " + rule.Target(n.place.Op, n.place.Field)})
	f.Way = append(f.Way, n.place.Way...)
	f.Way = append(f.Way, rule.Steps(n.place.Reasons)...)
	if fixable {
		f.Fixes = rewrite(n)
	}
	return f
}
