package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// root gives the value from which an address or reference is reached, and the
// path from there. Pointers are passed through, so that o.in.x is one cell
// however often o.in is loaded.
func (r *Result) root(v ssa.Value) (ssa.Value, Path) {
	base, path, _, _ := r.rootTaken(v)
	return base, path
}

// rootTaken is root, and says too where the last reference on the way was
// loaded, and how much of the path leads to that reference.
func (r *Result) rootTaken(v ssa.Value) (base ssa.Value, path Path, taken *ssa.UnOp, takenLen int) {
	defer func() {
		if taken != nil {
			takenLen = len(path) - takenLen
		}
	}()
	for range 50 {
		switch x := v.(type) {
		case *ssa.FieldAddr:
			path = join(Path{Field(x.Field)}, path...)
			v = x.X
		case *ssa.Field:
			path = join(Path{Field(x.Field)}, path...)
			v = x.X
		case *ssa.IndexAddr:
			path = join(Path{mapStep(x.Index)}, path...)
			v = x.X
		case *ssa.Lookup:
			if x.CommaOk {
				return v, path, taken, takenLen
			}
			path = join(Path{mapStep(x.Index)}, path...)
			v = x.X
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return v, path, taken, takenLen
			}
			if taken == nil {
				taken, takenLen = x, len(path)
			}
			v = x.X
			if a, ok := v.(*ssa.Alloc); ok && isRef(x.Type()) {
				if only := onlyStore(a); only != nil {
					v = only
				}
			}
		case *ssa.ChangeType:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.SliceToArrayPointer:
			v = x.X
		case *ssa.Slice:
			if x.Low != nil {
				path = anyElement(path)
			}
			v = x.X
		case *ssa.TypeAssert:
			if x.CommaOk {
				return v, path, taken, takenLen
			}
			v = x.X
		case *ssa.Call:
			i := r.handsBack(&x.Call)
			if i < 0 {
				return v, path, taken, takenLen
			}
			v = x.Call.Args[i]
		default:
			return v, path, taken, takenLen
		}
	}
	return v, path, taken, takenLen
}

// load gives what stood at the address when v was loaded. What lies behind a
// loaded reference may have changed since, so that is asked as of s.at, except
// that the reference itself was taken when v was loaded.
func (t *tracer) load(v *ssa.UnOp, s spot) []link {
	base, path, taken, takenLen := t.r.rootTaken(v.X)
	path = join(path, s.path...)
	if len(path) > maxPath {
		return end(spot{v: base, path: path, ctx: s.ctx, at: s.at})
	}
	at := s.at
	behind := isRef(v.Type()) && sameFunction(at, v)
	if behind && len(s.path) > 0 {
		taken, takenLen = v, len(path)-len(s.path)
	} else {
		s.at = v
	}
	w := cellWalk{t: t, base: base, path: path, s: s, taken: taken, takenLen: takenLen}
	links := w.run()
	if behind && len(s.path) == 0 {
		// The reference was looked up at v; what is behind it is asked for at at.
		for i := range links {
			if to := &links[i].to; isRef(to.v.Type()) && sameFunction(at, to.v) && !links[i].end {
				to.at = at
			}
		}
	}
	return links
}

// cell gives the stores to part path of base that reach s.at.
func (t *tracer) cell(base ssa.Value, path Path, s spot) []link {
	if b, p := t.r.root(base); b != base {
		base, path = b, join(p, path...)
	}
	if len(path) > maxPath {
		return end(spot{v: base, path: path, ctx: s.ctx, at: s.at})
	}
	w := cellWalk{t: t, base: base, path: path, s: s}
	return w.run()
}

// A cellWalk goes backward from an instruction to the stores that reach it.
type cellWalk struct {
	t        *tracer
	base     ssa.Value
	path     Path
	s        spot
	taken    *ssa.UnOp // until here only stores behind the first takenLen steps count
	takenLen int

	edges     []link
	weak      bool // some store replaces only one element of several
	based     bool // the base was reached
	unordered bool // some store may come at any time
	whole     bool // some store replaces all that is asked for
	parts     bool // some store replaces a part of the struct or array asked for
	seen      map[visit]bool
}

// A visit of a block is one behind the load of the reference asked for, from
// which on back all stores count, or one before that.
type visit struct {
	block *ssa.BasicBlock
	taken bool
}

func (w *cellWalk) run() []link {
	at := w.s.at
	if at == nil {
		at = onlyUse(w.base)
	}
	_, global := w.base.(*ssa.Global)
	_, channel := w.base.Type().Underlying().(*types.Chan)
	if at == nil || global || channel || w.base.Parent() != at.Parent() || w.t.r.storedElsewhere(w.base, w.path, w.s.ctx) {
		return w.t.loose(w.base, w.path, w.s)
	}
	w.s.at = at
	w.seen = make(map[visit]bool)
	block := at.Block()
	i := 0
	for i < len(block.Instrs) && block.Instrs[i] != at {
		i++
	}
	type item struct {
		block *ssa.BasicBlock
		from  int
		taken bool // all stores count
	}
	work := []item{{block, i - 1, w.taken == nil}}
	passed := 0
	defer func() { w.t.left -= passed / instructionsPerSpot }()
	for len(work) > 0 {
		it := work[len(work)-1]
		work = work[:len(work)-1]
		passed += it.from + 1
		stop := false
		for i := it.from; i >= 0 && !stop; i-- {
			instr := it.block.Instrs[i]
			if v, ok := instr.(ssa.Value); ok && v == w.base {
				if it.taken {
					w.atBase()
				}
				stop = true
				break
			}
			stop = w.effect(instr, it.taken)
			if w.taken != nil && instr == ssa.Instruction(w.taken) {
				it.taken = true
			}
		}
		if stop {
			continue
		}
		if len(it.block.Preds) == 0 {
			if it.taken {
				w.atBase()
			}
			continue // else on a way around the load there was no reference
		}
		for i := len(it.block.Preds) - 1; i >= 0; i-- {
			v := visit{it.block.Preds[i], it.taken}
			if !w.seen[v] {
				w.seen[v] = true
				work = append(work, item{v.block, len(v.block.Instrs) - 1, v.taken})
			}
		}
	}
	if w.whole && w.parts {
		// What was stored as a whole is not what is there now: it is what the
		// memory holds, to be asked for part by part.
		return end(w.s.to(w.base, w.path))
	}
	if w.unordered {
		for i := range w.edges {
			w.edges[i].loose = true
		}
	}
	return dropZero(w.edges, w.weak)
}

