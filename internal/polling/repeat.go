package polling

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A repeat is a call in a loop that reads the same payment, agreement, charge or
// session each time.
type repeat struct {
	call    ssa.CallInstruction
	loop    *code.Loop
	ops     []*vippsapi.Operation
	name    string
	reasons []evidence.Reason
}

// repeated lists the calls of fn that stand in a loop and read something back
// which is the same in each round.
func (e *engine) repeated(fn *ssa.Function) []repeat {
	var found []repeat
	var loops []*code.Loop
	for i, call := range code.Calls(fn) {
		if i == 0 {
			loops = code.LoopsOf(fn)
		}
		if len(loops) == 0 {
			return nil
		}
		if _, ok := call.(*ssa.Call); !ok {
			continue // go and defer run beside the loop
		}
		l := code.Innermost(loops, call.Block())
		if l == nil || l.Ranges() {
			continue
		}
		ops, reasons := e.readBy(call, 0)
		if len(ops) > 0 && e.steady(call, l) {
			found = append(found, repeat{call, l, ops, e.ev.NameOf(call), reasons})
		}
	}
	return found
}

// A read is what a function reads back.
type read struct {
	ops     []*vippsapi.Operation
	reasons []evidence.Reason
}

// readBy gives the operations that call asks for, if it does nothing but read
// one thing back: by its answer, or in a helper that keeps the answer to itself.
func (e *engine) readBy(call ssa.CallInstruction, depth int) ([]*vippsapi.Operation, []evidence.Reason) {
	var ops []*vippsapi.Operation
	var reasons []evidence.Reason
	for _, r := range e.ev.Requests(call) {
		if len(r.Ops) == 0 || r.Lent {
			return nil, nil
		}
		for _, op := range r.Ops {
			if len(op.ReadsBack) == 0 {
				return nil, nil
			}
		}
		ops = append(ops, r.Ops...)
		reasons = append(reasons, r.Reasons...)
	}
	if len(ops) > 0 || depth >= code.MaxHelpers {
		return distinct(ops), distinct(reasons)
	}
	fn := code.Helper(e.pass.Pkg, call)
	if fn == nil {
		return nil, nil
	}
	found, ok := e.reads[fn]
	if !ok {
		e.reads[fn] = read{} // one that calls itself adds nothing
		found = e.firstRead(fn, depth)
		e.reads[fn] = found
	}
	return found.ops, found.reasons
}

// firstRead is the first read in fn that stands in no loop.
func (e *engine) firstRead(fn *ssa.Function, depth int) read {
	loops := code.LoopsOf(fn)
	for _, inner := range code.Calls(fn) {
		if _, ok := inner.(*ssa.Call); !ok || code.Innermost(loops, inner.Block()) != nil {
			continue
		}
		if ops, why := e.readBy(inner, depth+1); len(ops) > 0 {
			return read{ops, why}
		}
	}
	return read{}
}

// asksVipps reports whether call sends a request that is known to be Vipps'.
func (e *engine) asksVipps(call ssa.CallInstruction) bool { return len(e.ev.Requests(call)) > 0 }

// distinct drops what stands there already.
func distinct[T comparable](list []T) []T {
	var kept []T
	for _, x := range list {
		if !slices.Contains(kept, x) {
			kept = append(kept, x)
		}
	}
	return kept
}
