package vippsamount

import (
	_ "embed"
	"go/ast"
	"regexp"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// The categories of this rule.
const (
	floatField = "float-field"
	floatValue = "float-value"
	truncated  = "truncated"
	floatText  = "float-text"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsamount", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, t := range ev.FloatTypes {
		out.Report(fieldFinding(t))
	}
	for _, p := range ev.Places {
		if p.Field.Kind != vippsapi.MinorUnits {
			continue
		}
		for _, n := range ev.Flow.Numbers(p.Val) {
			if category := judge(p, n); category != "" {
				out.Report(valueFinding(pass, category, p, n))
			}
		}
	}
}

// judge gives the category of what one way n to the place p does wrong, or "".
func judge(p *evidence.Place, n flow.Number) string {
	switch n.Verdict {
	case flow.Truncated:
		return truncated
	case flow.Float:
		switch p.Form {
		case evidence.Typed:
			if p.Cut {
				return truncated
			}
			// The field is a float: that is float-field's, by its type.
		case evidence.Dynamic:
			return floatValue
		case evidence.Text:
			if !roundingVerb.MatchString(p.Verb) {
				return floatText
			}
		}
	}
	return ""
}

// A verb without decimals rounds to the nearest whole number.
var roundingVerb = regexp.MustCompile(`\.0?[fF]$`)

func fieldFinding(t *evidence.FloatType) report.Finding {
	way := []flow.Step{{Pos: t.Decl, Note: "declared as " + declaration(t.Var)}}
	return report.Finding{
		Category: floatField,
		Pos:      t.Pos,
		End:      t.End,
		Message:  fieldMessage(t),
		Way:      append(way, rule.Steps(t.Reasons)...),
	}
}

func valueFinding(pass *analysis.Pass, category string, p *evidence.Place, n flow.Number) report.Finding {
	f := report.Finding{Category: category, Pos: p.Pos, End: p.End, Way: way(pass, p, n)}
	if p.Form == evidence.Typed && n.Stored.Pos.IsValid() {
		f.Pos, f.End = n.Stored.Pos, n.Stored.End
	}
	var conversion *ast.CallExpr
	if category == truncated && !p.Cut && n.At.Pos.IsValid() {
		f.Pos, f.End = n.At.Pos, n.At.End
		if conversion = conversionAt(pass, n.At); conversion != nil {
			f.Pos, f.End = conversion.Pos(), conversion.End()
			f.Fixes = roundFix(pass, conversion, n.Factor)
		}
	}
	f.Message = valueMessage(pass, category, p, n, conversion)
	return f
}

// way tells the whole way of a value: from its origin to the place, on to the
// request, and why that is Vipps'.
func way(pass *analysis.Pass, p *evidence.Place, n flow.Number) []flow.Step {
	var steps []flow.Step
	seen := false
	for _, s := range n.Way {
		seen = seen || sameLine(s.Pos, n.At.Position)
		steps = append(steps, s)
	}
	if n.Verdict == flow.Truncated && !seen {
		steps = append(steps, flow.Step{Pos: n.At.Position, Note: "cut to an integer"})
	}
	steps = append(steps, flow.Step{Pos: pass.Fset.Position(p.Pos), Note: "goes into " + rule.Target(p.Op, p.Field)})
	steps = append(steps, p.Way...)
	return append(steps, rule.Steps(p.Reasons)...)
}
