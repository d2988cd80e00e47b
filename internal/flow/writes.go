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
	if f.Pkg() != r.pass.Pkg && len(r.fieldWrites(f)) > 0 {
		return a
	}
	return r.readWay(&w.Cut[0], link{})
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
	ev := r.evaluation()
	for _, v := range stored {
		for _, a := range ev.judge(spot{v: v.V, path: v.Path, at: v.at}) {
			switch {
			case a.is == isConst && a.num == 0, a.is == isAgain:
			case a.is == isCut, a.is == isParam && a.cut && a.scaled():
				a.is = isCut
				w.Cut = append(w.Cut, a.way())
			default:
				w.Clean++
			}
		}
	}
	if ev.left < 0 {
		return nil
	}
	r.writes[f] = w
	return w
}
