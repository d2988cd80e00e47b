package vippsresponse

import (
	_ "embed"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// The categories of this rule.
const (
	errorDropped    = "error-dropped"
	statusUnchecked = "status-unchecked"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsresponse", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, c := range ev.Calls {
		for _, v := range judge(ev.Flow, c) {
			pos, end := callRange(pass, c.Instr)
			if !pos.IsValid() {
				continue
			}
			out.Report(report.Finding{
				Category: v.category,
				Pos:      pos,
				End:      end,
				Message:  message(v.category, c),
				Way:      append(way(v.category, v.outcome), rule.Steps(c.Reasons)...),
			})
		}
	}
}

// fates is what this rule asks of flow.
type fates interface {
	ErrorFate(call ssa.CallInstruction, err int) flow.Outcome
	StatusFate(call ssa.CallInstruction, resp, err int) flow.Outcome
}

// A verdict is one mistake at a call.
type verdict struct {
	category string
	outcome  flow.Outcome
}

func judge(f fates, c *evidence.Call) []verdict {
	var found []verdict
	dropped := false
	if c.Err >= 0 {
		if o := f.ErrorFate(c.Instr, c.Err); o.Fate == flow.Lost {
			dropped = true
			found = append(found, verdict{errorDropped, o})
		}
	}
	status := func(result int) {
		// Who drops the whole answer has made one mistake, not two.
		if result < 0 || dropped && !isUsed(c.Instr, result) {
			return
		}
		if o := f.StatusFate(c.Instr, result, c.Err); o.Fate == flow.Lost {
			found = append(found, verdict{statusUnchecked, o})
		}
	}
	switch {
	case c.Inside != nil:
		found = append(found, verdict{statusUnchecked, *c.Inside})
	case c.Response >= 0:
		status(c.Response)
	default:
		status(c.Status)
	}
	return found
}

// isUsed says whether the program does anything with a result of a call.
func isUsed(instr ssa.CallInstruction, result int) bool {
	call := instr.Value()
	if call == nil {
		return false // go and defer drop all results
	}
	var v ssa.Value = call
	if call.Common().Signature().Results().Len() > 1 {
		v = nil
		for _, r := range *call.Referrers() {
			if x, ok := r.(*ssa.Extract); ok && x.Index == result {
				v = x
			}
		}
	}
	if v == nil {
		return false
	}
	for _, r := range *v.Referrers() {
		if _, debug := r.(*ssa.DebugRef); !debug {
			return true
		}
	}
	return false
}

// way leads from the call to where the answer is lost.
func way(category string, o flow.Outcome) []flow.Step {
	at := o.At.Position
	if n := len(o.Way); !at.IsValid() || n > 0 && o.Way[n-1].Pos.Filename == at.Filename && o.Way[n-1].Pos.Line == at.Line {
		return o.Way
	}
	note := "the status has not been looked at here"
	if category == errorDropped {
		note = "the error has not been looked at here"
	}
	return append(o.Way[:len(o.Way):len(o.Way)], flow.Step{Pos: at, Note: note})
}

// callRange gives the call expression of an instruction. SSA knows its opening
// parenthesis.
func callRange(pass *analysis.Pass, instr ssa.CallInstruction) (pos, end token.Pos) {
	paren := instr.Common().Pos()
	for _, file := range pass.Files {
		if paren < file.FileStart || file.FileEnd <= paren {
			continue
		}
		path, _ := astutil.PathEnclosingInterval(file, paren, paren)
		for _, node := range path {
			if call, ok := node.(*ast.CallExpr); ok && call.Lparen == paren {
				return call.Pos(), call.End()
			}
		}
	}
	return instr.Pos(), instr.Pos()
}
