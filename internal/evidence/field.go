package evidence

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A Sent is the body of a Vipps request, as far as the package at hand says what
// stands in it: a whole body, or the fields of one that a function is given.
type Sent struct {
	Ops    []*vippsapi.Operation // one of them is requested
	Values []*FieldValue         // sorted by path
	Slips  []*NameSlip           // in the order of the names
	Whole  bool                  // every name on the top level of the body is seen
	Handed bool                  // its type is that of a function that is called, which judges it
	Test   bool                  // it may go to the test environment

	Pos, End token.Pos    // where the body enters the request
	Way      []place.Step // from there on
	Reasons  []Reason
}

// A FieldValue is what can stand in one field of a body.
type FieldValue struct {
	Path string
	Ways []*FieldWay
}

// A FieldWay is one way to the value of a field.
type FieldWay struct {
	JSON   string     // JSON type with which it is written; "" where that is not known
	Text   *flow.Text // what it is, for a string of a field whose texts are judged; nil: not known
	Number *float64   // what it is, for a constant number
	Unset  bool       // nothing is stored there; only for fields of Combinations
	Steps  []place.Step

	Var      *types.Var // the Go field, where it is one
	Pos, End token.Pos

	text flow.Val // for takes: what the text or number is, where it is one value
}

// A NameSlip is a name of a body that the operation does not have, and that is
// most likely meant for one that it has.
type NameSlip struct {
	Path, Want string     // JSON paths
	Var        *types.Var // the Go field, where it is one
	Pos, End   token.Pos
}

// sentBodies lists the bodies of the package, and exports what callers of its
// functions have to know of the values that these put into one.
func (e *engine) sentBodies() []*Sent {
	e.takes = map[*ssa.Function]*Takes{}
	e.written = map[string]bool{}
	var all []*Sent
	for _, fn := range e.calleesFirst() {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		var list []*Sent
		for _, r := range e.requests[fn] {
			if len(r.reasons) == 0 || r.lent || r.borrowed {
				continue
			}
			list = append(list, e.sentHeaders(r)...)
			for _, b := range r.shape.bodies {
				list = append(list, e.sent(fn, sentBody{ops: r.ops, body: b, at: e.syntax.Call(r.call), test: e.toTest(r), reasons: r.reasons})...)
			}
		}
		for _, call := range code.Calls(fn) {
			list = append(list, e.taken(fn, call)...)
		}
		e.exportTakes(fn)
		all = append(all, list...)
	}
	for _, fn := range e.flow.Unit.Funcs {
		if !e.syntax.InTest(fn.Pos()) {
			for _, call := range code.Calls(fn) {
				all = append(all, e.looseBodies(fn, call)...)
			}
		}
	}
	sortedByPos(all, func(s *Sent) int { return int(s.Pos) })
	return all
}

// toTest reports whether the request may go to the test environment.
func (e *engine) toTest(r *request) bool {
	if len(r.shape.url) == 0 {
		return false
	}
	return slices.ContainsFunc(e.urls(r.shape.url), func(url string) bool { return vippsapi.HostOf(url) == vippsapi.TestHost })
}

// looseBodies are bodies that only Vipps can be meant with and that call writes
// as JSON, where no request is seen into which they go.
func (e *engine) looseBodies(fn *ssa.Function, call ssa.CallInstruction) []*Sent {
	f := code.Callee(call)
	i := 0
	switch {
	case isMarshal(f):
	case code.IsFunc(f, "encoding/json", "Encoder", "Encode"):
		i = 1
	default:
		return nil
	}
	b := body{flow.Arg(call, i), false}
	if e.written[writtenKey(b.val)] || e.sentElsewhere(fn, b.val) {
		return nil
	}
	for _, m := range e.matchBody(b) {
		if m.Strength == vippsapi.Strong {
			reason := Reason{e.position(call.Common().Pos()), m.Reason}
			return e.sent(fn, sentBody{ops: []*vippsapi.Operation{m.Op}, body: b, at: e.syntax.Argument(call, i), reasons: []Reason{reason}})
		}
	}
	return nil
}

