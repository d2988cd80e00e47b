package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
)

// A leaf is what stands at a JSON path of a body.
type leaf struct {
	val   flow.Val
	typ   types.Type // of val; of what lies behind an interface, where that is known
	form  Form
	verb  string       // printed into a text, or empty
	cut   bool         // cut to an integer before it is written
	vars  []*types.Var // the struct fields on the way, outermost first
	entry flow.Val     // the innermost map entry on the way; its V is nil where there is none
	pos   place.Span   // in a text, where that is known
	text  *flow.Text   // what stands there, where that is no one value; val is nothing then

	quoted, omits bool // as in jsonField, of the innermost field

	// holder is the interface from which val came, where that is a part of
	// something: what is put into the map through that way is seen only there.
	holder flow.Val
}

// A descent goes down a JSON path of one body.
type descent struct {
	e       *engine
	numbers bool // a text at the end of the path is looked into for a number

	yield func(leaf)            // is given each value at the end of the path
	open  func(leaf, []string)  // is given each parameter of unknown content, with the path that is left
	text  func(leaf, flow.Text) // is given each string that stands there in a JSON text and is no hole alone; nil: nobody asks
	words func(string)          // is given each true, false, null and number there in a JSON text; nil: nobody asks
}

// descend goes from the body v down the JSON path segs: to one value for a
// struct, to one for each value that is known to arrive in an interface or a
// text.
func (d *descent) descend(v flow.Val, segs []string) {
	d.from(leaf{val: v, typ: v.Type()}, segs, 0)
}

// body is descend for a body of a request.
func (d *descent) body(b body, segs []string) {
	if !b.encoded {
		d.descend(b.val, segs)
		return
	}
	for _, t := range d.e.flow.Texts(b.val) {
		d.fromJSON(leaf{form: Text}, t, segs, 0)
	}
}

func (d *descent) from(l leaf, segs []string, depth int) {
	t := l.typ
	if t == nil || depth > 2*maxNesting { // in a map of maps every second step is an interface
		return
	}
	if types.IsInterface(t) && !code.IsTypeParam(t) {
		d.fromInterface(l, segs, depth)
		return
	}
	if isRawMessage(t) {
		d.fromText(l, segs, depth)
		return
	}
	if marshalsItself(t) {
		d.fromMarshaler(l, segs, depth)
		return
	}
	if len(segs) == 0 {
		if d.numbers && code.IsText(t) {
			d.fromText(l, nil, depth)
			return
		}
		d.yield(l)
		return
	}
	switch u := code.Deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range jsonFields(u) {
			if f.name == segs[0] {
				l.val, l.typ, l.form = l.val.Sub(f.path...), f.v.Type(), Typed
				l.vars = append(slices.Clip(l.vars), f.v)
				l.quoted, l.omits = f.quoted, f.omits
				d.from(l, segs[1:], depth+1)
				return
			}
		}
	case *types.Slice:
		d.fromElement(l, u.Elem(), segs, depth)
	case *types.Array:
		d.fromElement(l, u.Elem(), segs, depth)
	case *types.Map:
		if segs[0] != flow.Elem {
			l.val, l.typ, l.form = d.mapEntry(l, segs[0]), u.Elem(), Dynamic
			l.entry, l.quoted, l.omits = l.val, false, false
			d.from(l, segs[1:], depth+1)
		}
	}
}

func (d *descent) fromElement(l leaf, elem types.Type, segs []string, depth int) {
	if segs[0] == flow.Elem {
		l.val, l.typ, l.quoted, l.omits = l.val.Sub(flow.Elem), elem, false, false
		d.from(l, segs[1:], depth+1)
	}
}

// mapEntry is the entry of the map l. What was put into it as a part of the
// interface that holds it replaces what it was made with.
func (d *descent) mapEntry(l leaf, key string) flow.Val {
	if l.holder.V != nil {
		long := l.holder.Sub(flow.Key(key))
		for _, o := range d.e.flow.Origins(long) {
			if !o.Zero && o.Val.V != long.V {
				return long
			}
		}
	}
	return l.val.Sub(flow.Key(key))
}

