package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A headerSearch collects the headers of one request: those that are set on it,
// and on the headers that are put in the place of its own, in every function
// through which it comes.
type headerSearch struct {
	e       *engine
	targets []flow.Val
	scopes  []headerScope
	found   []header
}

// A headerScope is a function through which a request comes. Values of it are
// seen as through is.
type headerScope struct {
	fn      *ssa.Function
	through flow.Val
}

// headersOn lists the headers that are set on the request or header v, which fn
// asks about, in the order of the functions and of their instructions.
func (e *engine) headersOn(v flow.Val, fn *ssa.Function) []header {
	s := &headerSearch{e: e}
	s.scope(fn, flow.Val{})
	s.target(v, false)
	return s.run()
}

// headersIn is headersOn for a header, or a map of texts, whose entries are all
// set on a request by call, as its argument i.
func (e *engine) headersIn(call ssa.CallInstruction, i int) []header {
	m, ok := code.Argument(call, i)
	if !ok {
		return nil
	}
	s := &headerSearch{e: e}
	s.scope(call.Parent(), flow.Val{})
	v := flow.At(m).Before(call)
	if !isHeaderMap(m.Type()) {
		h := header{at: e.syntax.Argument(call, i), in: call.Parent()}
		h.reason.Pos = e.position(call.Pos())
		s.entries(h, v, false)
		return s.found
	}
	s.target(v, true)
	return s.run()
}

func (s *headerSearch) run() []header {
	type one struct{ scope, set, target int }
	done := map[one]bool{}
	for again := true; again; {
		again = false
		for i := 0; i < len(s.scopes); i++ {
			for j, set := range s.e.headersOf(s.scopes[i].fn).sets {
				for k := 0; k < len(s.targets); k++ {
					if key := (one{i, j, k}); !done[key] && samePart(set.on, s.targets[k]) {
						done[key], again = true, true
						s.take(set, s.scopes[i])
					}
				}
			}
		}
	}
	return s.found
}

func samePart(a, b flow.Val) bool { return a.V == b.V && slices.Equal(a.Path, b.Path) }

// maxTargets bounds the requests and headers that one request may stand for.
const maxTargets = 32

// target adds what v is, and what that is a copy of. A header that stands in
// the place of the request's own, or is copied into it, is a source.
func (s *headerSearch) target(v flow.Val, source bool) {
	for _, o := range s.e.flow.Origins(v) {
		at := withoutHeader(o)
		if len(s.targets) == maxTargets || slices.ContainsFunc(s.targets, func(t flow.Val) bool { return samePart(t, at) }) {
			continue
		}
		s.targets = append(s.targets, at)
		for up, ok := at, true; ok; up, ok = up.Caller() {
			s.scope(functionOf(up.V), up)
		}
		if source && at.Param(s.scopes[0].fn) >= 0 {
			s.found = append(s.found, header{entries: at, in: s.scopes[0].fn})
		}
		call, ok := at.V.(*ssa.Call)
		if !ok {
			continue
		}
		switch f := code.Callee(call); {
		case code.IsFunc(f, "net/http", "Request", "Clone", "WithContext"), code.IsFunc(f, "net/http", "Header", "Clone"), code.IsFunc(f, "maps", "", "Clone"):
			s.target(at.With(call.Call.Args[0]).Before(call), source)
		}
	}
}

func (s *headerSearch) scope(fn *ssa.Function, through flow.Val) {
	if fn == nil || slices.ContainsFunc(s.scopes, func(h headerScope) bool { return h.fn == fn }) {
		return
	}
	s.scopes = append(s.scopes, headerScope{fn, through})
}

// functionOf is the function in which v is made; nil where there is none.
func functionOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case ssa.Instruction:
		return v.Parent()
	case *ssa.Parameter:
		return v.Parent()
	case *ssa.FreeVar:
		return v.Parent()
	}
	return nil
}

