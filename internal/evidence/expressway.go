package evidence

import (
	"go/constant"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An expressLook finds what can stand in the fields of one body. That nothing
// does has to be proved, so all that is not seen makes a way Unknown.
type expressLook struct {
	e    *engine
	fn   *ssa.Function
	at   place.Span
	body ssa.Value       // what send is given
	send ssa.Instruction // the call, or the return that gives it back

	rule *vippsapi.Express
	path string // of the field that is asked for
	part leakPart

	leaks bool // code that is not seen may have filled it
}

// look begins to look for the field at a JSON path of rule, in what send is
// given, as a text where it is encoded. Only a struct that holds its fields by
// itself is there or not by what is in them, see object.
func (e *engine) look(rule *vippsapi.Express, path string, at place.Span, body ssa.Value, encoded bool, send ssa.Instruction) *expressLook {
	l := &expressLook{e: e, fn: send.Parent(), at: at, body: body, send: send, rule: rule, path: path}
	segs := splitName(path)
	if !encoded {
		l.part.name = segs[len(segs)-1]
	}
	for _, other := range rule.Paths() {
		for _, name := range splitName(other) {
			if !slices.Contains(segs, name) {
				l.part.off = append(l.part.off, name)
			}
		}
	}
	l.leaks = e.leaks(body, send, l.part)
	return l
}

// An expressSpot is a part of a body.
type expressSpot struct {
	val  flow.Val
	typ  types.Type // of val; of what lies behind an interface
	nils []flow.Val // the memory of pointers on the way that nothing was stored to
}

// sealed makes all ways Unknown where the field leaks, but those to what its type
// has no field for.
func (l *expressLook) sealed(ways []*ExpressWay) []*ExpressWay {
	if len(ways) == 0 {
		return []*ExpressWay{{}}
	}
	var all []*ExpressWay
	for _, w := range ways {
		if l.leaks && w.Lacks == nil {
			all = append(all, &ExpressWay{})
		} else {
			all = append(all, l.madeElsewhere(w)...)
		}
	}
	return all
}

func (l *expressLook) way(p Presence) *ExpressWay {
	return &ExpressWay{Presence: p, Pos: l.at.Pos, End: l.at.End}
}

// fromParam is the way of what a caller gives, or a function that is called;
// Unknown of any other value.
func (l *expressLook) fromParam(v flow.Val, segs []string) *ExpressWay {
	w := l.way(Unknown)
	if ref, ok := paramRef(l.fn, v); ok {
		w.param, w.rest = &ref, segs
	} else if _, ok := v.V.(*ssa.Call); ok {
		w.made, w.rest = &v, segs
	}
	return w
}

// ways goes down the JSON path segs from a part of the body. There is always one:
// where flow gave up, it is Unknown.
func (l *expressLook) ways(s expressSpot, segs []string, depth int) []*ExpressWay {
	if ways := l.down(s, segs, depth); len(ways) > 0 {
		return ways
	}
	return []*ExpressWay{l.way(Unknown)}
}

func (l *expressLook) down(s expressSpot, segs []string, depth int) []*ExpressWay {
	if s.typ == nil || depth > 2*maxNesting || code.IsTypeParam(s.typ) {
		return []*ExpressWay{l.way(Unknown)}
	}
	if types.IsInterface(s.typ) {
		return l.behindInterface(s, segs, depth)
	}
	if isRawMessage(s.typ) || marshalsItself(s.typ) {
		return []*ExpressWay{l.way(Unknown)}
	}
	if ptr, ok := types.Unalias(s.typ).Underlying().(*types.Pointer); ok {
		return l.behindPointer(s, ptr.Elem(), segs, depth)
	}
	switch u := s.typ.Underlying().(type) {
	case *types.Struct:
		if len(segs) == 0 {
			return []*ExpressWay{l.object(s, u, depth)}
		}
		for _, f := range jsonFields(u) {
			if f.name == segs[0] {
				s.val, s.typ = s.val.Sub(f.path...), f.v.Type()
				ways := l.ways(s, segs[1:], depth+1)
				_, isStruct := s.typ.Underlying().(*types.Struct)
				if len(segs) == 1 && isStruct && len(f.path) == 1 && !f.drops && !marshalsItself(s.typ) {
					for _, w := range ways {
						w.Written = !w.Above
					}
				}
				return ways
			}
		}
		return []*ExpressWay{l.lacking(s.typ)}
	case *types.Map:
		if len(segs) == 0 {
			return l.references(s)
		}
		s.val, s.typ = s.val.Sub(flow.Key(segs[0])), u.Elem()
		return l.ways(s, segs[1:], depth+1)
	case *types.Slice:
		if len(segs) == 0 {
			return l.references(s)
		}
	case *types.Basic:
		switch {
		case len(segs) > 0:
		case u.Info()&types.IsString != 0:
			return l.strings(s)
		case u.Info()&types.IsBoolean != 0:
			return l.booleans(s)
		}
	}
	return []*ExpressWay{l.way(Unknown)}
}

// lacking is the way to a field that the struct type t does not have.
func (l *expressLook) lacking(t types.Type) *ExpressWay {
	w := l.way(Absent)
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return w
	}
	w.Lacks = n.Obj()
	file := l.e.position(n.Obj().Pos()).Filename
	w.Theirs = n.Obj().Pkg() != l.e.pass.Pkg &&
		(vippsapi.LibraryImport(n.Obj().Pkg().Path()) || file != "" && relevant.Outside(nil, filepath.Dir(file)))
	return w
}