// fromInterface goes on in each concrete value that arrives in l.
func (d *descent) fromInterface(l leaf, segs []string, depth int) {
	origins := d.e.flow.Origins(l.val)
	if depth > 0 {
		l.form = Dynamic
	}
	if d.numbers && len(segs) == 0 && slices.ContainsFunc(origins, isNumberIn) {
		if slices.ContainsFunc(origins, isTextIn) {
			return // all entries of a map that is copied key by key, not this one
		}
		d.yield(l) // flow follows a number further than to where it was put into the interface
	}
	for _, o := range origins {
		if c, ok := o.Val.V.(*ssa.Const); ok && c.IsNil() {
			continue
		}
		next := l
		next.val, next.typ, next.holder = o.Val, o.Held, flow.Val{}
		if next.typ == nil {
			next.typ = o.Val.Type()
		}
		if next.typ == nil {
			continue
		}
		if types.IsInterface(next.typ) {
			if _, ok := o.Val.V.(*ssa.Parameter); ok {
				d.open(next, segs)
			}
			continue
		}
		if d.numbers && len(segs) == 0 && isNumberIn(o) {
			continue
		}
		if len(l.val.Path) > 0 && len(origins) == 1 {
			next.holder = l.val
		}
		d.from(next, segs, depth+1)
	}
}

// isNumberIn reports whether an origin of an interface is a number that is
// written as such, or a part of what a function of another package gives, which
// flow may know to be one.
func isNumberIn(o flow.Origin) bool {
	t := o.Held
	if t == nil {
		t = o.Val.Type()
	}
	if t == nil || marshalsItself(t) {
		return false
	}
	if types.IsInterface(t) {
		_, ok := o.Val.V.(*ssa.Call)
		return ok && len(o.Val.Path) > 0
	}
	b, ok := code.Deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

// isTextIn reports whether an origin of an interface is a constant text.
func isTextIn(o flow.Origin) bool {
	c, ok := o.Val.V.(*ssa.Const)
	return ok && !c.IsNil() && code.IsText(c.Type())
}

// fromText goes on in a text that stands, as it is, where the value does. One
// that is the whole body is a JSON text like any other.
func (d *descent) fromText(l leaf, segs []string, depth int) {
	if l.form == Typed {
		l.form = Dynamic
		if whole := len(l.vars) == 0; whole && len(segs) > 0 {
			l.form = Text
		}
	}
	for _, t := range d.e.flow.Texts(l.val) {
		d.fromJSON(l, t, segs, depth+1)
	}
}

// fromJSON goes on in the parts of a JSON text that are not known: the value at
// the end of the path, and what holds it.
func (d *descent) fromJSON(l leaf, t flow.Text, segs []string, depth int) {
	if depth > 2*maxNesting {
		return
	}
	_, values := scanJSON(t)
	for _, s := range values.strings {
		if hole := len(s.parts) == 1 && s.parts[0].Hole != nil; d.text != nil && !hole && slices.Equal(splitName(s.path), segs) {
			d.text(l, flow.Text{Parts: s.parts, Pos: t.Pos, Steps: t.Steps})
		}
	}
	for _, w := range values.words {
		if d.words != nil && slices.Equal(splitName(w.path), segs) {
			d.words(w.parts[0].Const)
		}
	}
	for _, h := range values.holes {
		rest, ok := cutPath(segs, splitName(h.path))
		if !ok || h.part.Hole.V == unknown || h.partial && !d.numbers {
			continue
		}
		next := l
		next.val, next.typ, next.vars, next.holder = *h.part.Hole, h.part.Hole.Type(), nil, flow.Val{}
		if h.part.Place.Pos.IsValid() {
			next.pos = place.Span{Pos: h.part.Place.Pos, End: h.part.Place.End}
		}
		_, param := next.val.V.(*ssa.Parameter)
		switch {
		case h.part.Verb == "json":
			next.form = Typed
			d.from(next, rest, depth+1)
		case param && isTextual(next.typ) && (d.numbers || len(rest) > 0):
			d.open(next, rest)
		case len(rest) == 0:
			next.verb = h.part.Verb
			if !d.numbers || next.verb != "" || next.typ != nil && !isTextual(next.typ) {
				d.yield(next)
			}
		}
	}
}

// cutPath takes the path head off segs.
func cutPath(segs, head []string) ([]string, bool) {
	if len(head) > len(segs) || !slices.Equal(segs[:len(head)], head) {
		return nil, false
	}
	return segs[len(head):], true
}

// isTextual reports whether a value of type t is a text or the bytes of one.
func isTextual(t types.Type) bool {
	if t == nil || code.IsText(t) {
		return t != nil
	}
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}
