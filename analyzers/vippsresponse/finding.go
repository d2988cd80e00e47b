package vippsresponse

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// found makes a finding of a mistake at a call; false where there is none to
// show.
func found(pass *analysis.Pass, c *evidence.Call, v verdict) (report.Finding, bool) {
	call := callAt(pass, c.Instr)
	pos, end := callRange(c.Instr, call)
	if !pos.IsValid() {
		return report.Finding{}, false
	}
	f := report.Finding{Category: v.category, Pos: pos, End: end, Message: message(v.category, c)}
	f.Way = append(way(v.category, v.outcome), rule.Steps(c.Reasons)...)
	if v.category != statusNarrow {
		return f, true
	}
	f.Message = narrowMessage(c, v.division)
	f.Way = append([]place.Step{{Pos: pass.Fset.Position(f.Pos), Note: "the call that answers with the status"}}, f.Way...)
	f.Pos, f.End = v.division.at.Pos, v.division.at.End
	return f, f.Pos.IsValid()
}

// unread makes a finding of an error on the way to a request or from its answer
// that is dropped.
func unread(pass *analysis.Pass, r *evidence.Reading, o fate.Outcome) (report.Finding, bool) {
	call := callAt(pass, r.Instr)
	pos, end := callRange(r.Instr, call)
	if !pos.IsValid() {
		return report.Finding{}, false
	}
	return report.Finding{
		Category: errorDropped,
		Pos:      pos,
		End:      end,
		Message:  readingMessage(r),
		Way:      append(way(errorDropped, o), rule.Steps(r.Reasons)...),
		Fixes:    errorFix(pass, call),
	}, true
}

// claimed makes a finding of a call through an interface in a package that does
// not know what stands behind it.
func claimed(c *evidence.Claim) report.Finding {
	return report.Finding{
		Category: errorDropped,
		Pos:      c.Pos,
		End:      c.End,
		Message:  claimMessage(c),
		Way:      append(c.Way, rule.Steps(c.Reasons)...), // with the call itself
	}
}

// What is wrong at the end of a way.
var notes = map[string]string{
	errorDropped:    "the error has not been looked at here",
	errorSwallowed:  "the error is tested here, and lost",
	statusUnchecked: "the status has not been looked at here",
}

// way leads from the call to where the answer is lost.
func way(category string, o fate.Outcome) []place.Step {
	at := o.At.Position
	if n := len(o.Way); !at.IsValid() || n > 0 && o.Way[n-1].Pos.Filename == at.Filename && o.Way[n-1].Pos.Line == at.Line {
		return o.Way
	}
	return append(o.Way[:len(o.Way):len(o.Way)], place.Step{Pos: at, Note: notes[category]})
}

// callAt gives the call expression of an instruction, nil where it is in none
// of the files. SSA knows its opening parenthesis.
func callAt(pass *analysis.Pass, instr ssa.CallInstruction) *ast.CallExpr {
	paren := instr.Common().Pos()
	for _, node := range rule.PathTo(pass, paren, paren) {
		if call, ok := node.(*ast.CallExpr); ok && call.Lparen == paren {
			return call
		}
	}
	return nil
}

func callRange(instr ssa.CallInstruction, call *ast.CallExpr) (pos, end token.Pos) {
	if call != nil {
		return call.Pos(), call.End()
	}
	return instr.Pos(), instr.Pos()
}
