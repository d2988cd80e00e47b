package vippsresponse

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// The categories of this rule.
const (
	errorDropped    = "error-dropped"
	errorSwallowed  = "error-swallowed"
	statusUnchecked = "status-unchecked"
	statusNarrow    = "status-narrow"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsresponse", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, c := range ev.Calls {
		verdicts := judge(ev.Fate, c)
		for _, v := range verdicts {
			if f, ok := found(pass, c, v); ok {
				f.Fixes = fixes(pass, c, v, verdicts)
				out.Report(f)
			}
		}
	}
	for _, r := range ev.Readings {
		if o := ev.Fate.ErrorFate(r.Instr, r.Err); o.Fate == fate.Lost {
			if f, ok := unread(pass, r, o); ok {
				out.Report(f)
			}
		}
	}
	for _, c := range ev.Claims {
		out.Report(claimed(c))
	}
}

// fates is what this rule asks of flow.
type fates interface {
	ErrorFate(call ssa.CallInstruction, err int) fate.Outcome
	SwallowFate(call ssa.CallInstruction, err int) fate.Outcome
	StatusFate(call ssa.CallInstruction, resp, err int) fate.Outcome
	CodeFates(call ssa.CallInstruction, resp, err int, codes []int) []fate.CodeFate
}

// A verdict is one mistake at a call.
type verdict struct {
	category string
	outcome  fate.Outcome
	division division // for status-narrow
}

func judge(f fates, c *evidence.Call) []verdict {
	var found []verdict
	dropped := false
	if c.Err >= 0 {
		if o := f.ErrorFate(c.Instr, c.Err); o.Fate == fate.Lost {
			dropped = true
			found = append(found, verdict{category: errorDropped, outcome: o})
		} else if o := f.SwallowFate(c.Instr, c.Err); o.Fate == fate.Lost {
			found = append(found, verdict{category: errorSwallowed, outcome: o})
		}
	}
	status := func(result int) {
		// Who drops the whole answer has made one mistake, not two.
		if result < 0 || dropped && !isUsed(c.Instr, result) {
			return
		}
		if o := f.StatusFate(c.Instr, result, c.Err); o.Fate == fate.Lost {
			found = append(found, verdict{category: statusUnchecked, outcome: o})
			return
		}
		for _, d := range divide(f, c, result) {
			found = append(found, verdict{category: statusNarrow, division: d})
		}
	}
	switch {
	case c.Inside != nil:
		found = append(found, verdict{category: statusUnchecked, outcome: *c.Inside})
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
