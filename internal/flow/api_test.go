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

// with runs f on the flow of package pattern of testdata.
func with(t *testing.T, pattern string, f func(*analysis.Pass, *flow.Result)) {
	t.Helper()
	probe := &analysis.Analyzer{
		Name:     "probe",
		Doc:      "call a function of the test",
		Requires: []*analysis.Analyzer{flow.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			f(pass, pass.ResultOf[flow.Analyzer].(*flow.Result))
			return nil, nil
		},
	}
	analysistest.Run(t, analysistest.TestData(), probe, pattern)
}

// sinks gives the calls of sink in the package, in the order of the source.
func sinks(r *flow.Result) []ssa.CallInstruction {
	var calls []ssa.CallInstruction
	for _, fn := range r.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok && call.Call.StaticCallee() != nil && call.Call.StaticCallee().Name() == "sink" {
					calls = append(calls, call)
				}
			}
		}
	}
	return calls
}

// TestWay holds every step of a way over three packages against what a person
// would say of it.
func TestWay(t *testing.T) {
	with(t, "way", func(pass *analysis.Pass, r *flow.Result) {
		var got []string
		for _, call := range sinks(r) {
			for _, n := range r.Numbers(flow.Arg(call, 0)) {
				for _, s := range n.Way {
					got = append(got, fmt.Sprintf("%s:%d %s", filepath.Base(s.Pos.Filename), s.Pos.Line, s.Note))
				}
			}
		}
		want := []string{
			"way.go:15 float made by ParseFloat",
			"way.go:22 returned by read",
			"lib2.go:16 float parameter kroner",
			"lib.go:7 float parameter kroner",
			"lib.go:7 multiplied by 100",
			"lib.go:7 cut to int64",
			"lib2.go:16 returned by Minor",
			"way.go:22 returned by ToMinor",
			"way.go:22 stored in order.minor",
			"way.go:23 passed to keep as ore",
			"way.go:23 returned by keep",
		}
		if !slices.Equal(got, want) {
			t.Errorf("the way is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

func TestFieldWrites(t *testing.T) {
	with(t, "fields", func(pass *analysis.Pass, r *flow.Result) {
		client := pass.Pkg.Scope().Lookup("client").Type().Underlying().(*types.Struct)
		var got []string
		for _, v := range r.FieldWrites(client.Field(0)) {
			for _, o := range r.Origins(v) {
				got = append(got, describe(o))
			}
		}
		if want := []string{`const "https://a"`, "param url"}; !slices.Equal(got, want) {
			t.Errorf("the field is filled with %q, want %q", got, want)
		}
		if n := len(r.FieldWrites(client.Field(1))); n != 0 {
			t.Errorf("%d stores to a field that is never set", n)
		}
		var lines []int
		for _, call := range r.Callers(r.Unit.Pkg.Func("newClient")) {
			lines = append(lines, pass.Fset.Position(call.Pos()).Line)
		}
		if want := []int{17, 21}; !slices.Equal(lines, want) {
			t.Errorf("newClient is called in lines %v, want %v", lines, want)
		}
	})
}

// TestBudget asks for a value with more ways than anybody follows: the answer
// is that nothing is known, and it comes soon.
func TestBudget(t *testing.T) {
	with(t, "budget", func(pass *analysis.Pass, r *flow.Result) {
		calls := sinks(r)
		if len(calls) != 1 {
			t.Fatalf("%d sinks", len(calls))
		}
		if got := r.Origins(flow.Arg(calls[0], 0)); got != nil {
			t.Errorf("%d origins, want none", len(got))
		}
		for _, n := range r.Numbers(flow.Arg(calls[0], 0)) {
			if n.Verdict != flow.Unknown {
				t.Errorf("verdict %d beyond the budget", n.Verdict)
			}
		}
	})
}