// A sentBody is a body on its way into a request.
type sentBody struct {
	ops     []*vippsapi.Operation
	body    body
	at      place.Span
	handed  bool
	test    bool
	way     []place.Step
	reasons []Reason
}

func writtenKey(v flow.Val) string {
	return ssaKey(v.V) + strings.Join(v.Path, "")
}

func ssaKey(v ssa.Value) string {
	if in, ok := v.(ssa.Instruction); ok && in.Parent() != nil {
		return in.Parent().String() + " " + v.Name()
	}
	if p, ok := v.(*ssa.Parameter); ok {
		return p.Parent().String() + " " + v.Name()
	}
	return v.Name()
}

// sent looks into one body, and notes for the callers of fn which of their
// values go into it.
func (e *engine) sent(fn *ssa.Function, b sentBody) []*Sent {
	if t := b.body.val.Type(); len(b.ops) == 0 || t == nil || isForm(t) {
		return nil // a form has no types, and its fields are those of Login
	}
	var names []string
	var literals []literal
	whole := true
	var textAt flow.Text
	if b.body.encoded {
		texts := e.flow.Texts(b.body.val)
		if len(texts) != 1 {
			return nil // several texts, or none: what stands beside what is not seen
		}
		textAt = texts[0]
		names, _ = scanJSON(textAt)
		literals = literalsOf(textAt)
		whole = !slices.ContainsFunc(textAt.Parts, func(p flow.Part) bool { return p.Hole != nil })
	} else {
		if e.isMessage(b.body.val) {
			return nil
		}
		e.written[writtenKey(b.body.val)] = true
		names = e.bodyNames(b.body.val)
		whole = e.wholeBody(b.body.val, 0)
	}
	s := &Sent{Ops: b.ops, Whole: whole, Handed: b.handed, Test: b.test, Pos: b.at.Pos, End: b.at.End, Way: b.way, Reasons: b.reasons}
	for _, path := range withElements(b.ops, names) {
		if fieldIn(b.ops, path) == nil {
			continue
		}
		v := &FieldValue{Path: path}
		judged := judgedIn(b.ops, path)
		for _, l := range literals {
			if l.path == path {
				v.Ways = append(v.Ways, literalWay(l, textAt, b.at))
			}
		}
		d := &descent{
			e:     e,
			yield: func(l leaf) { v.Ways = append(v.Ways, e.fieldWays(b.ops, path, l, b.at, judged)...) },
			open: func(l leaf, rest []string) {
				v.Ways = append(v.Ways, &FieldWay{text: l.val, Pos: b.at.Pos, End: b.at.End})
			},
		}
		if len(v.Ways) == 0 {
			d.body(b.body, splitName(path))
		}
		if len(v.Ways) > 0 {
			s.Values = append(s.Values, v)
		}
	}
	if !b.handed && len(b.ops) == 1 {
		s.Slips = e.nameSlips(b, names)
	}
	e.noteTaken(fn, b, s)
	return []*Sent{s}
}

// isMessage reports whether v is a message of protocol buffers, which their own
// encoder writes, with other names and types than the struct has.
func (e *engine) isMessage(v flow.Val) bool {
	is := func(t types.Type) bool {
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ProtoReflect")
		_, ok := obj.(*types.Func)
		return ok
	}
	return is(v.Type()) || slices.ContainsFunc(e.flow.Origins(v), func(o flow.Origin) bool {
		return o.Val.Type() != nil && is(o.Val.Type()) || o.Held != nil && is(o.Held)
	})
}