// behindInterface goes on in what an interface holds. That is asked for through
// the interface, part by part: what was stored to a part of it counts then.
func (l *expressLook) behindInterface(s expressSpot, segs []string, depth int) []*ExpressWay {
	var ways []*ExpressWay
	var held types.Type
	for _, o := range l.e.flow.Origins(s.val) {
		if isNil(o) || o.Zero && o.Held == nil {
			w := l.nothing(s, o)
			w.Above = w.Above || len(segs) > 0
			ways = append(ways, w)
			if o.Zero {
				s.nils = append(slices.Clip(s.nils), o.Val)
			}
			continue
		}
		t := o.Held
		if t == nil {
			t = o.Val.Type()
		}
		switch {
		case t == nil || types.IsInterface(t):
			ways = append(ways, l.fromParam(o.Val, segs))
		case held != nil && !types.Identical(held, t):
			return []*ExpressWay{l.way(Unknown)}
		default:
			held = t
		}
	}
	if held != nil {
		s.typ = held
		ways = append(ways, l.ways(s, segs, depth+1)...)
	}
	return ways
}

// behindPointer goes on in what a pointer leads to, which is nothing where it is
// nil. To flow, a pointer to a text or a boolean is what is in it.
func (l *expressLook) behindPointer(s expressSpot, elem types.Type, segs []string, depth int) []*ExpressWay {
	if b, ok := elem.Underlying().(*types.Basic); ok && len(segs) == 0 {
		switch {
		case b.Info()&types.IsString != 0:
			return l.strings(s)
		case b.Info()&types.IsBoolean != 0:
			return l.booleans(s)
		}
	}
	var ways []*ExpressWay
	given := false
	for _, o := range l.e.flow.Origins(s.val) {
		switch _, isAlloc := o.Val.V.(*ssa.Alloc); {
		case isNil(o) || o.Zero:
			w := l.nothing(s, o)
			w.Above = w.Above || len(segs) > 0
			ways = append(ways, w)
			if o.Zero {
				s.nils = append(slices.Clip(s.nils), o.Val)
			}
		case len(segs) > 0:
			given = true
		case isAlloc && len(o.Val.Path) == 0:
			w := l.way(Given)
			w.Steps, w.through = o.Steps, o.Val.Through()
			ways = append(ways, w)
		default:
			ways = append(ways, l.fromParam(o.Val, nil))
		}
	}
	if given {
		s.typ = elem
		ways = append(ways, l.ways(s, segs, depth+1)...)
	}
	return ways
}

// unseen reports whether o is memory that nothing was stored to as far as is
// seen, and that other code may have filled: a variable of the package, which a
// flag or the linker sets, or a configuration.
func (l *expressLook) unseen(o flow.Origin) bool {
	_, isConst := o.Val.V.(*ssa.Const)
	return o.Zero && !isConst && (storedWhole(o.Val.V) || l.e.leaks(o.Val.V, l.send, l.part))
}

// storedWhole reports whether v is a variable that something is stored to as a
// whole, so that what flow finds before that need not be what is there: it looks
// at each way back, also at those that go around the use.
func storedWhole(v ssa.Value) bool {
	alloc, ok := v.(*ssa.Alloc)
	return ok && slices.ContainsFunc(*alloc.Referrers(), func(ref ssa.Instruction) bool {
		st, ok := ref.(*ssa.Store)
		return ok && st.Addr == v
	})
}

// nothing is the way to a value that o says is nil, or memory that nothing was
// stored to.
func (l *expressLook) nothing(s expressSpot, o flow.Origin) *ExpressWay {
	w := l.way(Absent)
	if l.unseen(o) {
		w.Presence = Unknown
	}
	w.Steps, w.through = o.Steps, o.Val.Through()
	w.Above = o.Zero && slices.ContainsFunc(s.nils, func(n flow.Val) bool {
		return n.V == o.Val.V && len(n.Path) < len(o.Val.Path) && slices.Equal(n.Path, o.Val.Path[:len(n.Path)])
	})
	return w
}

func isNil(o flow.Origin) bool {
	c, ok := o.Val.V.(*ssa.Const)
	return ok && c.Value == nil && len(o.Val.Path) == 0
}

