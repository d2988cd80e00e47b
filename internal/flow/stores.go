package flow

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A cellStore is one store to a part of something.
type cellStore struct {
	instr ssa.Instruction
	base  ssa.Value // as the function of instr sees it
	path  Path
	val   ssa.Value
}

// storesOf lists the stores of the package to what hangs on a base, in the
// order of the source; those of closures to variables that they captured are
// among them.
func (r *Result) storesOf(base ssa.Value) []cellStore {
	if r.stores == nil {
		r.stores = make(map[ssa.Value][]cellStore)
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if st, ok := r.asStore(instr); ok {
						base := r.outermost(st.base)
						r.stores[base] = append(r.stores[base], st)
					}
				}
			}
		}
	}
	return r.stores[r.outermost(base)]
}

// asStore reads instr as a store: to memory, into a map or a channel.
func (r *Result) asStore(instr ssa.Instruction) (cellStore, bool) {
	switch instr := instr.(type) {
	case *ssa.Store:
		base, path := r.root(instr.Addr)
		return cellStore{instr, base, path, instr.Val}, true
	case *ssa.MapUpdate:
		base, path := r.root(instr.Map)
		return cellStore{instr, base, join(path, mapStep(instr.Key)), instr.Value}, true
	case *ssa.Send:
		base, path := r.root(instr.Chan)
		return cellStore{instr, base, join(path, Elem), instr.X}, true
	}
	return cellStore{}, false
}

// outermost follows a captured variable to the function that declares it.
func (r *Result) outermost(v ssa.Value) ssa.Value {
	for range 20 {
		fv, ok := v.(*ssa.FreeVar)
		if !ok {
			return v
		}
		mc := r.maker(fv.Parent())
		if mc == nil {
			return v
		}
		v = mc.Bindings[freeIndex(fv)]
		if a, ok := v.(*ssa.Alloc); ok {
			if only := onlyStore(a); only != nil && isRef(only.Type()) {
				v = only
			}
		}
	}
	return v
}

// maker is the instruction that makes the closure fn; nil where there is none
// or several.
func (r *Result) maker(fn *ssa.Function) *ssa.MakeClosure {
	if r.makers == nil {
		r.makers = make(map[*ssa.Function]*ssa.MakeClosure)
		for _, parent := range r.Unit.Funcs {
			for _, b := range parent.Blocks {
				for _, instr := range b.Instrs {
					if mc, ok := instr.(*ssa.MakeClosure); ok {
						made := mc.Fn.(*ssa.Function)
						if _, again := r.makers[made]; again {
							mc = nil
						}
						r.makers[made] = mc
					}
				}
			}
		}
	}
	if fn.Parent() == nil {
		return nil
	}
	return r.makers[fn]
}

func freeIndex(fv *ssa.FreeVar) int {
	for i, other := range fv.Parent().FreeVars {
		if other == fv {
			return i
		}
	}
	return 0
}

// onlyStore gives the parameter that a variable holds all its life, as the
// variable of a parameter does that a closure captured.
func onlyStore(a *ssa.Alloc) ssa.Value {
	var only ssa.Value
	n := countStores(a, &only, 5)
	if _, ok := only.(*ssa.Parameter); ok && n == 1 {
		return only
	}
	return nil
}

// countStores counts the stores to the variable v as a whole, closures
// included, and gives the last value.
func countStores(v ssa.Value, val *ssa.Value, depth int) int {
	refs := v.Referrers()
	if refs == nil || depth == 0 {
		return 2
	}
	n := 0
	for _, instr := range *refs {
		switch instr := instr.(type) {
		case *ssa.Store:
			if instr.Addr == v {
				*val = instr.Val
				n++
			} else {
				return 2 // its address went elsewhere
			}
		case *ssa.MakeClosure:
			fn, ok := instr.Fn.(*ssa.Function)
			if !ok {
				return 2
			}
			for i, b := range instr.Bindings {
				if b == v {
					n += countStores(fn.FreeVars[i], val, depth-1)
				}
			}
		case *ssa.Call, *ssa.Defer, *ssa.Go, *ssa.Phi:
			return 2
		}
	}
	return n
}

// storedElsewhere reports whether a function other than the one that declares
// base may store to its part path at a time that is not known: then no order of
// the stores is known.
func (r *Result) storedElsewhere(base ssa.Value, path Path, ctx *frame) bool {
	switch base.(type) {
	case *ssa.Alloc, *ssa.FreeVar, *ssa.Parameter:
	default:
		return false
	}
	home := r.outermost(base)
	if fv, captured := base.(*ssa.FreeVar); captured {
		return ctx == nil || ctx.fn != fv.Parent() || !r.inOrder(home)
	}
	if r.inOrder(home) {
		return false
	}
	for _, st := range r.storesOf(base) {
		if st.instr.Parent() == base.Parent() {
			continue
		}
		if _, _, ok := below(st.path, path); ok {
			return true
		}
	}
	for _, p := range r.passesOf(base) {
		if p.call.Parent() == base.Parent() {
			continue
		}
		if _, _, ok := below(p.path, path); ok && r.mayStoreIn(p) {
			return true
		}
	}
	return false
}

