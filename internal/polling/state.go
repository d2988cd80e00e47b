package polling

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// StateOf is the fact on a struct field that holds a state of Vipps' and nothing
// else, as far as its own package fills it.
type StateOf struct {
	States []StateRef // sorted
	Reason evidence.Reason
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
	Reason evidence.Reason
}

// findStates finds the fields of the package that hold a state, by what is
// decoded into them, and exports them.
func (e *engine) findStates() {
	e.importRefills()
	e.findFills()
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, d := range e.decoded(fn) {
			e.noteStates(d)
		}
	}
	e.noteHanded()
	var fields []*types.Var
	for f := range e.fields {
		fields = append(fields, f)
	}
	slices.SortFunc(fields, func(a, b *types.Var) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, f := range fields {
		st := e.fields[f]
		if st != nil && e.writtenOtherwise(f, st.States) {
			e.fields[f], st = nil, nil
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
	reason evidence.Reason
}

// decoded lists what fn decodes into which type.
func (e *engine) decoded(fn *ssa.Function) []decodedType {
	var found []decodedType
	for _, call := range code.Calls(fn) {
		if into, data, ok := evidence.DecodedBy(call); ok {
			if m := evidence.InboundBody(into, data); m != nil {
				reason := evidence.Reason{Pos: e.position(call.Common().Pos()), Note: "decodes " + m.Reason + ", which only Vipps sends together"}
				found = append(found, decodedType{code.TypeBehind(into), []string{m.Inbound.ID}, reason})
				continue
			}
		}
		for _, into := range e.filledBy(call) {
			ids, reason := e.asked(call)
			found = append(found, decodedType{into, ids, reason})
		}
	}
	for _, r := range e.ev.Decoders(fn) {
		d := decodedType{typ: code.TypeBehind(r.Into)}
		if d.typ == nil || types.IsInterface(d.typ) || code.IsTypeParam(code.Deref(d.typ)) {
			continue
		}
		if evidence.InboundBody(r.Into, r.Data.V) != nil {
			continue
		}
		if call := e.ev.AnswerOf(r.Data); call != nil {
			d.of, d.reason = e.asked(call)
		}
		found = append(found, d)
	}
	return found
}

// asked gives the IDs of the operations that a call may request; none where they
// are not all known.
func (e *engine) asked(call ssa.CallInstruction) (ids []string, why evidence.Reason) {
	for _, r := range e.ev.Requests(call) {
		if len(r.Ops) == 0 {
			return nil, evidence.Reason{}
		}
		why = r.Reasons[0]
		for _, op := range r.Ops {
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
			if f := evidence.TextField(d.typ, s.Path); f != nil {
				e.fields[f] = nil
			}
		}
		return
	}
	for _, id := range d.of {
		own := map[*types.Var]bool{}
		for _, s := range vippsapi.StatesOf(id) {
			f := evidence.TextField(d.typ, s.Path)
			if f == nil {
				continue
			}
			own[f] = true
			st, seen := e.fields[f]
			switch {
			case !seen:
				st = &StateOf{Reason: d.reason}
				e.fields[f] = st
			case st == nil:
				continue
			}
			st.States = sortedRefs(append(st.States, StateRef{s.Of, s.Path}))
		}
		for _, s := range vippsapi.AllStates() {
			if f := evidence.TextField(d.typ, s.Path); f != nil && !own[f] {
				e.fields[f] = nil // of this answer the values are not known
			}
		}
	}
}

func sortedRefs(refs []StateRef) []StateRef {
	slices.SortFunc(refs, func(a, b StateRef) int { return strings.Compare(a.Of+" "+a.Path, b.Of+" "+b.Path) })
	return slices.Compact(refs)
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
	if st, ok := e.fields[f]; ok {
		return st
	}
	if f.Pkg() == nil || f.Pkg() == e.pass.Pkg {
		return nil
	}
	st, ok := e.imported[f]
	if !ok {
		var fact StateOf
		if e.pass.ImportObjectFact(f, &fact) {
			st = &fact
			e.imported[f] = nil // while it is asked what is stored to it
			if e.refilled[fieldKey(f)] || e.writtenOtherwise(f, st.States) {
				st = nil
			}
		}
		e.imported[f] = st
	}
	return st
}
