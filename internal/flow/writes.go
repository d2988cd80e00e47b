package flow

import (
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// FieldWrites lists the values that this package stores to a field, whatever
// the instance: in composite literals and by assignment, in the order of the
// source.
func (r *Result) FieldWrites(f *types.Var) []Val {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.fieldWrites(f)
}

func (r *Result) fieldWrites(f *types.Var) []Val {
	if r.fields == nil {
		r.fields = make(map[*types.Var][]Val)
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					st, ok := instr.(*ssa.Store)
					if !ok {
						continue
					}
					if addr, ok := st.Addr.(*ssa.FieldAddr); ok {
						if v := fieldOf(addr.X.Type(), addr.Field); v != nil {
							r.fields[v] = append(r.fields[v], Val{V: st.Val, at: st})
						}
					}
				}
			}
		}
	}
	return r.fields[f.Origin()]
}

// allWrites is fieldWrites, and reports whether nothing else can be stored to
// the field: other packages can't name it, and nobody keeps its address.
func (r *Result) allWrites(f *types.Var) (stored []Val, all bool) {
	if f.Exported() || f.Pkg() != r.pass.Pkg {
		return nil, false
	}
	if r.loosed == nil {
		r.loosed = make(map[*types.Var]bool)
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if addr, ok := instr.(*ssa.FieldAddr); ok && addressKept(addr) {
						if v := fieldOf(addr.X.Type(), addr.Field); v != nil {
							r.loosed[v] = true
						}
					}
				}
			}
		}
	}
	return r.fieldWrites(f), !r.loosed[f.Origin()]
}

// addressKept reports whether an address is used for more than a load or a
// store.
func addressKept(addr ssa.Value) bool {
	for _, instr := range *addr.Referrers() {
		switch instr := instr.(type) {
		case *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.DebugRef:
		case *ssa.Store:
			if instr.Addr != addr {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// alwaysCut judges part path of the parameter p, where that is a field to which
// nothing but cut floats is ever stored, or what is received from a channel in
// such a field: then it does not matter who calls.
func (r *Result) alwaysCut(p *ssa.Parameter, path Path) (reading, bool) {
	f := lastField(p.Type(), path)
	if f == nil || !isInt(f.Type()) {
		return reading{}, false
	}
	if _, all := r.allWrites(f); all {
		if w := r.writesOf(f); w != nil && w.Clean == 0 && len(w.Cut) > 0 {
			return r.cuts[f], true
		}
	}
	return r.alwaysSentCut(p, path)
}

// fieldOf is field i of the struct that t is or points to.
func fieldOf(t types.Type, i int) *types.Var {
	s, ok := deref(t).Underlying().(*types.Struct)
	if !ok || i >= s.NumFields() {
		return nil
	}
	return s.Field(i).Origin()
}

// lastField is the field to which the last step of path leads from a value of
// type t; nil where it is no field.
func lastField(t types.Type, path Path) *types.Var {
	if len(path) == 0 {
		return nil
	}
	last := path[len(path)-1]
	i, err := strconv.Atoi(strings.TrimPrefix(last, "."))
	if err != nil || !strings.HasPrefix(last, ".") {
		return nil
	}
	if owner := typeAt(t, path[:len(path)-1]); owner != nil {
		return fieldOf(owner, i)
	}
	return nil
}

// written judges a field of an instance that was not seen to be filled: it
// counts as cut where all that is known to be stored to the field is. a is the
// judgement where nothing is known.
func (r *Result) written(s spot, a reading) reading {
	typ := s.v.Type()
	if tuple, ok := typ.(*types.Tuple); ok {
		if s.result >= tuple.Len() {
			return a
		}
		typ = tuple.At(s.result).Type()
	}
	f := lastField(typ, s.path)
	if f == nil || !isInt(f.Type()) {
		return a
	}
	w := r.writesOf(f)
	if w == nil || w.Clean > 0 || len(w.Cut) == 0 {
		return a
	}
	if f.Pkg() != r.pass.Pkg {
		if len(r.fieldWrites(f)) > 0 {
			return a
		}
		return r.readWay(&w.Cut[0], link{})
	}
	return r.cuts[f]
}

// alwaysSentCut is alwaysCut for what is received from a channel in a field.
func (r *Result) alwaysSentCut(p *ssa.Parameter, path Path) (reading, bool) {
	for i := range path {
		if i == 0 || path[i] != Elem {
			continue
		}
		f := lastField(p.Type(), path[:i])
		if f == nil || f.Exported() || f.Pkg() != r.pass.Pkg {
			continue
		}
		if _, channel := f.Type().Underlying().(*types.Chan); !channel {
			continue
		}
		ev := r.evaluation()
		var cut reading
		for _, v := range r.fieldSends(f) {
			for _, a := range ev.judge(spot{v: v.V, path: path[i+1:], at: v.at}) {
				switch {
				case a.is == isConst && a.num == 0, a.is == isAgain:
				case a.cutAnyway():
					a.is = isCut
					cut = a
				default:
					return reading{}, false
				}
			}
		}
		return cut, cut.is == isCut && ev.left >= 0
	}
	return reading{}, false
}

// fieldSends lists what the package sends to channels in a field.
func (r *Result) fieldSends(f *types.Var) []Val {
	if r.sends == nil {
		r.sends = make(map[*types.Var][]Val)
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					send, ok := instr.(*ssa.Send)
					if !ok {
						continue
					}
					base, path := r.root(send.Chan)
					if v := lastField(base.Type(), path); v != nil {
						r.sends[v] = append(r.sends[v], Val{V: send.X, at: send})
					}
				}
			}
		}
	}
	return r.sends[f.Origin()]
}

// writesOf gives what is stored to f, of this package or another.
func (r *Result) writesOf(f *types.Var) *Writes {
	if f.Pkg() != r.pass.Pkg {
		var w Writes
		if f.Pkg() != nil && r.pass.ImportObjectFact(f, &w) {
			return &w
		}
		return nil
	}
	if w, ok := r.writes[f]; ok {
		return w
	}
	r.writes[f] = nil // what depends on itself says nothing
	stored := r.fieldWrites(f)
	if len(stored) == 0 {
		return nil
	}
	w := &Writes{}
	var first reading
	ev := r.evaluation()
	for _, v := range stored {
		for _, a := range ev.judge(spot{v: v.V, path: v.Path, at: v.at}) {
			switch {
			case a.is == isConst && a.num == 0, a.is == isAgain:
			case a.cutAnyway():
				a.is = isCut
				if len(w.Cut) == 0 {
					first = a
				}
				w.Cut = append(w.Cut, a.way())
			default:
				w.Clean++
			}
		}
	}
	if ev.left < 0 {
		return nil
	}
	if _, all := r.allWrites(f); !all && r.loosed[f] {
		w.Clean++
	}
	r.writes[f], r.cuts[f] = w, first
	return w
}

// cutAnyway reports whether a was cut, whatever callers pass.
func (a reading) cutAnyway() bool {
	return a.is == isCut || a.is == isParam && a.cut && a.scaled()
}
