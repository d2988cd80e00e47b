package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An Express is the body of a request that may start an express payment, with
// what can stand in the fields that it is judged by.
type Express struct {
	Op     *vippsapi.Operation
	Rule   *vippsapi.Express
	Fields []ExpressField // of Rule.Paths, in their order

	Pos, End token.Pos    // where the body enters the request, or the argument that goes into it
	Way      []place.Step // from there on
	Reasons  []Reason
}

// Ways are the ways to the field at a JSON path.
func (x *Express) Ways(path string) []*ExpressWay {
	for _, f := range x.Fields {
		if f.Path == path {
			return f.Ways
		}
	}
	return nil
}

// Taken lists the ways to the field at a JSON path of which is says yes and that
// are known to be taken: all where it says so of each, and else none of those
// that depend on what another function is given.
func (x *Express) Taken(path string, is func(*ExpressWay) bool) []*ExpressWay {
	ways := x.Ways(path)
	isNot := func(w *ExpressWay) bool { return !is(w) }
	always := !slices.ContainsFunc(ways, isNot)
	var taken []*ExpressWay
	for _, w := range ways {
		same := func(v *ExpressWay) bool { return v.through == w.through && isNot(v) }
		if is(w) && (always || !w.depends && (w.through == nil || !changesArgument(w.through) && !slices.ContainsFunc(ways, same))) {
			taken = append(taken, w)
		}
	}
	return taken
}

// changesArgument reports whether a call is given something that it can store to,
// so that what it leaves as it was is one way too.
func changesArgument(call ssa.CallInstruction) bool {
	return call.Common().IsInvoke() || slices.ContainsFunc(call.Common().Args, func(v ssa.Value) bool { return isReference(v.Type()) })
}

// An ExpressField is what can stand at a JSON path of a body.
type ExpressField struct {
	Path string
	Ways []*ExpressWay
}

// A Presence says whether a field is there.
type Presence int

// The presences.
const (
	Unknown Presence = iota
	Absent           // nothing is stored there, or nothing but an empty value
	Given
)

// An ExpressWay is one way to what stands in a field.
type ExpressWay struct {
	Presence Presence
	Pattern  string // of a Given text or boolean: with a vippsapi.Hole for each part that is not known
	Above    bool   // Absent, as what would hold the field is
	Below    bool   // the function that is called stores it, and answers for it
	Written  bool   // whatever is in it, an object is there, since its type is a struct

	Lacks  *types.TypeName // Absent: the type of a struct that has no such field; nil: another reason
	Theirs bool            // Lacks is of a package that was fetched, and not written here

	Text     *flow.Text // for Pattern, where it stands in this package
	Steps    []place.Step
	Pos, End token.Pos

	depends bool                // the function that is called decides whether it is taken
	through ssa.CallInstruction // of this function, to the one that it comes from; nil: none

	param   *ParamRef // Unknown: it is this part of a parameter of the function that sends, …
	rest    []string  // … or what stands there below it
	encoded bool      // … in the text of a body that the parameter is
	made    *flow.Val // Unknown: it is this part of what a call gives, or what stands there below it
}

// expressBodies lists the bodies of the package that may start an express
// payment, and exports what callers of its functions have to know to judge those
// that they give a part of.
func (e *engine) expressBodies() []*Express {
	s := &expressSearch{e, map[*ssa.Function]*expressed{}}
	var all []*Express
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		x := s.of(fn)
		all = append(all, x.bodies...)
		obj, ok := fn.Object().(*types.Func)
		if ok && obj.Pkg() == e.pass.Pkg && len(x.open) > 0 {
			e.pass.ExportObjectFact(obj.Origin(), &OpenExpress{x.open})
		}
		e.exportMade(fn)
	}
	sortedByPos(all, func(x *Express) int { return int(x.Pos) })
	return all
}

// An expressSearch looks at each function of the package once, callees before
// their callers.
type expressSearch struct {
	*engine
	known map[*ssa.Function]*expressed
}

// expressed is what one function has to do with express payments.
type expressed struct {
	bodies []*Express
	open   []OpenBody
}

// of looks at the bodies of the requests of fn, at those that it writes where no
// request is seen, and at what it gives the functions that it calls.
func (e *expressSearch) of(fn *ssa.Function) *expressed {
	if x := e.known[fn]; x != nil {
		return x
	}
	x := &expressed{}
	e.known[fn] = x // of a function that calls itself, nothing is known
	for _, r := range e.requests[fn] {
		if len(r.reasons) == 0 || r.lent || r.borrowed || len(r.ops) != 1 || r.ops[0].Express() == nil {
			continue
		}
		for _, b := range r.shape.bodies {
			x.add(e.engine, fn, r.call, b, Express{Op: r.ops[0], Reasons: r.reasons}, e.syntax.Call(r.call))
		}
	}
	for _, call := range code.Calls(fn) {
		e.given(x, fn, call)
		i := 0
		switch f := code.Callee(call); {
		case isMarshal(f):
		case code.IsFunc(f, "encoding/json", "Encoder", "Encode"):
			i = 1
		default:
			continue
		}
		b := body{flow.Arg(call, i), false}
		if e.written[writtenKey(b.val)] {
			continue
		}
		for _, m := range e.matchBody(b) {
			if m.Strength == vippsapi.Strong && m.Op.Express() != nil {
				reason := Reason{e.position(call.Common().Pos()), m.Reason}
				x.add(e.engine, fn, call, b, Express{Op: m.Op, Reasons: []Reason{reason}}, e.syntax.Argument(call, i))
			}
		}
	}
	return x
}

// add judges the fields of the body b, which enters a request by call: of each
// text that it can be, where it is one.
func (x *expressed) add(e *engine, fn *ssa.Function, call ssa.CallInstruction, b body, at Express, where place.Span) {
	if t := b.val.Type(); t == nil || code.IsNamed(t, "net/url", "Values") || !b.encoded && e.isMessage(b.val) {
		return
	}
	at.Rule, at.Pos, at.End = at.Op.Express(), where.Pos, where.End
	fields := func(x *Express, ways func(look *expressLook, segs []string) []*ExpressWay) {
		for _, path := range x.Rule.Paths() {
			look := e.look(x.Rule, path, where, b.val.V, b.encoded, call)
			x.Fields = append(x.Fields, ExpressField{path, look.sealed(ways(look, splitName(path)))})
		}
	}
	if !b.encoded {
		fields(&at, func(look *expressLook, segs []string) []*ExpressWay {
			return look.ways(expressSpot{val: b.val, typ: b.val.Type()}, segs, 0)
		})
		x.note(e, fn, &at)
		return
	}
	for _, t := range e.flow.Texts(b.val) {
		one := at
		fields(&one, func(look *expressLook, segs []string) []*ExpressWay { return look.textWays(t, segs) })
		x.note(e, fn, &one)
	}
}

// note keeps a body, and what callers give of it.
func (x *expressed) note(e *engine, fn *ssa.Function, body *Express) {
	x.bodies = append(x.bodies, body)
	if _, ok := fn.Object().(*types.Func); !ok {
		return
	}
	asks := slices.ContainsFunc(body.Fields, func(f ExpressField) bool {
		return slices.ContainsFunc(f.Ways, func(w *ExpressWay) bool { return w.param != nil })
	})
	if asks {
		x.open = distinct(append(x.open, e.openBody(body)))
	}
}
