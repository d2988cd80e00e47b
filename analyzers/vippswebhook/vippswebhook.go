package vippswebhook

import (
	_ "embed"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// The categories of this rule.
const (
	unauthenticated = "unauthenticated"
	weakCompare     = "weak-compare"
	wrongSignature  = "wrong-signature"
	successIgnored  = "success-ignored"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippswebhook", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, u := range ev.Unsigned {
		way := append(u.Way[:len(u.Way):len(u.Way)], rule.Steps(u.Reasons)...)
		out.Report(report.Finding{Category: unauthenticated, Pos: u.Pos, End: u.End, Message: unsignedMessage(u), Way: way})
	}
	for _, p := range ev.Places {
		if p.Field.Echoed() {
			constantTokens(pass, ev, p, out)
		}
	}
	fixes := newFixer(pass, ev.Compares)
	for _, c := range ev.Compares {
		at := fixes.at(c)
		out.Report(report.Finding{
			Category: weakCompare, Pos: at.pos, End: at.end, Message: compareMessage(c),
			Way: rule.Steps(c.Reasons), Fixes: fixes.fix(c),
		})
	}
	for _, m := range ev.Mismatches {
		out.Report(report.Finding{Category: wrongSignature, Pos: m.Pos, End: m.End, Message: mismatchMessage(m), Way: rule.Steps(m.Reasons)})
	}
	for _, t := range ev.NameTests {
		out.Report(report.Finding{Category: successIgnored, Pos: t.Pos, Message: successMessage(t), Way: rule.Steps(t.Reasons)})
	}
}

// literal finds the expression that gives a constant text, where the text stands
// or at a step of its way: not the declaration of a constant.
func literal(pass *analysis.Pass, t flow.Text) ast.Expr {
	places := []place.Place{t.Pos}
	for _, s := range t.Steps {
		pos := report.Own(pass, s.Pos)
		places = append(places, place.Place{Pos: pos, End: pos})
	}
	for _, at := range places {
		expr := rule.TextAt(pass, at, t.Parts[0].Const)
		if expr != nil && !rule.DeclaresConst(rule.PathTo(pass, expr.Pos(), expr.End())) {
			return expr
		}
	}
	return nil
}

// constantTokens reports tokens of a request that stand in the source.
func constantTokens(pass *analysis.Pass, ev *evidence.Result, p *evidence.Place, out *report.Reporter) {
	for _, t := range ev.Flow.Texts(p.Val) {
		if len(t.Parts) != 1 || t.Parts[0].Hole != nil || t.Parts[0].Const == "" {
			continue
		}
		f := report.Finding{Category: unauthenticated, Pos: p.Pos, End: p.End, Message: tokenMessage(p)}
		if expr := literal(pass, t); expr != nil {
			f.Pos, f.End = expr.Pos(), expr.End()
		}
		f.Way = append(f.Way, t.Steps...)
		f.Way = append(f.Way, place.Step{Pos: pass.Fset.Position(p.Pos), Note: "goes into " + rule.Target(p.Op, p.Field)})
		f.Way = append(append(f.Way, p.Way...), rule.Steps(p.Reasons)...)
		out.Report(f)
	}
}
