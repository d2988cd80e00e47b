package flow

import (
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// An alias says that a part of a base is also reached through something that
// holds its address.
type alias struct {
	sub  Path // the part
	base ssa.Value
	path Path // where in base the address is kept
	only bool // nothing else is ever kept there
}

// aliasesOf lists where addresses of what hangs on base are kept.
func (r *Result) aliasesOf(base ssa.Value) []alias {
	if r.aliases == nil {
		r.aliases = make(map[ssa.Value][]alias)
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if st, ok := r.asStore(instr); ok && isRef(st.val.Type()) {
						r.alias(st)
					}
				}
			}
		}
	}
	return r.aliases[base]
}

func (r *Result) alias(st cellStore) {
	of, sub := r.root(st.val)
	switch of.(type) {
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.MakeClosure:
		return
	}
	if of.Parent() != st.base.Parent() || of == st.base {
		return
	}
	same := 0
	for _, other := range r.storesOf(st.base) {
		if slices.Equal(other.path, st.path) {
			same++
		}
	}
	_, local := st.base.(*ssa.Alloc)
	r.aliases[of] = append(r.aliases[of], alias{sub, st.base, st.path, local && same == 1 && !slices.Contains(st.path, Elem)})
}

// storeByAlias is store for one that does not name the base.
func (w *cellWalk) storeByAlias(base ssa.Value, path Path, val ssa.Value, instr ssa.Instruction) bool {
	for _, a := range w.t.r.aliasesOf(w.base) {
		if a.base != base {
			continue
		}
		behind, exact, ok := below(a.path, path)
		if !ok || len(behind) == 0 && isRef(val.Type()) {
			continue // the address itself is replaced
		}
		rest, sure, ok := below(join(a.sub, behind...), w.path)
		if !ok {
			continue
		}
		e := w.t.r.stored(val, rest, instr, base, path)
		e.to.ctx, e.to.at = w.s.ctx, instr
		w.edges = append(w.edges, e)
		if a.only && exact && sure {
			return true
		}
		w.unordered = true
	}
	return false
}

// callByAlias is call for operand i that holds the address of the base, as the
// arguments of a variadic function do.
func (w *cellWalk) callByAlias(call ssa.CallInstruction, i int, base ssa.Value, path Path) bool {
	for _, a := range w.t.r.aliasesOf(w.base) {
		if a.base != base {
			continue
		}
		front, _, ok := below(path, a.path)
		if !ok {
			continue
		}
		rest, _, ok := below(a.sub, w.path)
		if !ok {
			continue
		}
		edges, stop := w.t.written(call, i, join(front, rest...), w.s)
		w.edges = append(w.edges, edges...)
		if stop && a.only {
			return true
		}
		w.unordered = w.unordered || len(edges) > 0
	}
	return false
}

// handsBack is the argument that a call gives back as it got it, as the methods
// of builders do; -1 for none.
func (r *Result) handsBack(common *ssa.CallCommon) int {
	fn := common.StaticCallee()
	if fn == nil || fn.Signature.Results().Len() != 1 {
		return -1
	}
	fn = code.Origin(fn)
	known, ok := r.returned[fn]
	if !ok {
		known = r.returnsParam(fn)
		r.returned[fn] = known
	}
	if known >= len(common.Args) {
		return -1
	}
	return known
}

// returnsParam is the pointer or map parameter that fn gives back on all ways;
// -1 for none.
func (r *Result) returnsParam(fn *ssa.Function) int {
	if !isRef(fn.Signature.Results().At(0).Type()) {
		return -1
	}
	if len(fn.Blocks) == 0 {
		fact := r.factOf(code.Declared(fn))
		if fact == nil {
			return -1
		}
		found := -1
		for _, w := range fact.Ways {
			if w.Out >= 0 || len(w.Path) > 0 {
				continue
			}
			if found >= 0 || !w.same(w.Param, nil) {
				return -1
			}
			found = w.Param
		}
		return found
	}
	found := -1
	for _, ret := range exits(fn) {
		p, ok := ret.Results[0].(*ssa.Parameter)
		if !ok || found >= 0 && paramIndex(p) != found {
			return -1
		}
		found = paramIndex(p)
	}
	return found
}
