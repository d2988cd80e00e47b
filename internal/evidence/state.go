package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// StateOf is the fact on a struct field that holds a state of Vipps' and nothing
// else, as far as its own package fills it.
type StateOf struct {
	States []StateRef // sorted
	Reason Reason
}

// AFact marks StateOf as a fact.
func (*StateOf) AFact() {}

func (*StateOf) String() string { return "state" }

// A StateRef names a state of the table.
type StateRef struct{ Of, Path string }

// Tells is the fact on a function that a caller needs to know of beside what it
// sends: what it decodes into, what its results are, and whether it may wait.
type Tells struct {
	Fills   []int         // parameters that the answer to its request is decoded into, sorted
	Gives   []int         // results that it is decoded into, where a type parameter says what they are, sorted
	Results []ResultState // results that are a state of Vipps'
	Waits   bool          // it may wait between what it does
}

// AFact marks Tells as a fact.
func (*Tells) AFact() {}

func (*Tells) String() string { return "tells" }

// A ResultState is a result that is a state.
type ResultState struct {
	Result int
	States []StateRef // sorted
	Reason Reason
}

// states knows the fields and results of the package that hold a state.
type states struct {
	fields   map[*types.Var]*StateOf // nil: it may hold something else
	imported map[*types.Var]*StateOf
	tells    map[*ssa.Function]*Tells
	facts    map[*types.Func]*Tells
	refilled map[string]bool // fields that a package below fills with values of its own

	pauses map[*ssa.Function]pause // see pauseInside
	reads  map[*ssa.Function]read  // see readBy
}

func newStates() *states {
	return &states{
		fields: map[*types.Var]*StateOf{}, imported: map[*types.Var]*StateOf{},
		tells: map[*ssa.Function]*Tells{}, facts: map[*types.Func]*Tells{},
		refilled: map[string]bool{}, pauses: map[*ssa.Function]pause{}, reads: map[*ssa.Function]read{},
	}
}

// findStates finds the fields of the package that hold a state, by what is
// decoded into them, and exports them.
func (e *engine) findStates() {
	e.states = newStates()
	e.importRefills()
	e.findFills()
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.inTest(fn.Pos()) {
			continue
		}
		for _, d := range e.decoded(fn) {
			e.noteStates(d)
		}
	}
	e.noteHanded()
	var fields []*types.Var
	for f := range e.states.fields {
		fields = append(fields, f)
	}
	sortedByPos(fields, func(f *types.Var) int { return int(f.Pos()) })
	for _, f := range fields {
		st := e.states.fields[f]
		if st != nil && e.writtenOtherwise(f, st.States) {
			e.states.fields[f], st = nil, nil
		}
		if st != nil && f.Pkg() == e.pass.Pkg && f.Exported() {
			e.pass.ExportObjectFact(f, st)
		}
	}
	e.exportRefills()
}

// A decodedType is a type into which an answer, or a body of Vipps', is decoded.
type decodedType struct {
	typ    types.Type
	of     []string // IDs of the operations, or of the inbound body; empty: not known, or not Vipps'
	reason Reason
}

// decoded lists what fn decodes into which type.
func (e *engine) decoded(fn *ssa.Function) []decodedType {
	var found []decodedType
	for _, call := range callsOf(fn) {
		if into, data, ok := decoding(call); ok {
			if m := inboundOf(into); m != nil && !fromResponse(data) {
				reason := Reason{e.position(call.Common().Pos()), "decodes " + m.Reason + ", which only Vipps sends together"}
				found = append(found, decodedType{heldType(into), []string{m.Inbound.ID}, reason})
				continue
			}
		}
		for _, into := range e.filledBy(call) {
			ids, reason := e.asked(call)
			found = append(found, decodedType{into, ids, reason})
		}
	}
	for _, r := range e.readersOf(fn) {
		if r.kind != Decodes || r.into == nil {
			continue
		}
		d := decodedType{typ: heldType(r.into)}
		if d.typ == nil || types.IsInterface(d.typ) || isTypeParam(deref(d.typ)) {
			continue
		}
		if inboundOf(r.into) != nil && !fromResponse(r.from) {
			continue
		}
		if q := e.answered(flow.At(r.from, r.path...).Before(r.call)); q != nil {
			d.of, d.reason = e.asked(q.call)
		}
		found = append(found, d)
	}
	return found
}