// withElements adds to the names of a body the elements of its lists of texts
// and numbers, which have none.
func withElements(ops []*vippsapi.Operation, names []string) []string {
	paths := slices.Clone(names)
	for _, op := range ops {
		for _, f := range op.Fields {
			if list, ok := strings.CutSuffix(f.Path, "[]"); ok && slices.Contains(names, list) {
				paths = append(paths, f.Path)
			}
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// fieldIn is the first field of some operations at a path.
func fieldIn(ops []*vippsapi.Operation, path string) *vippsapi.Field {
	for _, op := range ops {
		if f := op.Field(path); f != nil {
			return f
		}
	}
	return nil
}

// judgedIn reports whether values of the field at a path, or of the header of
// that name, are judged in some of the operations.
func judgedIn(ops []*vippsapi.Operation, path string) bool {
	return slices.ContainsFunc(ops, func(op *vippsapi.Operation) bool {
		f := op.FieldOrHeader(path)
		return f != nil && f.Judges()
	})
}

// literalWay is what is written out in the JSON text t.
func literalWay(l literal, t flow.Text, at place.Span) *FieldWay {
	w := &FieldWay{JSON: l.kind, Pos: at.Pos, End: at.End, Steps: t.Steps}
	if t.Pos.Pos.IsValid() {
		w.Pos, w.End = t.Pos.Pos, t.Pos.End
	}
	switch l.kind {
	case "string":
		text := flow.Text{Pos: t.Pos}
		for i, part := range strings.Split(l.text, vippsapi.Hole) {
			if i > 0 {
				text.Parts = append(text.Parts, unknownText().Parts...)
			}
			text.Parts = append(text.Parts, flow.Part{Const: part})
		}
		w.Text = &text
	case "number":
		if n, err := strconv.ParseFloat(l.text, 64); err == nil {
			w.Number = &n
		}
	}
	return w
}

// fieldWays are the ways to the value l.
func (e *engine) fieldWays(ops []*vippsapi.Operation, path string, l leaf, at place.Span, judged bool) []*FieldWay {
	base := FieldWay{Pos: at.Pos, End: at.End, text: l.val}
	switch {
	case l.pos.Pos.IsValid():
		base.Pos, base.End = l.pos.Pos, l.pos.End
	case l.entry.V != nil:
		s := e.entrySpan(l.entry, at)
		base.Pos, base.End = s.Pos, s.End
	}
	if n := len(l.vars); n > 0 && l.form == Typed {
		base.Var = l.vars[n-1]
	}
	if l.verb == "" {
		base.JSON = jsonKind(l.typ, l.quoted)
	}
	if slices.ContainsFunc(ops, func(op *vippsapi.Operation) bool { return op.Combines(path) }) {
		base.Unset = e.unset(l.val)
	}
	if !judged {
		return []*FieldWay{&base}
	}
	switch {
	case code.IsText(l.typ):
		return e.textWays(base, l.val)
	case base.JSON == "number":
		return e.numberWays(base, l.val)
	}
	return []*FieldWay{&base}
}

func (e *engine) textWays(base FieldWay, v flow.Val) []*FieldWay {
	var ways []*FieldWay
	for _, t := range e.flow.Texts(v) {
		w := base
		w.Text, w.Steps = &t, t.Steps
		if len(t.Parts) == 1 && t.Parts[0].Hole != nil {
			w.text = *t.Parts[0].Hole
		} else {
			w.text = flow.Val{}
		}
		ways = append(ways, &w)
	}
	if len(ways) == 0 {
		ways = []*FieldWay{&base}
	}
	return ways
}

func (e *engine) numberWays(base FieldWay, v flow.Val) []*FieldWay {
	var ways []*FieldWay
	for _, n := range e.flow.Numbers(v) {
		w := base
		w.Number, w.Steps, w.text = n.Const, n.Way, flow.Val{}
		if n.Stored.Pos.IsValid() {
			w.Pos, w.End = n.Stored.Pos, n.Stored.End
		}
		if n.Verdict == flow.FromParam && !n.Changed && !n.Cut && n.Func != nil {
			w.text = flow.At(n.Func.Params[n.Param], n.ParamPath...)
		}
		ways = append(ways, &w)
	}
	if len(ways) == 0 {
		ways = []*FieldWay{&base}
	}
	return ways
}

// unset reports whether nothing but the zero value comes to v.
func (e *engine) unset(v flow.Val) bool {
	origins := e.flow.Origins(v)
	for _, o := range origins {
		c, ok := o.Val.V.(*ssa.Const)
		empty, isEmpty := code.ConstText(o.Val.V)
		if !o.Zero && !(ok && c.IsNil()) && !(isEmpty && empty == "") {
			return false
		}
	}
	return len(origins) > 0
}

// nameSlips lists the names that the operation does not have, but nearly so.
func (e *engine) nameSlips(b sentBody, names []string) []*NameSlip {
	var found []*NameSlip
	for _, slip := range b.ops[0].Slips(names) {
		n := &NameSlip{Path: slip.Path, Want: slip.Want, Pos: b.at.Pos, End: b.at.End}
		leftOut := true
		d := &descent{e: e, open: func(leaf, []string) { leftOut = false }, yield: func(l leaf) {
			if k := len(l.vars); k > 0 && l.form == Typed {
				n.Var = l.vars[k-1]
			} else if l.entry.V != nil {
				s := e.entrySpan(l.entry, b.at)
				n.Pos, n.End = s.Pos, s.End
			}
			leftOut = leftOut && l.omits && e.unset(l.val)
		}}
		d.body(b.body, splitName(slip.Path))
		if b.body.encoded {
			leftOut = false
			if t := e.flow.Texts(b.body.val)[0].Pos; t.Pos.IsValid() {
				n.Pos, n.End = t.Pos, t.End
			}
		}
		if !leftOut {
			found = append(found, n)
		}
	}
	return found
}

// jsonKind is the JSON type with which a value of a Go type is written; "" where
// that depends.
func jsonKind(t types.Type, quoted bool) string {
	if t == nil || code.IsTypeParam(t) || isRawMessage(t) {
		return ""
	}
	if code.IsNamed(t, "encoding/json", "Number") {
		return "number"
	}
	if marshalsItself(t) {
		return ""
	}
	switch u := code.Deref(t).Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0 || quoted && u.Info()&(types.IsNumeric|types.IsBoolean) != 0:
			return "string"
		case u.Info()&types.IsNumeric != 0:
			return "number"
		case u.Info()&types.IsBoolean != 0:
			return "boolean"
		}
	case *types.Slice:
		if isBytes(t) {
			return "string"
		}
		return "array"
	case *types.Array:
		return "array"
	case *types.Struct, *types.Map:
		return "object"
	}
	return ""
}

// wholeBody reports whether bodyNames sees every name on the top level of v.
func (e *engine) wholeBody(v flow.Val, depth int) bool {
	t := v.Type()
	if t == nil || depth > maxNesting || marshalsItself(t) {
		return false
	}
	if types.IsInterface(t) {
		origins := e.flow.Origins(v)
		return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool {
			ot := o.Val.Type()
			return ot == nil || types.IsInterface(ot) || !e.wholeBody(o.Val, depth+1)
		})
	}
	switch code.Deref(t).Underlying().(type) {
	case *types.Struct:
		return true
	case *types.Map:
		return e.wholeMap(v)
	}
	return false
}

// wholeMap reports whether all keys of the map v are constants that are put into
// it where it is made.
func (e *engine) wholeMap(v flow.Val) bool {
	origins := e.flow.Origins(v)
	for _, o := range origins {
		m, ok := o.Val.V.(*ssa.MakeMap)
		if !ok || len(o.Val.Path) > 0 {
			return false
		}
		for _, ref := range *m.Referrers() {
			switch ref := ref.(type) {
			case *ssa.MapUpdate:
				if _, ok := code.ConstText(ref.Key); ref.Map == ssa.Value(m) && !ok {
					return false
				}
			case *ssa.MakeInterface, *ssa.DebugRef, *ssa.Lookup:
			default:
				return false
			}
		}
	}
	return len(origins) > 0
}
