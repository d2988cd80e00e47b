package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A callable is a function that a call of a function value may run.
type callable struct {
	obj   *types.Func   // as declared; nil: a function literal
	fn    *ssa.Function // of this package; nil: another
	bound bool          // a method value: the receiver is no argument of the call
	lent  bool          // a caller hands it in; another caller may hand in another
}

// indexDynamic finds what the calls of function values in the package may run.
// Only those count that may answer for a request.
func (e *engine) indexDynamic() {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, call := range code.Calls(fn) {
			c := call.Common()
			if _, builtin := c.Value.(*ssa.Builtin); builtin || c.IsInvoke() || c.StaticCallee() != nil && !code.IsThunk(c.StaticCallee()) || !answers(c.Signature()) {
				continue
			}
			list := e.callables(flow.At(c.Value).Before(call), 0)
			if len(list) == 0 {
				continue
			}
			e.through.dynamic[call] = list
			for _, t := range list {
				if t.fn != nil {
					e.through.callers[t.fn] = append(e.through.callers[t.fn], fn)
				}
			}
		}
	}
}

// answers reports whether a function with this signature can hand on the answer
// to a request.
func answers(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if code.IsError(v.Type()) || readable(v.Type()) {
			return true
		}
	}
	return false
}

// maxLenders is how far function values are followed up through callers.
const maxLenders = 3

// callables lists the functions that the function value v may be.
func (e *engine) callables(v flow.Val, depth int) []callable {
	if depth > maxLenders {
		return nil
	}
	var list []callable
	for _, o := range e.flow.Origins(v) {
		switch x := o.Val.V.(type) {
		case *ssa.Function:
			list = append(list, e.callable(x))
		case *ssa.MakeClosure:
			list = append(list, e.callable(x.Fn.(*ssa.Function)))
		case *ssa.Parameter:
			i := o.Val.Param(x.Parent())
			if i < 0 || len(o.Val.Path) > 0 {
				list = append(list, e.stored(o.Val, depth)...)
				continue
			}
			for _, call := range e.flow.Callers(x.Parent()) {
				if arg, ok := code.Argument(call, i); ok && !e.syntax.InTest(call.Pos()) {
					for _, t := range e.callables(flow.At(arg).Before(call), depth+1) {
						t.lent = true
						list = append(list, t)
					}
				}
			}
		default:
			list = append(list, e.stored(o.Val, depth)...)
		}
	}
	var kept []callable
	for _, t := range list {
		if !slices.Contains(kept, t) {
			kept = append(kept, t)
		}
	}
	return kept
}

// stored lists the functions that the package puts into the field that v is.
func (e *engine) stored(v flow.Val, depth int) []callable {
	field := fieldOf(v)
	if field == nil || field.Pkg() != e.pass.Pkg {
		return nil
	}
	var list []callable
	for _, w := range e.flow.FieldWrites(field) {
		list = append(list, e.callables(w, depth+1)...)
	}
	return list
}

func (e *engine) callable(fn *ssa.Function) callable {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	t := callable{fn: code.Bound(fn)}
	t.bound = t.fn != fn && len(fn.FreeVars) > 0
	if obj, ok := t.fn.Object().(*types.Func); ok {
		t.obj = obj.Origin()
		if t.obj.Pkg() != e.pass.Pkg {
			t.fn = nil
		}
	}
	return t
}

// sendsDynamically unites what is known of the functions that a call of a
// function value may run, and reports whether all of that is what its caller
// lends it.
func (e *engine) sendsDynamically(call ssa.CallInstruction) (sum *Sends, lent bool) {
	u := newUnion()
	lent = true
	for _, t := range e.through.dynamic[call] {
		var s *Sends
		if t.fn != nil {
			s = e.sums[t.fn]
		} else if t.obj != nil {
			s = e.fact(t.obj)
		}
		if s == nil || !s.Answer.Vipps && (t.bound || t.lent || len(s.Shapes) == 0) {
			continue
		}
		u.add(s.Fixed, s.Answer)
		if !t.bound && !t.lent {
			u.Shapes = append(u.Shapes, s.Shapes...)
		}
		lent = lent && t.lent
	}
	return u.sends(), lent
}

// paramCalls lists the parameters of fn that are functions, which it calls and
// whose error it hands on.
func (e *engine) paramCalls(fn *ssa.Function) []ParamCall {
	if !slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return isFunction(p.Type()) }) {
		return nil
	}
	var calls []ParamCall
	add := func(call ssa.CallInstruction, v ssa.Value) {
		for _, o := range e.flow.Origins(flow.At(v).Before(call)) {
			ref, ok := paramRef(fn, o.Val)
			if !ok || len(ref.Path) > 0 {
				continue
			}
			if i := errorResult(fn, call); i >= 0 {
				calls = append(calls, ParamCall{Param: ref.Index, Err: i})
			}
		}
	}
	for _, call := range code.Calls(fn) {
		c := call.Common()
		if c.IsInvoke() {
			continue
		}
		if c.StaticCallee() == nil {
			if _, builtin := c.Value.(*ssa.Builtin); !builtin {
				add(call, c.Value)
			}
			continue
		}
		if sum, _ := e.sends(call); sum != nil {
			for _, p := range sum.Calls {
				if arg, ok := code.Argument(call, p.Param); ok {
					add(call, arg)
				}
			}
		}
	}
	return distinct(calls)
}

func isFunction(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// lentRequests are the requests of functions that call is given, runs, and whose
// error it hands on.
func (e *engine) lentRequests(base request, sum *Sends) []*request {
	call := base.call
	var reqs []*request
	for _, p := range sum.Calls {
		arg, ok := code.Argument(call, p.Param)
		if !ok {
			continue
		}
		u := newUnion()
		for _, t := range e.callables(flow.At(arg).Before(call), 0) {
			var s *Sends
			if t.fn != nil {
				s = e.sums[t.fn]
			} else if t.obj != nil {
				s = e.fact(t.obj)
			}
			if s != nil && s.Answer.Vipps && s.Answer.Err >= 0 && !t.lent {
				u.add(s.Fixed, s.Answer)
			}
		}
		if s := u.sends(); s != nil {
			base.inner, base.answer = nil, noAnswer
			base.answer.Err, base.answer.Vipps, base.answer.Reasons = p.Err, true, s.Answer.Reasons
			reqs = append(reqs, fixedRequests(base, s)...)
		}
	}
	return reqs
}