// heldType is the type of what v points to or holds.
func heldType(v ssa.Value) types.Type {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	return v.Type()
}

// asked gives the IDs of the operations that a call may request; none where they
// are not all known.
func (e *engine) asked(call ssa.CallInstruction) (ids []string, why Reason) {
	for _, r := range e.requests[call.Parent()] {
		if r.call != call || len(r.reasons) == 0 {
			continue
		}
		if len(r.ops) == 0 {
			return nil, Reason{}
		}
		why = r.reasons[0]
		for _, op := range r.ops {
			ids = append(ids, op.ID)
		}
	}
	return ids, why
}

// noteStates notes the fields of a type that hold the states of what is decoded
// into it. A type into which something unknown is decoded tells nothing.
func (e *engine) noteStates(d decodedType) {
	if len(d.of) == 0 {
		for _, s := range vippsapi.AllStates() {
			if f := fieldByJSON(d.typ, splitName(s.Path)); f != nil {
				e.states.fields[f] = nil
			}
		}
		return
	}
	for _, id := range d.of {
		own := map[*types.Var]bool{}
		for _, s := range vippsapi.StatesOf(id) {
			f := fieldByJSON(d.typ, splitName(s.Path))
			if f == nil {
				continue
			}
			own[f] = true
			st, seen := e.states.fields[f]
			switch {
			case !seen:
				st = &StateOf{Reason: d.reason}
				e.states.fields[f] = st
			case st == nil:
				continue
			}
			st.States = sortedRefs(append(st.States, StateRef{s.Of, s.Path}))
		}
		for _, s := range vippsapi.AllStates() {
			if f := fieldByJSON(d.typ, splitName(s.Path)); f != nil && !own[f] {
				e.states.fields[f] = nil // of this answer the values are not known
			}
		}
	}
}

func sortedRefs(refs []StateRef) []StateRef {
	slices.SortFunc(refs, func(a, b StateRef) int { return strings.Compare(a.Of+" "+a.Path, b.Of+" "+b.Path) })
	return slices.Compact(refs)
}

// fieldByJSON is the field of a text at a JSON path of a type, or nil.
func fieldByJSON(t types.Type, segs []string) *types.Var {
	var last *types.Var
	for _, seg := range segs {
		switch u := deref(t).Underlying().(type) {
		case *types.Struct:
			i := slices.IndexFunc(jsonFields(u), func(f jsonField) bool { return strings.EqualFold(f.name, seg) }) // as encoding/json decodes
			if i < 0 {
				return nil
			}
			last = jsonFields(u)[i].v.Origin()
			t = last.Type()
		case *types.Slice:
			if seg != flow.Elem {
				return nil
			}
			t = u.Elem()
		default:
			return nil
		}
	}
	if last == nil || !isText(t) {
		return nil
	}
	return last
}

// fieldsOf gives the states that refs name.
func fieldsOf(refs []StateRef) []*vippsapi.StateField {
	var found []*vippsapi.StateField
	for _, ref := range refs {
		for _, s := range vippsapi.StatesOf(ref.Of) {
			if s.Path == ref.Path {
				found = append(found, s)
			}
		}
	}
	return found
}

// stateField gives what a field of this or another package holds; nil where that
// is no state, or may be something else too.
func (e *engine) stateField(f *types.Var) *StateOf {
	f = f.Origin()
	if st, ok := e.states.fields[f]; ok {
		return st
	}
	if f.Pkg() == nil || f.Pkg() == e.pass.Pkg {
		return nil
	}
	st, ok := e.states.imported[f]
	if !ok {
		var fact StateOf
		if e.pass.ImportObjectFact(f, &fact) {
			st = &fact
			e.states.imported[f] = nil // while it is asked what is stored to it
			if e.states.refilled[fieldKey(f)] || e.writtenOtherwise(f, st.States) {
				st = nil
			}
		}
		e.states.imported[f] = st
	}
	return st
}