// object is the way to a struct that is written in any case: it says something
// where one of its fields does.
func (l *expressLook) object(s expressSpot, st *types.Struct, depth int) *ExpressWay {
	if l.e.leaks(l.body, l.send, leakPart{}) {
		return l.way(Unknown)
	}
	presence, above := Absent, true
	for _, f := range jsonFields(st) {
		part := s
		part.val, part.typ = s.val.Sub(f.path...), f.v.Type()
		ways := l.ways(part, nil, depth+1)
		if len(ways) > 0 && !slices.ContainsFunc(ways, func(w *ExpressWay) bool { return w.Presence != Given }) {
			return l.way(Given)
		}
		for _, w := range ways {
			above = above && w.Above
			if w.Presence != Absent {
				presence = Unknown
			}
		}
	}
	if presence == Absent {
		w := l.way(Absent)
		w.Above = above
		return w
	}
	origins := l.e.flow.Origins(s.val)
	if len(origins) == 1 {
		return l.fromParam(origins[0].Val, nil)
	}
	return l.way(Unknown)
}

// references are the ways to a list or a map: nil, or with something in it.
func (l *expressLook) references(s expressSpot) []*ExpressWay {
	var ways []*ExpressWay
	origins := l.e.flow.Origins(s.val)
	gone := l.e.outgrown(origins)
	for _, o := range origins {
		if len(o.Val.Path) == 0 && slices.Contains(gone, o.Val.V) {
			continue
		}
		var w *ExpressWay
		whole := len(o.Val.Path) == 0
		switch v := o.Val.V.(type) {
		case *ssa.MakeMap:
			if whole {
				w = l.way(Given)
			}
		case *ssa.Alloc:
			if array, ok := code.Deref(v.Type()).Underlying().(*types.Array); ok && whole && v.Comment == "slicelit" {
				w = l.way(Absent) // an empty list
				if array.Len() > 0 {
					w = l.way(Given)
				}
			}
		case *ssa.Call:
			if appends(v) {
				w = l.way(Given)
			}
		}
		switch {
		case w != nil:
		case isNil(o) || o.Zero:
			w = l.nothing(s, o)
		default:
			w = l.fromParam(o.Val, nil)
		}
		w.Steps, w.through = o.Steps, o.Val.Through()
		ways = append(ways, w)
	}
	return ways
}

// appends reports whether call appends single values to a list.
func appends(call *ssa.Call) bool {
	b, ok := call.Call.Value.(*ssa.Builtin)
	if !ok || b.Name() != "append" || len(call.Call.Args) != 2 {
		return false
	}
	sl, ok := call.Call.Args[1].(*ssa.Slice)
	if !ok {
		return false
	}
	a, ok := sl.X.(*ssa.Alloc)
	return ok && a.Comment == "varargs"
}

// strings are the ways to a text; an empty one says as much as none.
func (l *expressLook) strings(s expressSpot) []*ExpressWay {
	var ways []*ExpressWay
	var through ssa.CallInstruction
	var empty []flow.Origin
	unseen := false
	for _, o := range l.e.flow.Origins(s.val) {
		if through == nil {
			through = o.Val.Through()
		}
		if o.Zero || isNil(o) {
			ways = append(ways, l.nothing(s, o))
			empty = append(empty, o)
			unseen = unseen || l.unseen(o)
		}
	}
	for _, t := range l.e.flow.Texts(s.val) {
		if !isHoleOf(t, empty) {
			ways = append(ways, l.textWay(t))
		}
	}
	for _, w := range ways {
		if unseen && w.Presence == Absent {
			w.Presence = Unknown
		}
		w.through = through // of a text, it is not known by which way it came
	}
	return ways
}

// isHoleOf reports whether a text is one of some values where an interface holds
// nothing, which is no text to flow.
func isHoleOf(t flow.Text, empty []flow.Origin) bool {
	return len(t.Parts) == 1 && t.Parts[0].Hole != nil && slices.ContainsFunc(empty, func(o flow.Origin) bool {
		return o.Val.V == t.Parts[0].Hole.V && slices.Equal(o.Val.Path, t.Parts[0].Hole.Path)
	})
}

// textWay is the way to one text.
func (l *expressLook) textWay(t flow.Text) *ExpressWay {
	if len(t.Parts) == 1 && t.Parts[0].Hole != nil {
		w := l.fromParam(*t.Parts[0].Hole, nil)
		w.Steps = t.Steps
		if t.Parts[0].Verb != "" || t.Parts[0].Changed {
			w.param, w.made, w.rest = nil, nil, nil
		}
		return w
	}
	w := l.way(Given)
	w.Pattern, w.Text, w.Steps = t.Pattern(vippsapi.Hole), &t, t.Steps
	if w.Pattern == "" {
		w.Presence = Absent
	}
	return w
}

func (l *expressLook) booleans(s expressSpot) []*ExpressWay {
	var ways []*ExpressWay
	for _, o := range l.e.flow.Origins(s.val) {
		c, isConst := o.Val.V.(*ssa.Const)
		switch {
		case o.Zero || isNil(o):
			ways = append(ways, l.nothing(s, o))
		case isConst && c.Value != nil && c.Value.Kind() == constant.Bool:
			w := l.way(Given)
			w.Pattern, w.Steps = strconv.FormatBool(constant.BoolVal(c.Value)), o.Steps
			ways = append(ways, w)
		default:
			w := l.fromParam(o.Val, nil)
			w.Steps = o.Steps
			ways = append(ways, w)
		}
	}
	return ways
}
