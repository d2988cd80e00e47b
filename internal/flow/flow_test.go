package flow_test

import (
	"fmt"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// asker answers the questions that the test programs ask: where(x) wants the
// origins of x, sink(x) the judgement of x as a number, known(x) that with its
// number where it is a constant. Facts go through gob,
// since analysistest asks the checker for that.
var asker = &analysis.Analyzer{
	Name:     "asker",
	Doc:      "report what flow says of the arguments of where and sink",
	Requires: []*analysis.Analyzer{flow.Analyzer},
	Run:      ask,
}

func ask(pass *analysis.Pass) (any, error) {
	r := pass.ResultOf[flow.Analyzer].(*flow.Result)
	for _, fn := range r.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || call.Common().StaticCallee() == nil || len(call.Common().Args) == 0 {
					continue
				}
				var list []string
				switch call.Common().StaticCallee().Name() {
				case "where":
					for _, o := range r.Origins(flow.Arg(call, 0)) {
						list = append(list, describe(o))
					}
				case "known":
					for _, n := range r.Numbers(flow.Arg(call, 0)) {
						s := judgement(pass, n)
						if n.Const != nil {
							verdict, at, _ := strings.Cut(s, " ")
							s = strings.TrimSpace(fmt.Sprintf("%s %v %s", verdict, *n.Const, at))
						}
						list = append(list, s)
					}
				case "sink":
					for _, n := range r.Numbers(flow.Arg(call, 0)) {
						list = append(list, judgement(pass, n))
					}
				default:
					continue
				}
				slices.Sort(list)
				if len(list) == 0 {
					list = []string{"nothing"}
				}
				pass.Reportf(call.Pos(), "%s", strings.Join(slices.Compact(list), "; "))
			}
		}
	}
	return nil, nil
}

// describe names an origin: its value, the path below it, and the way.
func describe(o flow.Origin) string {
	s := ""
	switch v := o.Val.V.(type) {
	case *ssa.Const:
		s = "const " + v.Name()
		if v.Value != nil {
			s = "const " + v.Value.String()
		}
	case *ssa.Parameter:
		s = "param " + v.Name()
	case *ssa.Global:
		s = "global " + v.Name()
	case *ssa.Call:
		s = "call " + v.Call.Value.Name()
		if v.Call.IsInvoke() {
			s = "call " + v.Call.Method.Name()
		}
		if _, tuple := v.Type().(*types.Tuple); tuple {
			s += fmt.Sprintf("#%d", o.Result)
		}
	default:
		s = strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", v), "*ssa."))
	}
	s += strings.Join(o.Val.Path, "")
	switch {
	case o.Zero:
		s = "zero"
	case o.Filled:
		s = "filled by " + s
	}
	return s
}

// judgement writes a number down, with the text of its place, or the line of a
// place in another package.
func judgement(pass *analysis.Pass, n flow.Number) string {
	at := ""
	switch {
	case n.At.Pos.IsValid():
		tf := pass.Fset.File(n.At.Pos)
		src, _ := pass.ReadFile(tf.Name())
		at = " at " + string(src[tf.Offset(n.At.Pos):tf.Offset(n.At.End)])
	case n.At.Position.IsValid():
		at = fmt.Sprintf(" at %s:%d", filepath.Base(n.At.Position.Filename), n.At.Position.Line)
	}
	factor := ""
	if n.Factor != 0 {
		factor = fmt.Sprintf(" by %g", n.Factor)
	}
	switch n.Verdict {
	case flow.Clean:
		return "clean"
	case flow.Truncated:
		return "cut" + factor + at
	case flow.Float:
		return "float" + at
	case flow.Whole:
		return "whole"
	case flow.FromParam:
		s := fmt.Sprintf("param %d%s", n.Param, strings.Join(n.ParamPath, ""))
		if n.Cut {
			s += " cut" + at
		}
		return s
	}
	return "unknown"
}

func TestNumbers(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), asker, "numbers/...")
}

func TestLimitations(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), asker, "limitations")
}

func TestOrigins(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), asker, "origins/...")
}
