// Package fate says what becomes of the responses, statuses and errors that a
// call gives: looked at, handed on, or lost on some way. It knows nothing of
// Vipps.
package fate

import (
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/unitssa"
)

// Analyzer gives a *Result and exports what functions do with the answers that
// they are given as facts.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsfate",
	Doc:        "follow responses and errors forward",
	Run:        guard.Run(run),
	Requires:   []*analysis.Analyzer{unitssa.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Handling)},
}

// A Result answers questions about the answers in one package.
type Result struct {
	unit *unitssa.Unit
	pass *analysis.Pass

	mu      sync.Mutex                  // rules ask at the same time; held by the exported methods
	handled map[ssa.Value]ParamHandling // by parameter or captured variable, see fateInside
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		unit:    pass.ResultOf[unitssa.Analyzer].(*unitssa.Unit),
		pass:    pass,
		handled: make(map[ssa.Value]ParamHandling),
	}
	if r.unit.Pkg != nil {
		r.exportHandling()
	}
	return r, nil
}

// A Fate is what becomes of an answer or an error that a call gave.
type Fate int

// The fates.
const (
	FateUnknown Fate = iota // not understood, or handed to code that is not: counts as seen to
	Checked                 // something depends on it on every way that goes on
	HandedOn                // it goes to the caller as result Result
	Lost                    // on some way nothing looks at it
)

// An Outcome is a fate with its place.
type Outcome struct {
	Fate   Fate
	Result int          // HandedOn: the result's index
	At     place.Place  // Lost: where the way ends: the first use of the body, the return, the next round of the loop
	Way    []place.Step // Lost: from the call to At
}

// StatusFate follows the response that call gives as result resp, from the
// call to the ends of the function, leaving out the ways on which result err
// (-1: none) is not nil or the response is nil. resp is the index of a
// *http.Response or the answer of a library (see IsResponse), or of an int that
// is its status code.
//
// A way that ends in a failure of its own (a return of an error, a failing
// answer to a browser, a panic) loses nothing.
func (r *Result) StatusFate(call ssa.CallInstruction, resp, err int) Outcome {
	r.mu.Lock()
	defer r.mu.Unlock()
	if resp < 0 {
		return Outcome{}
	}
	w := newWalk(r, call.Parent())
	w.call = call
	start := state{}
	w.root(&start, resp, answerKind(resultType(call, resp)))
	if err >= 0 {
		w.root(&start, err, ownError)
	}
	w.failureObjects(&start)
	if !readable(call) {
		return w.lostAtCall()
	}
	w.fromCall(start)
	return w.outcome()
}

// ErrorFate follows the error that call gives as result err. Any read of it
// counts, logging too; a comparison with nil is one, "_ = err" is none. Where
// the error is no blank, a branch that depends on the status code beside it
// counts as well.
func (r *Result) ErrorFate(call ssa.CallInstruction, err int) Outcome {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err < 0 {
		return Outcome{}
	}
	w := newWalk(r, call.Parent())
	w.call = call
	w.anyRead = true
	start := state{}
	w.root(&start, err, obliged)
	if used(start.known) {
		for i := range call.Common().Signature().Results().Len() {
			if types.Identical(resultType(call, i), types.Typ[types.Int]) {
				w.root(&start, i, beside)
			}
		}
	}
	if !readable(call) {
		return w.lostAtCall()
	}
	w.fromCall(start)
	return w.outcome()
}

// used reports whether an instruction uses one of the values.
func used(values map[ssa.Value]known) bool {
	for v := range values {
		for _, ref := range *v.Referrers() {
			if _, debug := ref.(*ssa.DebugRef); !debug {
				return true
			}
		}
	}
	return false
}

// readable reports whether the results of call can be read at all: those of a
// go or defer statement can't.
func readable(call ssa.CallInstruction) bool {
	_, ok := call.(*ssa.Call)
	return ok
}

// resultType is the type of result i of call.
func resultType(call ssa.CallInstruction, i int) types.Type {
	results := call.Common().Signature().Results()
	if i < 0 || i >= results.Len() {
		return types.Typ[types.Invalid]
	}
	return results.At(i).Type()
}

// answerKind is what a value of type t says of an answer: the whole of it, or
// its status alone.
func answerKind(t types.Type) kind {
	if isResponse(t) {
		return response
	}
	return status
}

// isResponse reports whether t is *http.Response or http.Response, or the answer
// of a library.
func isResponse(t types.Type) bool {
	return code.IsNamed(t, "net/http", "Response") || libraryOf(t) != nil
}
