// Package polling says how a package waits for the end of a payment: how often it
// reads the same one back, and what it makes of the states that come.
package polling

import (
	"cmp"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Analyzer gives a *Result and exports as facts which fields and results hold a
// state of Vipps', and which functions wait.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsstates",
	Doc:        "find the loops that wait for a state, and the comparisons with states",
	Run:        guard.Run(run),
	Requires:   []*analysis.Analyzer{relevant.Analyzer, flow.Analyzer, evidence.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{(*StateOf)(nil), (*Tells)(nil), (*Refills)(nil)},
}

// A Result is how one package polls. Every list is sorted by position.
type Result struct {
	Polls      []*Poll
	StateTests []*StateTest
	Endless    []*Endless
}

// A Poll is a loop of the package at hand that reads the same payment back
// again and again, and waits less than a known time between two reads.
type Poll struct {
	Pos, End token.Pos             // the call that reads
	Ops      []*vippsapi.Operation // what it may request
	Name     string                // of the function called, for messages: "Client.Payment"
	Pause    time.Duration         // between two reads, the first two where it grows; 0: none
	Waits    token.Position        // where it waits; not valid where it does not
	Grows    bool                  // the pause gets longer
	Reasons  []evidence.Reason
}

// A StateTest is a comparison of the package at hand of a state with a constant
// that it never is, or of the name of an event with one that Vipps does not give.
type StateTest struct {
	Pos, End token.Pos            // the constant
	State    *vippsapi.StateField // nil: the name of an event
	Value    string               // the constant
	Near     string               // what was meant, perhaps; or ""
	Reasons  []evidence.Reason
}

// An Endless is a loop that reads a state and goes on for ever, or a switch that
// leaves an order as it is, on final states that nothing in it names.
type Endless struct {
	Pos, End token.Pos
	Switch   bool
	State    *vippsapi.StateField
	Missing  []string // the final states that are not looked for
	Reasons  []evidence.Reason
}

// engine judges one package.
type engine struct {
	pass   *analysis.Pass
	flow   *flow.Result
	ev     *evidence.Result
	syntax *place.Index

	fields   map[*types.Var]*StateOf // of the package, that hold a state; nil: it may hold something else
	imported map[*types.Var]*StateOf // of other packages, as far as they were asked for
	tells    map[*ssa.Function]*Tells
	facts    map[*types.Func]*Tells // of other packages, as far as they were asked for; nil: none
	refilled map[string]bool        // fields that a package below fills with values of its own

	pauses map[*ssa.Function]pause // see pauseInside
	reads  map[*ssa.Function]read  // see readBy
	stores map[*types.Var][]*ssa.Store
}

func run(pass *analysis.Pass) (any, error) {
	result := &Result{}
	if pass.ResultOf[relevant.Analyzer].(relevant.Kind) == relevant.Others {
		return result, nil
	}
	ev := pass.ResultOf[evidence.Analyzer].(*evidence.Result)
	e := &engine{
		pass: pass, flow: pass.ResultOf[flow.Analyzer].(*flow.Result), ev: ev, syntax: ev.Syntax,
		fields: map[*types.Var]*StateOf{}, imported: map[*types.Var]*StateOf{},
		tells: map[*ssa.Function]*Tells{}, facts: map[*types.Func]*Tells{},
		refilled: map[string]bool{}, pauses: map[*ssa.Function]pause{}, reads: map[*ssa.Function]read{},
	}
	e.findStates()
	e.exportTells()
	e.judge(result)
	return result, nil
}

// judge fills the lists of a result.
func (e *engine) judge(result *Result) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, call := range code.Calls(fn) {
			if p := e.polledBy(call); p != nil {
				result.Polls = append(result.Polls, p)
			}
		}
		for _, c := range e.repeated(fn) {
			if p := e.tooFast(c); p != nil {
				result.Polls = append(result.Polls, p)
			}
			if l := e.endless(c); l != nil {
				result.Endless = append(result.Endless, l)
			}
		}
	}
	all := e.comparisons()
	result.StateTests = e.stateTests(all)
	result.Endless = append(result.Endless, e.openSwitches(all)...)
	slices.SortStableFunc(result.Polls, func(a, b *Poll) int { return cmp.Compare(a.Pos, b.Pos) })
	slices.SortStableFunc(result.Endless, func(a, b *Endless) int { return cmp.Compare(a.Pos, b.Pos) })
}

func (e *engine) position(pos token.Pos) token.Position { return e.pass.Fset.Position(pos) }

// maxRounds bounds how often the functions of a package are gone through: a chain
// of helpers longer than this within one package is not followed to its end.
const maxRounds = 8

// maxNesting bounds how deep values and conditions are looked into.
const maxNesting = 8