// take adds what set says, seen from scope.
func (s *headerSearch) take(set headerSet, scope headerScope) {
	seen := func(v flow.Val) flow.Val {
		if v.V == nil {
			return v
		}
		return scope.through.With(v.V, v.Path...).Before(set.at)
	}
	if set.from.V != nil {
		s.target(seen(set.from), true)
		return
	}
	h := set.header
	if h.reason.Note == "" {
		h.reason.Pos = s.e.position(set.at.Pos())
	}
	h.when = set.at
	for up, ok := scope.through.Caller(); ok; up, ok = up.Caller() {
		h.when, _ = up.V.(ssa.Instruction)
	}
	if !set.fixed {
		h.val = seen(set.val)
		h.at, h.in = s.given(set, scope)
	}
	if set.names {
		s.entries(h, seen(set.entries), true)
		return
	}
	s.bind(h, h.name, seen(set.key), seen(set.entries))
}

// given is where the value of set is given: where it is a parameter of the
// function that sets, that is the argument in the one that calls it.
func (s *headerSearch) given(set headerSet, scope headerScope) (place.Span, *ssa.Function) {
	at, in := set.header.at, set.in
	val, through := set.val, scope.through
	for fn := scope.fn; through.V != nil; {
		ref, ok := s.e.paramOrigin(fn, val)
		up, called := through.Caller()
		call, isCall := up.V.(*ssa.Call)
		if !ok || !called || !isCall {
			break
		}
		arg, ok := code.Argument(call, ref.Index)
		if !ok {
			break
		}
		at, in, fn = s.e.syntax.Argument(call, ref.Index), call.Parent(), call.Parent()
		val, through = flow.At(arg, ref.Path...).Before(call), up
	}
	return at, in
}

// bind adds the header h by its name, by the text key that is its name, or for
// each of entries.
func (s *headerSearch) bind(h header, name string, key, entries flow.Val) {
	h.key, h.entries = flow.Val{}, flow.Val{}
	switch {
	case entries.V != nil:
		s.entries(h, entries, false)
	case key.V != nil:
		for _, t := range s.e.flow.Texts(key) {
			if len(t.Parts) != 1 {
				continue
			}
			if hole := t.Parts[0].Hole; hole == nil {
				s.named(h, t.Parts[0].Const)
			} else if hole.Param(s.scopes[0].fn) >= 0 {
				h.key = *hole
				s.found = append(s.found, h)
			}
		}
	default:
		s.named(h, name)
	}
}

// entries adds the entries of the map m.
func (s *headerSearch) entries(h header, m flow.Val, namesOnly bool) {
	for _, key := range s.e.mapKeys(m) {
		one := h
		if !namesOnly {
			one.val = entryOf(m, key)
			one.at = s.e.entrySpan(m.Sub(flow.Key(key)), h.at)
		}
		s.named(one, key)
	}
	if namesOnly {
		return
	}
	for _, o := range s.e.flow.Origins(m) {
		if o.Val.Param(s.scopes[0].fn) >= 0 {
			h.entries, h.val = o.Val, flow.Val{}
			s.found = append(s.found, h)
		}
	}
}

// entryOf is the value of the header name in the map m, of texts or of lists of
// them.
func entryOf(m flow.Val, name string) flow.Val {
	v := m.Sub(flow.Key(name))
	if t := v.Type(); t != nil {
		if _, ok := t.Underlying().(*types.Slice); ok {
			return v.Sub(flow.Key("0"))
		}
	}
	return v
}

func (s *headerSearch) named(h header, name string) {
	if !vippsapi.KnownHeader(name) {
		return
	}
	h.name = name
	if h.reason.Note == "" && vippsapi.Header(name) == vippsapi.Strong {
		h.reason.Note = headerNote(name)
	}
	s.found = append(s.found, h)
}

// isHeaderMap reports whether t is an http.Header, or the map that it is.
func isHeaderMap(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok || !code.IsText(m.Key()) {
		return false
	}
	list, ok := m.Elem().Underlying().(*types.Slice)
	return ok && code.IsText(list.Elem())
}
