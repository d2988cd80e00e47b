package polling

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// findFills finds into which parameters and results of the functions of the
// package the answer to their request is decoded, callers after what they call.
func (e *engine) findFills() {
	for range maxRounds {
		changed := false
		for _, fn := range e.flow.Unit.Funcs {
			fills, gives := e.fills(fn)
			if len(fills) == 0 && len(gives) == 0 {
				continue
			}
			t := e.tells[fn]
			if t == nil {
				t = &Tells{}
				e.tells[fn] = t
			}
			if !slices.Equal(t.Fills, fills) || !slices.Equal(t.Gives, gives) {
				t.Fills, t.Gives, changed = fills, gives, true
			}
		}
		if !changed {
			return
		}
	}
}

func (e *engine) fills(fn *ssa.Function) (params, results []int) {
	into := func(v ssa.Value, at ssa.CallInstruction) {
		for _, o := range e.flow.Origins(flow.At(v).Before(at)) {
			if i := o.Val.Param(fn); i >= 0 && len(o.Val.Path) == 0 {
				params = append(params, i)
			}
		}
		if m, ok := v.(*ssa.MakeInterface); ok {
			v = m.X
		}
		if cell, ok := v.(*ssa.Alloc); ok && code.IsTypeParam(code.Deref(cell.Type())) {
			results = append(results, returnedFrom(fn, cell)...)
		}
	}
	for _, r := range e.ev.Decoders(fn) {
		if e.ev.ReadsOwn(fn, r.Data) {
			into(r.Into, r.Call)
		}
	}
	for _, call := range code.Calls(fn) {
		t := e.tellsBy(call)
		if t == nil {
			continue
		}
		for _, i := range t.Fills {
			if arg, ok := code.Argument(call, i); ok {
				into(arg, call)
			}
		}
	}
	slices.Sort(params)
	slices.Sort(results)
	return slices.Compact(params), slices.Compact(results)
}

// returnedFrom lists the results of fn that are what cell holds, or point to it.
func returnedFrom(fn *ssa.Function, cell *ssa.Alloc) []int {
	var found []int
	for i := range fn.Signature.Results().Len() {
		if slices.ContainsFunc(resultValues(fn, i), func(v ssa.Value) bool { return from(v, cell, 0) }) {
			found = append(found, i)
		}
	}
	return found
}

// from reports whether v is cell or what it holds. In a function with a defer the
// results are variables too.
func from(v ssa.Value, cell *ssa.Alloc, depth int) bool {
	if v == ssa.Value(cell) {
		return true
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || depth > 2 {
		return false
	}
	if load.X == ssa.Value(cell) {
		return true
	}
	result, ok := load.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	stored, _ := storedTo(result)
	return slices.ContainsFunc(stored, func(x ssa.Value) bool { return from(x, cell, depth+1) })
}

// filledBy lists the types into which the function that call goes to decodes the
// answer to the request that it sends for call.
func (e *engine) filledBy(call ssa.CallInstruction) []types.Type {
	t := e.tellsBy(call)
	if t == nil {
		return nil
	}
	var found []types.Type
	for _, i := range t.Fills {
		arg, ok := code.Argument(call, i)
		if !ok {
			continue
		}
		if typ := code.TypeBehind(arg); !types.IsInterface(typ) && !code.IsTypeParam(code.Deref(typ)) {
			found = append(found, typ)
		}
	}
	results := call.Common().Signature().Results()
	for _, i := range t.Gives {
		if i < results.Len() && !code.IsTypeParam(code.Deref(results.At(i).Type())) {
			found = append(found, results.At(i).Type())
		}
	}
	return found
}

// tellsBy is what is known of the function that call goes to; nil: nothing.
func (e *engine) tellsBy(call ssa.CallInstruction) *Tells {
	if fn := code.Helper(e.pass.Pkg, call); fn != nil {
		return e.tells[fn]
	}
	if f := code.Callee(call); f != nil && !call.Common().IsInvoke() {
		if t, ok := e.tellsOf(f); ok {
			return t
		}
	}
	return nil
}

// tellsOf is the fact on a function of another package.
func (e *engine) tellsOf(f *types.Func) (*Tells, bool) {
	if f.Pkg() == nil || f.Pkg() == e.pass.Pkg {
		return nil, false
	}
	t, ok := e.facts[f]
	if !ok {
		var fact Tells
		if e.pass.ImportObjectFact(f, &fact) {
			t = &fact
		} else if e.ev.Knows(f) {
			t = &Tells{} // it was looked at, and there was nothing to tell
		}
		e.facts[f] = t
	}
	return t, t != nil
}

// exportTells exports what callers in other packages have to know.
func (e *engine) exportTells() {
	for _, fn := range e.flow.Unit.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() != e.pass.Pkg || e.syntax.InTest(fn.Pos()) {
			continue
		}
		var t Tells
		if known := e.tells[fn]; known != nil {
			t = *known
		}
		t.Results = e.stateResults(fn)
		t.Waits = e.ev.Knows(obj.Origin()) && e.mayWait(fn)
		if len(t.Fills) > 0 || len(t.Gives) > 0 || len(t.Results) > 0 || t.Waits {
			e.pass.ExportObjectFact(obj.Origin(), &t)
		}
	}
}

// mayWait reports whether a pause stands in fn or in what it calls.
func (e *engine) mayWait(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if p := e.pauseOf(in, nil, 1); p.kind == known || p.kind == unsaid {
				return true
			}
		}
	}
	return false
}

// stateResults lists the results of fn that are a state.
func (e *engine) stateResults(fn *ssa.Function) []ResultState {
	var found []ResultState
	results := fn.Signature.Results()
	for i := range results.Len() {
		if !code.IsText(results.At(i).Type()) {
			continue
		}
		refs, why, ok := e.allStates(resultValues(fn, i), 0, map[ssa.Value]bool{})
		if ok && len(refs) > 0 {
			found = append(found, ResultState{i, refs, why})
		}
	}
	return found
}
