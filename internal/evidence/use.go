package evidence

import (
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
)

// A use is what becomes of bytes that were read.
type use struct {
	used    bool // by more than a log
	checked bool // something that may refuse them is given them, and its error is looked at
}

// useOf follows what r reads in of the answer to q forward, through conversions
// and readers around it, on the ways on which that was not found to be a refusal.
func (e *engine) useOf(r reader, q *request) use {
	var u use
	var roots []ssa.Value
	if r.into != nil {
		into := r.into
		for {
			m, ok := into.(*ssa.MakeInterface)
			if !ok {
				break
			}
			into = m.X
		}
		if !code.IsNamed(into.Type(), "bytes", "Buffer") && !code.IsNamed(into.Type(), "strings", "Builder") {
			return u
		}
		roots = append(roots, into)
	} else if v := r.call.Value(); v != nil {
		for _, ref := range *v.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok && x.Index != r.err {
				roots = append(roots, x)
			}
		}
	}
	seen := map[ssa.Value]bool{}
	for len(roots) > 0 && len(seen) < code.MaxSlice {
		v := roots[len(roots)-1]
		roots = roots[:len(roots)-1]
		if seen[v] || v.Referrers() == nil {
			continue
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			if runsAfter(r.call, ref) && e.reachesWell(ref, q) {
				roots = append(roots, e.follow(&u, v, ref)...)
			}
		}
	}
	return u
}

// follow notes what in does with v, and gives what is made of it.
func (e *engine) follow(u *use, v ssa.Value, in ssa.Instruction) []ssa.Value {
	switch in := in.(type) {
	case *ssa.DebugRef:
	case *ssa.Convert, *ssa.Slice, *ssa.ChangeType, *ssa.Phi, *ssa.MakeInterface, *ssa.IndexAddr:
		return []ssa.Value{in.(ssa.Value)}
	case *ssa.Store:
		if cell, ok := in.Addr.(*ssa.Alloc); ok && in.Val == v {
			return []ssa.Value{cell}
		}
		if el, ok := in.Addr.(*ssa.IndexAddr); ok && in.Val == v {
			return []ssa.Value{el.X} // the arguments of a variadic call
		}
		u.used = u.used || in.Val == v
	case *ssa.UnOp:
		return []ssa.Value{in}
	case ssa.CallInstruction:
		return e.followCall(u, in)
	default:
		u.used = true
	}
	return nil
}

func (e *engine) followCall(u *use, call ssa.CallInstruction) []ssa.Value {
	f := code.Callee(call)
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
		if x, ok := call.(*ssa.Call); ok {
			return []ssa.Value{x} // append, len
		}
		return nil
	}
	if fate.Logs(call) && !code.IsFunc(f, "fmt", "", "Fprint", "Fprintf", "Fprintln") {
		return nil
	}
	if x, ok := call.(*ssa.Call); ok && passesOn(x) != nil {
		return []ssa.Value{x}
	}
	if _, into := standardReader(call); into && f.Name() != "Decode" && f.Name() != "Unmarshal" {
		return nil // it is read into, not from
	}
	u.used = true
	results := call.Common().Signature().Results()
	for i := range results.Len() {
		if code.IsError(results.At(i).Type()) && e.fate.ErrorFate(call, i).Fate != fate.Lost {
			u.checked = true
		}
	}
	return nil
}
