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

// Takes is the fact on a function that puts values which it is given into the
// fields of Vipps requests, other than amounts and phone numbers, which Sends
// tells of.
type Takes struct{ Bodies []TakenBody }

// AFact marks Takes as a fact.
func (*Takes) AFact() {}

func (*Takes) String() string { return "takes" }

// A TakenBody is a body that parameters go into.
type TakenBody struct {
	Ops     []string     // operation IDs
	Body    *ParamRef    // the whole body is this parameter; nil: Fields counts
	Open    bool         // only a caller knows what Body holds
	Encoded bool         // Body is the text of the body itself
	Fields  []TakenField // sorted by path
	Test    bool
	At      token.Position // where the body enters the request, or the function that takes it
	Way     []place.Step   // from there on
	Reasons []Reason
}

// A TakenField is a parameter that goes, as it is, into a field.
type TakenField struct {
	Path  string
	Param ParamRef
}

// noteTaken adds to what is known of fn which of its parameters go into the
// body that s describes.
func (e *engine) noteTaken(fn *ssa.Function, b sentBody, s *Sent) {
	if _, ok := fn.Object().(*types.Func); !ok {
		return
	}
	t := TakenBody{Test: b.test, At: e.position(b.at.Pos), Way: b.way, Reasons: b.reasons[:min(len(b.reasons), maxReasons)]}
	for _, op := range b.ops {
		t.Ops = append(t.Ops, op.ID)
	}
	whole, isWhole := e.wholeParam(fn, b.body)
	if isWhole {
		t.Encoded = b.body.encoded
		t.Open = t.Encoded || types.IsInterface(flow.At(fn.Params[whole.Index], whole.Path...).Type())
		isWhole = !changes(fn.Params[whole.Index], 0)
	}
	for _, v := range s.Values {
		if !judgedIn(b.ops, v.Path) {
			continue
		}
		ref, ok := takenRef(fn, v)
		if ok && changes(fn.Params[ref.Index], 0) {
			ok = false
		}
		if ok {
			t.Fields = append(t.Fields, TakenField{v.Path, ref})
		}
		isWhole = isWhole && ok && ref.Index == whole.Index && e.leadsTo(b.body, v.Path, ref)
	}
	if isWhole {
		t.Body, t.Fields = &whole, nil
	}
	if t.Body == nil && len(t.Fields) == 0 {
		return
	}
	if e.takes[fn] == nil {
		e.takes[fn] = &Takes{}
	}
	e.takes[fn].Bodies = distinct(append(e.takes[fn].Bodies, t))
}

// takenRef is the parameter of fn that goes into a field on every way.
func takenRef(fn *ssa.Function, v *FieldValue) (ParamRef, bool) {
	var ref ParamRef
	for i, w := range v.Ways {
		if w.text.V == nil {
			return ref, false
		}
		r, ok := paramRef(fn, w.text)
		if !ok || i > 0 && (r.Index != ref.Index || !slices.Equal(r.Path, ref.Path)) {
			return ref, false
		}
		ref = r
	}
	return ref, len(v.Ways) > 0
}

// changes reports whether a function may write to what its parameter v points to,
// so that what arrives in the body may be something else than what a caller gave.
func changes(v ssa.Value, depth int) bool {
	if _, ok := v.Type().Underlying().(*types.Pointer); !ok {
		return false // of a map, only an entry could change, and each is followed by itself
	}
	if depth > maxNesting || v.Referrers() == nil {
		return true
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v {
				return true
			}
		case *ssa.FieldAddr:
			if changes(ref, depth+1) {
				return true
			}
		case *ssa.Phi, *ssa.IndexAddr, *ssa.MakeClosure:
			return true
		case ssa.CallInstruction:
			if changedBy(ref, v, depth) {
				return true
			}
		}
	}
	return false
}

// changedBy reports whether the function called may write to what its argument v
// points to. One that takes it as an interface writes it as JSON, or checks it.
func changedBy(call ssa.CallInstruction, v ssa.Value, depth int) bool {
	fn := call.Common().StaticCallee()
	for i, arg := range call.Common().Args {
		if arg != v {
			continue
		}
		if fn == nil || i >= len(fn.Params) || len(fn.Blocks) == 0 || changes(fn.Params[i], depth+1) {
			return true
		}
	}
	return false
}

// wholeParam is the parameter of fn that the body is, where it is nothing else.
func (e *engine) wholeParam(fn *ssa.Function, b body) (ParamRef, bool) {
	if b.val.V == nil {
		return ParamRef{}, false // one field of a body that is not seen
	}
	origins := e.flow.Origins(b.val)
	if len(origins) != 1 {
		return ParamRef{}, false
	}
	t := origins[0].Val.Type()
	if t == nil || !b.encoded && !types.IsInterface(t) && !code.IsStruct(t) {
		return ParamRef{}, false
	}
	return paramRef(fn, origins[0].Val)
}

