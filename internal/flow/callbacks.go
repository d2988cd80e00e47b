package flow

import (
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// calledBack goes from parameter i of fn, a function literal or one that nothing
// outside the package can call, to what it is called with by the functions that
// get it as an argument: helpers that take a callback, and iterators, to which
// the body of a loop is one. It gives nil where somebody else may call it.
func (t *tracer) calledBack(fn *ssa.Function, i int, s spot) []link {
	if t.asked[fn] || fn.Parent() == nil && (code.Declared(fn) == nil || code.Declared(fn).Exported() || len(t.r.callers(fn)) > 0) {
		return nil
	}
	if t.asked == nil {
		t.asked = make(map[*ssa.Function]bool)
	}
	t.asked[fn] = true
	defer delete(t.asked, fn)
	var links []link
	for _, instr := range t.r.usesOf(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return nil
		}
		more := t.callsBack(call, fn, i, s)
		if more == nil {
			return nil
		}
		links = append(links, more...)
	}
	return links
}

// callsBack gives what call, which gets fn, calls it with.
func (t *tracer) callsBack(call ssa.CallInstruction, fn *ssa.Function, i int, s spot) []link {
	if links := t.iterated(call, i, s); links != nil {
		return links
	}
	list := t.targets(call, nil)
	var links []link
	for _, to := range list {
		if !to.body() {
			return nil
		}
		f, ok := t.r.enter(nil, call, to)
		if !ok {
			return nil
		}
		for j := range to.fn.Params {
			v, path, _, _, ok := t.operand(f, j)
			if !ok || len(path) > 0 || functionOf(v) != fn {
				continue
			}
			inner, all := paramCalls(to.fn.Params[j])
			if !all {
				return nil
			}
			for _, c := range inner {
				if args := c.Common().Args; i < len(args) {
					links = append(links, link{
						to:   spot{v: args[i], path: s.path, ctx: f, at: c},
						note: "passed to " + funcName(fn) + " as " + fn.Params[i].Name(),
						pos:  call.Pos(),
					})
				}
			}
		}
	}
	return links
}

// iterated is callsBack for a loop over an iterator of the standard library.
func (t *tracer) iterated(call ssa.CallInstruction, i int, s spot) []link {
	seq, ok := call.Common().Value.(*ssa.Call)
	if !ok {
		return nil
	}
	if _, list := shelfOf(calleeOf(&seq.Call)); list == nil {
		return nil
	}
	sig, ok := seq.Type().Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 {
		return nil
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok || i != yield.Params().Len()-1 {
		return nil
	}
	return []link{{to: spot{v: seq, path: join(Path{Elem}, s.path...), at: call}}}
}

// functionOf is the function that v is, where that is plain to see.
func functionOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return code.Origin(v)
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.ChangeType:
		return functionOf(v.X)
	}
	return nil
}

// usesOf lists the instructions that use fn as a value, but for those that make
// it one.
func (r *Result) usesOf(fn *ssa.Function) []ssa.Instruction {
	if r.uses == nil {
		r.uses = make(map[*ssa.Function][]ssa.Instruction)
		for _, in := range r.Unit.Funcs {
			for _, b := range in.Blocks {
				for _, instr := range b.Instrs {
					r.indexUses(instr)
				}
			}
		}
	}
	return r.uses[code.Origin(fn)]
}

func (r *Result) indexUses(instr ssa.Instruction) {
	switch instr.(type) {
	case *ssa.MakeClosure, *ssa.ChangeType, *ssa.DebugRef:
		return
	}
	call, _ := instr.(ssa.CallInstruction)
	for i, op := range instr.Operands(nil) {
		if call != nil && i == 0 && !call.Common().IsInvoke() {
			continue
		}
		if *op == nil {
			continue
		}
		if fn := functionOf(*op); fn != nil && !slices.Contains(r.uses[fn], instr) {
			r.uses[fn] = append(r.uses[fn], instr)
		}
	}
}

// paramCalls lists the calls of what parameter p holds, and reports whether the
// function does nothing else with it. A nil check is nothing.
func paramCalls(p ssa.Value) (calls []ssa.CallInstruction, all bool) {
	for _, instr := range *p.Referrers() {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			if instr.Common().Value != p || slices.Contains(instr.Common().Args, p) {
				return nil, false
			}
			calls = append(calls, instr)
		case *ssa.BinOp, *ssa.DebugRef:
		case *ssa.Store:
			a, ok := instr.Addr.(*ssa.Alloc)
			if !ok || onlyStore(a) != p {
				return nil, false
			}
			more, ok := heldCalls(a, 5)
			if !ok {
				return nil, false
			}
			calls = append(calls, more...)
		default:
			return nil, false
		}
	}
	return calls, true
}

// heldCalls is paramCalls for the variable of a parameter that closures capture.
func heldCalls(v ssa.Value, depth int) (calls []ssa.CallInstruction, all bool) {
	if depth == 0 {
		return nil, false
	}
	for _, instr := range *v.Referrers() {
		var more []ssa.CallInstruction
		ok := true
		switch instr := instr.(type) {
		case *ssa.UnOp:
			more, ok = paramCalls(instr)
		case *ssa.MakeClosure:
			for i, b := range instr.Bindings {
				if b == v {
					more, ok = heldCalls(instr.Fn.(*ssa.Function).FreeVars[i], depth-1)
				}
			}
		}
		if !ok {
			return nil, false
		}
		calls = append(calls, more...)
	}
	return calls, true
}