// inOrder reports whether v is a variable of which every closure that captures
// it does no more than run where it is called or deferred.
func (r *Result) inOrder(v ssa.Value) bool {
	a, ok := v.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, instr := range *a.Referrers() {
		mc, ok := instr.(*ssa.MakeClosure)
		if !ok {
			continue
		}
		if len(mc.Fn.(*ssa.Function).AnonFuncs) > 0 {
			return false
		}
		for _, use := range *mc.Referrers() {
			switch use := use.(type) {
			case *ssa.Call:
				if use.Call.Value != ssa.Value(mc) {
					return false
				}
			case *ssa.Defer:
				if use.Call.Value != ssa.Value(mc) {
					return false
				}
			case *ssa.DebugRef:
			default:
				return false
			}
		}
	}
	return true
}

// stored is the link from part rest of what base.path holds to the value that
// instr stores there.
func (r *Result) stored(val ssa.Value, rest Path, instr ssa.Instruction, base ssa.Value, path Path) link {
	e := link{to: spot{v: val, path: rest}, pos: instr.Pos(), into: len(rest) == 0 && len(path) > 0}
	if name := nameOf(base, path); name != "" {
		e.note = "stored in " + name
	}
	return e
}

// nameOf is how people call part path of base: by type and field, or by
// the name of the variable; empty for what has no name.
func nameOf(base ssa.Value, path Path) string {
	t := base.Type()
	name := ""
	if g, ok := base.(*ssa.Global); ok {
		name = g.Name()
	}
	for _, step := range path {
		t = deref(t)
		switch u := t.Underlying().(type) {
		case *types.Struct:
			var i int
			if _, err := fmt.Sscanf(step, ".%d", &i); err != nil || i >= u.NumFields() {
				return name
			}
			owner := ""
			if named, ok := types.Unalias(t).(*types.Named); ok {
				owner = named.Obj().Name() + "."
			}
			name = owner + u.Field(i).Name()
			t = u.Field(i).Type()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
			if step != Elem {
				name = step[1 : len(step)-1]
			}
		default:
			return name
		}
	}
	return name
}

// loose gives all stores to part path of base, whatever their order.
func (t *tracer) loose(base ssa.Value, path Path, s spot) []link {
	if b, p := t.r.root(base); b != base {
		base, path = b, join(p, path...)
	}
	if len(path) > maxPath {
		return end(spot{v: base, path: path, ctx: s.ctx, at: s.at})
	}
	var edges []link
	for _, st := range t.r.storesOf(base) {
		rest, _, ok := below(st.path, path)
		if !ok {
			continue
		}
		if _, channel := st.val.(*ssa.MakeChan); channel && len(rest) > 0 {
			continue // what is received was sent, and that is a store of its own
		}
		e := t.r.stored(st.val, rest, st.instr, st.base, st.path)
		e.loose = true
		e.to.ctx = s.ctx
		if st.instr.Parent() != s.v.Parent() {
			e.to.ctx = around(s.ctx, st.instr.Parent())
		}
		if !isRef(st.val.Type()) {
			e.to.at = st.instr
		}
		edges = append(edges, e)
	}
	edges = append(edges, t.loosePasses(base, path, s)...)
	_, channel := base.Type().Underlying().(*types.Chan)
	if _, param := base.(*ssa.Parameter); param && !channel && len(edges) > 0 {
		to := s.to(base, path)
		to.at = nil
		for _, e := range t.define(to) {
			e.loose = true
			edges = append(edges, e)
		}
	}
	if len(edges) == 1 {
		edges[0].loose = false
	}
	if len(edges) > 0 {
		return edges
	}
	s = s.to(base, path)
	s.at = nil
	return t.define(s)
}

// loosePasses gives what the calls that get what hangs on base store to its
// part path, whatever their order.
func (t *tracer) loosePasses(base ssa.Value, path Path, s spot) []link {
	var edges []link
	for _, p := range t.r.passesOf(base) {
		rest, _, ok := below(p.path, path)
		if !ok {
			continue
		}
		at := s
		if p.call.Parent() != s.v.Parent() {
			at.ctx = around(s.ctx, p.call.Parent())
		}
		more, _ := t.written(p.call, p.index, rest, at)
		for _, e := range more {
			e.loose = true
			edges = append(edges, e)
		}
	}
	return edges
}

// around is the chain of calls down to fn within ctx; nil where it has none.
func around(ctx *frame, fn *ssa.Function) *frame {
	for f := ctx; f != nil; f = f.up {
		if f.fn == fn {
			return f
		}
		if f.lit != nil && f.lit.Parent() == fn {
			return f.home
		}
	}
	return nil
}
