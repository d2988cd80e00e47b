package evidence

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// OpenExpress is the fact on a function that puts something it is given into the
// body of a request that may start an express payment.
type OpenExpress struct{ Bodies []OpenBody }

// AFact marks OpenExpress as a fact.
func (*OpenExpress) AFact() {}

func (*OpenExpress) String() string { return "openExpress" }

// An OpenBody is an Express of which parameters are a part.
type OpenBody struct {
	Op      string      // operation ID
	Fields  []OpenField // as those of Express
	At      token.Position
	Way     []place.Step
	Reasons []Reason
}

// An OpenField is an ExpressField in terms of parameters.
type OpenField struct {
	Path string
	Ways []OpenWay
}

// An OpenWay is an ExpressWay in terms of parameters.
type OpenWay struct {
	Presence Presence
	Pattern  string
	Above    bool
	Written  bool
	Param    *ParamRef // nil: the rest is all that there is
	Rest     []string
	Encoded  bool
}

// openBody is what callers have to know of a body.
func (e *engine) openBody(x *Express) OpenBody {
	b := OpenBody{Op: x.Op.ID, At: e.position(x.Pos), Way: x.Way, Reasons: x.Reasons[:min(len(x.Reasons), maxReasons)]}
	for _, f := range x.Fields {
		open := OpenField{Path: f.Path}
		for _, w := range f.Ways {
			open.Ways = append(open.Ways, w.open())
		}
		b.Fields = append(b.Fields, open)
	}
	return b
}

func (w *ExpressWay) open() OpenWay {
	return OpenWay{w.Presence, w.Pattern, w.Above, w.Written, w.param, w.rest, w.encoded}
}

// given judges the bodies that the functions which call runs make of its
// arguments.
func (e *expressSearch) given(x *expressed, fn *ssa.Function, call ssa.CallInstruction) {
	if callee := code.Static(call); callee != nil {
		obj, _ := callee.Object().(*types.Func)
		e.givenTo(x, fn, call, callee, obj, 0)
		return
	}
	for _, c := range e.runs(call) {
		if c.lent {
			continue
		}
		receiver := 0
		if c.bound {
			receiver = 1
		}
		e.givenTo(x, fn, call, c.fn, c.obj, receiver)
	}
}

// givenTo judges the bodies that called makes of the arguments of call. receiver
// is 1 where its first parameter is no argument.
func (e *expressSearch) givenTo(x *expressed, fn *ssa.Function, call ssa.CallInstruction, called *ssa.Function, obj *types.Func, receiver int) {
	for _, open := range e.openOf(called, obj) {
		op := vippsapi.OperationByID(open.Op)
		if op == nil || op.Express() == nil {
			continue
		}
		given := &Express{Op: op, Rule: op.Express(), Reasons: open.Reasons}
		where, judged := e.syntax.Call(call), false
		first := true
		for _, f := range open.Fields {
			field := ExpressField{Path: f.Path}
			for _, w := range f.Ways {
				if w.Param == nil {
					field.Ways = append(field.Ways, &ExpressWay{Presence: w.Presence, Pattern: w.Pattern, Above: w.Above, Written: w.Written, Below: true, depends: true})
					continue
				}
				i := w.Param.Index - receiver
				if i < 0 || i >= len(call.Common().Args) {
					field.Ways = append(field.Ways, &ExpressWay{Below: true})
					continue
				}
				at := e.syntax.Argument(call, i)
				if first {
					where, first = at, false
				}
				judged = true
				for _, way := range e.argumentWays(e.look(op.Express(), f.Path, at, call.Common().Args[i], w.Encoded, call), w) {
					way.depends = way.depends || len(f.Ways) > 1
					way.Written = way.Written || w.Written
					field.Ways = append(field.Ways, way)
				}
			}
			given.Fields = append(given.Fields, field)
		}
		if !judged {
			continue
		}
		given.Pos, given.End = where.Pos, where.End
		given.Way = append([]place.Step{
			{Pos: e.position(where.Pos), Note: "passed to " + code.FuncName(obj)},
			{Pos: open.At, Note: "goes into the request"},
		}, open.Way...)
		x.note(e.engine, fn, given)
	}
}

// argumentWays are the ways to what the argument that look is given brings into a
// field.
func (e *engine) argumentWays(look *expressLook, w OpenWay) []*ExpressWay {
	val := flow.At(look.body, w.Param.Path...).Before(look.send)
	if !w.Encoded {
		return look.sealed(look.ways(expressSpot{val: val, typ: val.Type()}, w.Rest, 0))
	}
	var ways []*ExpressWay
	for _, b := range e.bodies(val) {
		if !b.encoded {
			look.leaks = look.leaks || e.leaks(b.val.V, look.send, look.part)
			ways = append(ways, look.ways(expressSpot{val: b.val, typ: b.val.Type()}, w.Rest, 0)...)
			continue
		}
		for _, t := range e.flow.Texts(b.val) {
			ways = append(ways, look.textWays(t, w.Rest)...)
		}
	}
	if len(ways) == 0 {
		return []*ExpressWay{{}}
	}
	return look.sealed(ways)
}

// openOf is what is known of a function of this package or another.
func (e *expressSearch) openOf(fn *ssa.Function, obj *types.Func) []OpenBody {
	if fn != nil && len(fn.Blocks) > 0 {
		return e.of(fn).open
	}
	var f OpenExpress
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == e.pass.Pkg || !e.pass.ImportObjectFact(obj.Origin(), &f) {
		return nil
	}
	return f.Bodies
}
