package vippsamount

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

func fieldFinding(pass *analysis.Pass, t *evidence.FloatType) report.Finding {
	way := []place.Step{{Pos: t.Decl, Note: "declared as " + declaration(t.Var)}}
	return report.Finding{
		Category: floatField,
		Pos:      t.Pos,
		End:      t.End,
		Message:  fieldMessage(t),
		Way:      append(way, rule.Steps(t.Reasons)...),
		Fixes:    fieldFix(pass, t),
	}
}

func valueFinding(pass *analysis.Pass, category string, p *evidence.Place, n flow.Number) report.Finding {
	f := report.Finding{Category: category, Way: way(pass, p, n)}
	f.Pos, f.End = stored(p, n)
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

func rangeFinding(pass *analysis.Pass, p *evidence.Place, o outlier) report.Finding {
	f := report.Finding{Category: outOfRange, Message: rangeMessage(p, o), Way: way(pass, p, o.number)}
	f.Pos, f.End = stored(p, o.number)
	return f
}

// stored is where a value is put into the body, as far as that is seen.
func stored(p *evidence.Place, n flow.Number) (pos, end token.Pos) {
	if p.Form == evidence.Typed && n.Stored.Pos.IsValid() {
		return n.Stored.Pos, n.Stored.End
	}
	return p.Pos, p.End
}

// way tells the whole way of a value: from its origin to the place, on to the
// request, and why that is Vipps'.
func way(pass *analysis.Pass, p *evidence.Place, n flow.Number) []place.Step {
	var steps []place.Step
	seen := false
	for _, s := range n.Way {
		seen = seen || sameLine(s.Pos, n.At.Position)
		steps = append(steps, s)
	}
	if n.Verdict == flow.Truncated && !seen {
		steps = append(steps, place.Step{Pos: n.At.Position, Note: "cut to an integer"})
	}
	steps = append(steps, place.Step{Pos: pass.Fset.Position(p.Pos), Note: "goes into " + rule.Target(p.Op, p.Field)})
	steps = append(steps, p.Way...)
	return append(steps, rule.Steps(p.Reasons)...)
}

func sameLine(a, b token.Position) bool { return a.Filename == b.Filename && a.Line == b.Line }

// declaration writes a field as Go does: "Value float64".
func declaration(v *types.Var) string {
	return v.Name() + " " + types.TypeString(v.Type(), func(p *types.Package) string { return p.Name() })
}
