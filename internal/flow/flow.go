// Package flow says where values come from and what becomes of responses and
// errors. It knows nothing of Vipps.
package flow

import (
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/unitssa"
)

// Analyzer gives a *Result and exports summaries as facts.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsflow",
	Doc:        "follow values backward and responses forward",
	Run:        run,
	Requires:   []*analysis.Analyzer{unitssa.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
}

// A Result answers questions about the values of one package. Its answers are
// in an order that depends on the source alone.
type Result struct {
	Unit *unitssa.Unit
	pass *analysis.Pass
}

func run(pass *analysis.Pass) (any, error) {
	return &Result{Unit: pass.ResultOf[unitssa.Analyzer].(*unitssa.Unit), pass: pass}, nil
}

// A Val is a part of a value, seen from one chain of calls within the package.
type Val struct {
	V    ssa.Value
	Path Path
	ctx  *frame // the calls through which a trace came down to V; nil: none
}

// frame is one call on the way down into a callee.
type frame struct {
	call ssa.CallInstruction
	up   *frame
}

// At returns the part of v that path leads to.
func At(v ssa.Value, path ...string) Val { return Val{V: v, Path: path} }

// A Step is one place on the way of a value.
type Step struct {
	Pos  token.Position
	Note string // lower case, no full stop: "multiplied by 100", "passed to Pay as amount"
}

// A Place is a range in the package at hand or a position in another one.
type Place struct {
	Pos, End token.Pos      // valid where the place is in the package at hand
	Position token.Position // always valid
}