// dropZero leaves out the empty array or map where elements were stored to it.
func dropZero(edges []link, weak bool) []link {
	if !weak || len(edges) < 2 {
		return edges
	}
	var kept []link
	for _, e := range edges {
		if !e.zero {
			kept = append(kept, e)
		}
	}
	return kept
}

// atBase ends the walk at the place where the base comes into being.
func (w *cellWalk) atBase() {
	s := w.s.to(w.base, w.path)
	if !w.based {
		w.based = true
		w.edges = append(w.edges, w.t.define(s)...)
	}
}

// effect adds what instr stores to the cell, and reports whether nothing that
// stands before it can reach.
func (w *cellWalk) effect(instr ssa.Instruction, all bool) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		base, path := w.t.r.root(instr.Addr)
		return w.store(base, path, instr.Val, instr, all)
	case *ssa.MapUpdate:
		base, path := w.t.r.root(instr.Map)
		return w.store(base, join(path, mapStep(instr.Key)), instr.Value, instr, all)
	case *ssa.Call:
		return w.call(instr)
	case *ssa.Go:
		n := len(w.edges)
		w.call(instr)
		w.unordered = w.unordered || len(w.edges) > n
	case *ssa.RunDefers:
		return w.deferred(instr)
	}
	return false
}

// deferred looks at what the deferred calls do to the cell, the last one first.
func (w *cellWalk) deferred(at *ssa.RunDefers) bool {
	blocks := at.Parent().Blocks
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		for j := len(b.Instrs) - 1; j >= 0; j-- {
			d, ok := b.Instrs[j].(*ssa.Defer)
			if ok && w.call(d) && b.Dominates(at.Block()) {
				return true
			}
		}
	}
	return false
}

func (w *cellWalk) store(base ssa.Value, path Path, val ssa.Value, instr ssa.Instruction, all bool) bool {
	if base != w.base {
		return w.storeByAlias(base, path, val, instr)
	}
	if !all && len(path) <= w.takenLen {
		return false
	}
	rest, sure, ok := below(path, w.path)
	if !ok {
		w.parts = w.parts || w.isPart(path)
		return false
	}
	w.whole = true
	e := w.t.r.stored(val, rest, instr, base, path)
	e.to.ctx = w.s.ctx
	e.to.at = instr
	if isRef(val.Type()) {
		e.to.at = w.s.at
	}
	w.edges = append(w.edges, e)
	if !sure {
		w.weak = true
	}
	return sure
}

// isPart reports whether a store to path replaces a part of the struct or array
// that is asked for. What lies behind a reference is no part of it.
func (w *cellWalk) isPart(path Path) bool {
	if _, _, ok := below(w.path, path); !ok {
		return false
	}
	t := w.base.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	for i := range path {
		if i >= len(w.path) {
			switch t.Underlying().(type) {
			case *types.Struct, *types.Array:
			default:
				return false
			}
		}
		if t = typeAt(t, path[i:i+1]); t == nil {
			return false
		}
	}
	return true
}

// call looks at what a call does to the cell, where it is given its address.
func (w *cellWalk) call(call ssa.CallInstruction) bool {
	if edges, stop := w.t.writtenCaptured(call, w.base, w.path, w.s); len(edges) > 0 {
		w.edges = append(w.edges, edges...)
		return stop
	}
	for i, arg := range operands(call.Common()) {
		if !isRef(arg.Type()) {
			continue
		}
		base, path := w.t.r.root(arg)
		if base != w.base {
			if w.callByAlias(call, i, base, path) {
				return true
			}
			continue
		}
		rest, _, ok := below(path, w.path)
		if !ok {
			w.parts = w.parts || w.isPart(path) // the call may set it
			continue
		}
		edges, stop := w.t.written(call, i, rest, w.s)
		if len(edges) == 0 && w.t.unknownHook(call, arg, w.s.ctx) {
			w.unordered = true
			edges = end(spot{v: asValue(call), path: rest, ctx: w.s.ctx, at: call})
		}
		w.edges = append(w.edges, edges...)
		if stop {
			return true
		}
	}
	return false
}

// onlyUse is the one instruction that uses v as a whole, if there is one.
func onlyUse(v ssa.Value) ssa.Instruction {
	refs := v.Referrers()
	if refs == nil {
		return nil
	}
	var use ssa.Instruction
	for _, instr := range *refs {
		switch instr := instr.(type) {
		case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.UnOp, *ssa.DebugRef, *ssa.Lookup, *ssa.Range:
			continue
		case *ssa.Store:
			if instr.Addr == v {
				continue
			}
		case *ssa.MapUpdate:
			if instr.Map == v {
				continue
			}
		}
		if use != nil {
			return nil
		}
		use = instr
	}
	switch x := use.(type) {
	case *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Slice:
		if next := onlyUse(x.(ssa.Value)); next != nil {
			return next
		}
	}
	return use
}
