package evidence

import (
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A Poll is a loop of the package at hand that reads the same payment back
// again and again, and waits less than a known time between two reads.
type Poll struct {
	Pos, End token.Pos             // the call that reads
	Ops      []*vippsapi.Operation // what it may request
	Name     string                // of the function called, for messages: "Client.Payment"
	Pause    time.Duration         // between two reads, the first two where it grows; 0: none
	Waits    token.Position        // where it waits; not valid where it does not
	Grows    bool                  // the pause gets longer
	Reasons  []Reason
}

// A StateTest is a comparison of the package at hand of a state with a constant
// that it never is, or of the name of an event with one that Vipps does not give.
type StateTest struct {
	Pos, End token.Pos            // the constant
	State    *vippsapi.StateField // nil: the name of an event
	Value    string               // the constant
	Near     string               // what was meant, perhaps; or ""
	Reasons  []Reason
}

// An Endless is a loop that reads a state and goes on for ever, or a switch that
// leaves an order as it is, on final states that nothing in it names.
type Endless struct {
	Pos, End token.Pos
	Switch   bool
	State    *vippsapi.StateField
	Missing  []string // the final states that are not looked for
	Reasons  []Reason
}

// polling fills the lists of a result that are about polling.
func (e *engine) polling(result *Result) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.inTest(fn.Pos()) {
			continue
		}
		for _, call := range callsOf(fn) {
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
	sortedByPos(result.Polls, func(p *Poll) int { return int(p.Pos) })
	sortedByPos(result.Endless, func(l *Endless) int { return int(l.Pos) })
}

// A repeat is a call in a loop that reads the same payment, agreement, charge or
// session each time.
type repeat struct {
	call    ssa.CallInstruction
	loop    *loop
	ops     []*vippsapi.Operation
	name    string
	reasons []Reason
}

// repeated lists the calls of fn that stand in a loop and read something back
// which is the same in each round.
func (e *engine) repeated(fn *ssa.Function) []repeat {
	var found []repeat
	var loops []*loop
	for i, call := range callsOf(fn) {
		if i == 0 {
			loops = loopsOf(fn)
		}
		if len(loops) == 0 {
			return nil
		}
		if _, ok := call.(*ssa.Call); !ok {
			continue // go and defer run beside the loop
		}
		l := innermost(loops, call.Block())
		if l == nil || l.ranges() {
			continue
		}
		ops, reasons := e.readBy(call, 0)
		if len(ops) > 0 && e.steady(call, l) {
			found = append(found, repeat{call, l, ops, e.nameOf(call), reasons})
		}
	}
	return found
}

// maxHelpers bounds how deep calls are followed into helpers of the package.
const maxHelpers = 6

// A read is what a function reads back.
type read struct {
	ops     []*vippsapi.Operation
	reasons []Reason
}

// readBy gives the operations that call asks for, if it does nothing but read
// one thing back: by its answer, or in a helper that keeps the answer to itself.
func (e *engine) readBy(call ssa.CallInstruction, depth int) ([]*vippsapi.Operation, []Reason) {
	var ops []*vippsapi.Operation
	var reasons []Reason
	for _, r := range e.requests[call.Parent()] {
		if r.call != call || len(r.reasons) == 0 {
			continue
		}
		if len(r.ops) == 0 || r.lent || r.borrowed {
			return nil, nil
		}
		for _, op := range r.ops {
			if len(op.ReadsBack) == 0 {
				return nil, nil
			}
		}
		ops = append(ops, r.ops...)
		reasons = append(reasons, r.reasons...)
	}
	if len(ops) > 0 || depth >= maxHelpers {
		return distinct(ops), distinct(reasons)
	}
	fn := e.helper(call)
	if fn == nil {
		return nil, nil
	}
	found, ok := e.states.reads[fn]
	if !ok {
		e.states.reads[fn] = read{} // one that calls itself adds nothing
		found = e.firstRead(fn, depth)
		e.states.reads[fn] = found
	}
	return found.ops, found.reasons
}

// firstRead is the first read in fn that stands in no loop.
func (e *engine) firstRead(fn *ssa.Function, depth int) read {
	loops := loopsOf(fn)
	for _, inner := range callsOf(fn) {
		if _, ok := inner.(*ssa.Call); !ok || innermost(loops, inner.Block()) != nil {
			continue
		}
		if ops, why := e.readBy(inner, depth+1); len(ops) > 0 {
			return read{ops, why}
		}
	}
	return read{}
}

// helper is the function of this package that call goes to, with a body; nil
// where it goes elsewhere or through a value.
func (e *engine) helper(call ssa.CallInstruction) *ssa.Function {
	fn := call.Common().StaticCallee()
	if fn == nil || isThunk(fn) {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if fn.Package() == nil || fn.Package().Pkg != e.pass.Pkg || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}
