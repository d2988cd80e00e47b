package polling

import (
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Refills is the fact on a package that lists the fields of others which it, or
// what it is built from, fills with values of its own: a state of Vipps' in the
// packages below need not be one in those above.
type Refills struct{ Fields []string } // sorted

// AFact marks Refills as a fact.
func (*Refills) AFact() {}

func (*Refills) String() string { return "refills" }

func fieldKey(f *types.Var) string { return f.Pkg().Path() + "." + f.Name() }

// importRefills takes over what the packages below are known to do.
func (e *engine) importRefills() {
	for _, imp := range e.pass.Pkg.Imports() {
		var below Refills
		if e.pass.ImportPackageFact(imp, &below) {
			for _, f := range below.Fields {
				e.refilled[f] = true
			}
		}
	}
}

// exportRefills tells the packages above what this one and those below do.
func (e *engine) exportRefills() {
	for f := range e.fieldStores() {
		if f.Pkg() == nil || f.Pkg() == e.pass.Pkg || !code.IsText(f.Type()) {
			continue
		}
		e.stateField(f) // notes what is stored otherwise
		if st, ok := e.imported[f]; ok && st == nil {
			var fact StateOf
			if e.pass.ImportObjectFact(f, &fact) {
				e.refilled[fieldKey(f)] = true
			}
		}
	}
	var out Refills
	for f := range e.refilled {
		out.Fields = append(out.Fields, f)
	}
	if len(out.Fields) > 0 {
		slices.Sort(out.Fields)
		e.pass.ExportPackageFact(&out)
	}
}

// fieldStores indexes the stores to fields, those of tests left out. An address
// that is handed on is a store of nil.
func (e *engine) fieldStores() map[*types.Var][]*ssa.Store {
	if e.stores != nil {
		return e.stores
	}
	e.stores = map[*types.Var][]*ssa.Store{}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				addr, ok := in.(*ssa.FieldAddr)
				if !ok {
					continue
				}
				f := code.Deref(addr.X.Type()).Underlying().(*types.Struct).Field(addr.Field).Origin()
				for _, ref := range *addr.Referrers() {
					switch ref := ref.(type) {
					case *ssa.Store:
						if ref.Addr == ssa.Value(addr) {
							e.stores[f] = append(e.stores[f], ref)
						} else {
							e.stores[f] = append(e.stores[f], nil)
						}
					case *ssa.MakeInterface, *ssa.Call:
						if code.IsText(code.Deref(addr.Type())) {
							e.stores[f] = append(e.stores[f], nil)
						}
					}
				}
			}
		}
	}
	return e.stores
}

// setLater reports whether the package stores to a field of a struct that is not
// made in the same function.
func (e *engine) setLater(f *types.Var) bool {
	return slices.ContainsFunc(e.fieldStores()[f], func(st *ssa.Store) bool {
		if st == nil {
			return true
		}
		_, made := st.Addr.(*ssa.FieldAddr).X.(*ssa.Alloc)
		return !made
	})
}

// writtenOtherwise reports whether this package stores anything in a field but
// values that the states have.
func (e *engine) writtenOtherwise(f *types.Var, refs []StateRef) bool {
	return slices.ContainsFunc(e.fieldStores()[f], func(st *ssa.Store) bool {
		if st == nil {
			return true
		}
		text, ok := constantOf(st.Val)
		if !ok {
			return len(e.stateRefs(st.Val, 0)) == 0
		}
		return text.text != "" && !slices.ContainsFunc(fieldsOf(refs), func(s *vippsapi.StateField) bool { return s.Has(text.text, true) })
	})
}

// outward are the names of functions that write out what they are given.
var outward = regexp.MustCompile(`JSON|XML|YAML|Encode|Marshal|Render|Print|Write|Respond|Reply|Publish|Send|Log|Info|Warn|Error|Debug`)

// noteHanded notes the types with a state that are handed to code which may fill
// them: a database, for one.
func (e *engine) noteHanded() {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, call := range code.Calls(fn) {
			f := code.Callee(call)
			if f == nil || fate.Logs(call) || outward.MatchString(f.Name()) {
				continue
			}
			if _, _, ok := evidence.DecodedBy(call); ok || len(e.filledBy(call)) > 0 || e.asksVipps(call) {
				continue
			}
			if evidence.Reads(call) {
				continue
			}
			for _, arg := range given(call) {
				if m, ok := arg.(*ssa.MakeInterface); ok && code.IsPointer(m.X.Type()) && code.IsStruct(elementType(m.X.Type())) {
					e.noteStates(decodedType{typ: elementType(m.X.Type())})
				}
			}
		}
	}
}

// given lists the arguments of a call, those behind ... among them.
func given(call ssa.CallInstruction) []ssa.Value {
	args := slices.Clone(call.Common().Args)
	if n := len(args); n > 0 && call.Common().Signature().Variadic() {
		if s, ok := args[n-1].(*ssa.Slice); ok {
			if cell, ok := s.X.(*ssa.Alloc); ok {
				for _, ref := range *cell.Referrers() {
					if el, ok := ref.(*ssa.IndexAddr); ok {
						for _, use := range *el.Referrers() {
							if st, ok := use.(*ssa.Store); ok {
								args = append(args, st.Val)
							}
						}
					}
				}
			}
		}
	}
	return args
}

// elementType is what a pointer, or a slice behind one, holds in the end.
func elementType(t types.Type) types.Type {
	for range 3 {
		t = code.Deref(t)
		s, ok := t.Underlying().(*types.Slice)
		if !ok {
			break
		}
		t = s.Elem()
	}
	return t
}