// leadsTo reports whether the field at path of the body b is the part of the
// parameter that ref names.
func (e *engine) leadsTo(b body, path string, ref ParamRef) bool {
	same := true
	d := &descent{e: e, open: func(leaf, []string) {}, yield: func(l leaf) {
		n := len(l.val.Path) - len(b.val.Path)
		m := len(ref.Path)
		same = same && n >= 0 && n <= m && slices.Equal(l.val.Path[len(l.val.Path)-n:], ref.Path[m-n:])
	}}
	d.body(b, splitName(path))
	return same
}

// exportTakes makes what is known of fn a fact.
func (e *engine) exportTakes(fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if t := e.takes[fn]; ok && t != nil && obj.Pkg() == e.pass.Pkg {
		e.pass.ExportObjectFact(obj.Origin(), t)
	}
}

// taken lists the bodies that the arguments of call go into.
func (e *engine) taken(fn *ssa.Function, call ssa.CallInstruction) []*Sent {
	var found []*Sent
	if t, called := e.takesOf(call); t != nil {
		return append(found, e.takenBy(fn, call, t, called, 0)...)
	}
	for _, c := range e.runs(call) {
		if t := e.takesBy(c.fn, c.obj); t != nil && !c.lent {
			receiver := 0
			if c.bound {
				receiver = 1
			}
			found = append(found, e.takenBy(fn, call, t, c.obj, receiver)...)
		}
	}
	return found
}

// takesOf is what is known of the function that call names.
func (e *engine) takesOf(call ssa.CallInstruction) (*Takes, *types.Func) {
	fn := code.Static(call)
	if fn == nil {
		return nil, nil
	}
	return e.takesBy(fn, code.Callee(call)), code.Callee(call)
}

func (e *engine) takesBy(fn *ssa.Function, obj *types.Func) *Takes {
	if t := e.takes[fn]; fn != nil && t != nil {
		return t
	}
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == e.pass.Pkg {
		return nil
	}
	var f Takes
	if !e.pass.ImportObjectFact(obj.Origin(), &f) {
		return nil
	}
	return &f
}

// takenBy lists the bodies that the arguments of call go into by what is known
// of the function called. receiver is 1 where the first parameter is no argument
// of the call.
func (e *engine) takenBy(fn *ssa.Function, call ssa.CallInstruction, t *Takes, called *types.Func, receiver int) []*Sent {
	var found []*Sent
	args := call.Common().Args
	for _, tb := range t.Bodies {
		var ops []*vippsapi.Operation
		for _, id := range tb.Ops {
			if op := vippsapi.OperationByID(id); op != nil {
				ops = append(ops, op)
			}
		}
		b := sentBody{ops: ops, handed: true, test: tb.Test, reasons: tb.Reasons}
		into := place.Step{Pos: tb.At, Note: "goes into the request"}
		if tb.Body != nil {
			i := tb.Body.Index - receiver
			if i < 0 || i >= len(args) {
				continue
			}
			b.at = e.syntax.Argument(call, i)
			b.way = append([]place.Step{{Pos: e.position(b.at.Pos), Note: "passed to " + code.FuncName(called)}, into}, tb.Way...)
			b.handed = !tb.Open
			for _, arg := range e.argumentBodies(call, args[i], ParamBody{Param: *tb.Body, Encoded: tb.Encoded}) {
				b.body = arg
				found = append(found, e.sent(fn, b)...)
			}
			continue
		}
		for _, f := range tb.Fields {
			i := f.Param.Index - receiver
			if i < 0 || i >= len(args) {
				continue
			}
			b.at = e.syntax.Argument(call, i)
			b.way = append([]place.Step{{Pos: e.position(b.at.Pos), Note: "passed to " + code.FuncName(called)}, into}, tb.Way...)
			found = append(found, e.sentField(fn, b, f.Path, flow.Arg(call, i).Sub(f.Param.Path...)))
		}
	}
	return found
}

// sentField is sent for a single field that a function is given.
func (e *engine) sentField(fn *ssa.Function, b sentBody, path string, val flow.Val) *Sent {
	v := &FieldValue{Path: path}
	d := &descent{
		e:     e,
		yield: func(l leaf) { v.Ways = append(v.Ways, e.fieldWays(b.ops, path, l, b.at, true)...) },
		open: func(l leaf, _ []string) {
			v.Ways = append(v.Ways, &FieldWay{text: l.val, Pos: b.at.Pos, End: b.at.End})
		},
	}
	d.descend(val, nil)
	s := &Sent{Ops: b.ops, Handed: true, Test: b.test, Pos: b.at.Pos, End: b.at.End, Way: b.way, Reasons: b.reasons, Values: []*FieldValue{v}}
	e.noteTaken(fn, b, s)
	return s
}
