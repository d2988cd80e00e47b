package polling

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// stateRefs gives the states that v is one of; nil where it may be something
// else. An empty text beside them is what a variable holds before the first read.
func (e *engine) stateRefs(v ssa.Value, depth int) []StateRef {
	refs, _, _ := e.stateAt(v, depth, map[ssa.Value]bool{})
	return refs
}

func (e *engine) stateAt(v ssa.Value, depth int, seen map[ssa.Value]bool) (refs []StateRef, why evidence.Reason, ok bool) {
	if depth > 2*maxNesting || len(seen) > code.MaxSlice {
		return nil, why, false
	}
	if seen[v] {
		return nil, why, true
	}
	seen[v] = true
	field := func(t types.Type, i int) ([]StateRef, evidence.Reason, bool) {
		if st := e.stateField(code.Deref(t).Underlying().(*types.Struct).Field(i)); st != nil {
			return st.States, st.Reason, true
		}
		return nil, why, false
	}
	all := func(values []ssa.Value) ([]StateRef, evidence.Reason, bool) { return e.allStates(values, depth, seen) }
	switch x := v.(type) {
	case *ssa.ChangeType:
		return e.stateAt(x.X, depth+1, seen)
	case *ssa.Convert:
		return e.stateAt(x.X, depth+1, seen)
	case *ssa.Field:
		return field(x.X.Type(), x.Field)
	case *ssa.Phi:
		return all(x.Edges)
	case *ssa.UnOp:
		if x.Op != token.MUL {
			return nil, why, false
		}
		switch addr := x.X.(type) {
		case *ssa.FieldAddr:
			return field(addr.X.Type(), addr.Field)
		case *ssa.UnOp: // a *string in the answer
			if f, ok := addr.X.(*ssa.FieldAddr); ok && addr.Op == token.MUL {
				return field(f.X.Type(), f.Field)
			}
		case *ssa.Alloc:
			if stored, ok := storedTo(addr); ok {
				return all(stored)
			}
		}
	case *ssa.Call:
		return e.stateResult(x, 0, depth, seen)
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok {
			return e.stateResult(call, x.Index, depth, seen)
		}
	case *ssa.Parameter:
		return e.statePassed(x, depth, seen)
	}
	return nil, why, false
}

// allStates is stateAt for several values of which v is one. Constants among them
// have to be states too, or empty: what a variable holds before the first read.
func (e *engine) allStates(values []ssa.Value, depth int, seen map[ssa.Value]bool) (refs []StateRef, why evidence.Reason, ok bool) {
	var texts []string
	for _, x := range values {
		if text, isConst := constantOf(x); isConst {
			if text.text != "" {
				texts = append(texts, text.text)
			}
			continue
		}
		more, reason, ok := e.stateAt(x, depth+1, seen)
		if !ok {
			return nil, why, false
		}
		if len(more) > 0 {
			refs, why = append(slices.Clip(refs), more...), reason
		}
	}
	refs = sortedRefs(refs)
	for _, text := range texts {
		if !slices.ContainsFunc(fieldsOf(refs), func(s *vippsapi.StateField) bool { return s.Has(text, false) }) {
			return nil, why, false
		}
	}
	return refs, why, true
}

// storedTo lists what is stored to a variable that nobody but its function and
// the literals in it can set.
func storedTo(cell ssa.Value) ([]ssa.Value, bool) {
	var stored []ssa.Value
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != cell {
				return nil, false
			}
			stored = append(stored, ref.Val)
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			fn := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if b == cell {
					more, ok := storedTo(fn.FreeVars[i])
					if !ok {
						return nil, false
					}
					stored = append(stored, more...)
				}
			}
		default:
			return nil, false
		}
	}
	return stored, true
}

// stateResult is stateAt for result i of a call.
func (e *engine) stateResult(call *ssa.Call, i, depth int, seen map[ssa.Value]bool) (refs []StateRef, why evidence.Reason, ok bool) {
	if fn := code.Helper(e.pass.Pkg, call); fn != nil {
		refs, why, ok = e.allStates(resultValues(fn, i), depth, seen)
		return refs, why, ok && len(refs) > 0
	}
	if f := code.Callee(call); f != nil && !call.Call.IsInvoke() {
		if t, ok := e.tellsOf(f); ok {
			for _, r := range t.Results {
				if r.Result == i {
					return r.States, r.Reason, true
				}
			}
		}
	}
	return nil, why, false
}

// resultValues lists what fn returns as result i.
func resultValues(fn *ssa.Function, i int) []ssa.Value {
	var found []ssa.Value
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
			found = append(found, ret.Results[i])
		}
	}
	return found
}

// statePassed is stateAt for a parameter of a function that only this package
// can call: what all its callers pass.
func (e *engine) statePassed(p *ssa.Parameter, depth int, seen map[ssa.Value]bool) (refs []StateRef, why evidence.Reason, ok bool) {
	fn := p.Parent()
	calls, known := e.flow.AllCallers(fn)
	if !known || !code.IsText(p.Type()) {
		return nil, why, false
	}
	i := flow.At(p).Param(fn)
	for _, call := range calls {
		if e.syntax.InTest(call.Pos()) {
			continue
		}
		if i >= len(call.Common().Args) {
			return nil, why, false
		}
		more, reason, passed := e.stateAt(call.Common().Args[i], depth+1, seen)
		if !passed {
			return nil, why, false
		}
		refs, why, ok = append(slices.Clip(refs), more...), reason, true
	}
	return sortedRefs(refs), why, ok
}

// constantOf is the text of a constant, of whatever type.
func constantOf(v ssa.Value) (constantText, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return constantText{}, false
	}
	return constantText{text: constant.StringVal(c.Value)}, true
}
