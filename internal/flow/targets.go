package flow

import (
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// A target is a function that a call may run.
type target struct {
	fn   *ssa.Function
	lit  *ssa.MakeClosure   // the closure called, where it is one, or that binds the method fn
	recv *ssa.MakeInterface // the value of the interface, where a method of one is called
	home *frame             // the calls around lit and recv
	hint bool               // it is one that may be meant: others come from other callers or instances
}

// body reports whether the function can be gone into.
func (to target) body() bool { return len(to.fn.Blocks) > 0 }

// operands lists what a call hands to the parameters of the functions that it
// runs. For a method of an interface the first is the interface.
func operands(common *ssa.CallCommon) []ssa.Value {
	if !common.IsInvoke() {
		return common.Args
	}
	return append([]ssa.Value{common.Value}, common.Args...)
}

// targets gives the functions that call runs; nil where one of them is not
// known, or where it names one that has no body here.
func (t *tracer) targets(call ssa.CallInstruction, ctx *frame) []target {
	common := call.Common()
	if fn := common.StaticCallee(); fn != nil {
		lit, _ := common.Value.(*ssa.MakeClosure)
		if fn = t.r.unwrapped(code.Origin(fn)); len(fn.Blocks) == 0 {
			return nil
		}
		return []target{{fn: fn, lit: lit, home: ctx}}
	}
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return nil
	}
	if common.IsInvoke() && !t.r.mayResolve(common.Method) {
		return nil
	}
	if t.left <= 0 || t.nested == maxNested || len(t.r.candidates(common)) == 0 {
		return nil
	}
	key := callIn{call, ctx, t.nested}
	known, ok := t.r.resolved[key]
	if !ok {
		// A tracer of its own, so that the answer is the same whatever was asked
		// before.
		sub := &tracer{r: t.r, left: resolveBudget, nested: t.nested + 1}
		known = sub.resolve(call, ctx)
		t.r.resolved[key] = known
	}
	t.left--
	return known
}

// To find out what a call runs it may have to be found out what others run, to
// this depth, each with this budget.
const (
	maxNested     = 3
	resolveBudget = budget / 4
)

// A callIn is a call, seen from one chain of calls, as it is asked about at some
// depth.
type callIn struct {
	call   ssa.CallInstruction
	ctx    *frame
	nested int
}

// resolve is targets for a call that names no function.
func (t *tracer) resolve(call ssa.CallInstruction, ctx *frame) []target {
	common := call.Common()
	var list []target
	found, sure := t.arrivals(spot{v: common.Value, ctx: ctx, at: call})
	for _, s := range found {
		to := target{home: s.ctx, hint: !sure}
		switch v := s.v.(type) {
		case *ssa.Function:
			to.fn = t.r.unwrapped(code.Origin(v))
		case *ssa.MakeClosure:
			to.fn, to.lit = t.r.unwrapped(v.Fn.(*ssa.Function)), v
		case *ssa.MakeInterface:
			to.recv = v
			if common.IsInvoke() {
				to.fn, _ = t.r.method(v, common.Method)
			}
		}
		if to.fn == nil {
			return nil
		}
		list = append(list, to)
	}
	return list
}

// mayResolve reports whether it is worth asking which methods of an interface
// a call runs: those of the standard library's say nothing of numbers.
func (r *Result) mayResolve(m *types.Func) bool {
	res := m.Signature().Results()
	for v := range res.Variables() {
		if !types.Identical(v.Type(), types.Universe.Lookup("error").Type()) {
			return true
		}
	}
	return m.Signature().Params().Len() > 0
}

// method is the method m of the value that mi puts into an interface, and the
// embedded fields through which it is reached.
func (r *Result) method(mi *ssa.MakeInterface, m *types.Func) (*ssa.Function, Path) {
	obj, index, _ := types.LookupFieldOrMethod(mi.X.Type(), true, m.Pkg(), m.Name())
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, nil
	}
	declared := r.Unit.Pkg.Prog.FuncValue(fn.Origin())
	if declared == nil {
		return nil, nil // of an embedded interface
	}
	var path Path
	for _, i := range index[:len(index)-1] {
		path = append(path, Field(i))
	}
	return declared, path
}

// arrivals traces s, a function or an interface, back to the functions, closures
// and conversions to the interface that can arrive there; nil where something
// else can. sure is false where they come from several callers or instances.
func (t *tracer) arrivals(s spot) (found []spot, sure bool) {
	sure = true
	seen := map[spotKey]bool{s.key(): true}
	work := []spot{s}
	push := func(s spot) {
		if k := s.key(); !seen[k] {
			seen[k] = true
			work = append(work, s)
		}
	}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if !t.spend() {
			return nil, false
		}
		if len(s.path) == 0 {
			switch v := s.v.(type) {
			case *ssa.Function, *ssa.MakeClosure, *ssa.MakeInterface:
				found = append(found, s)
				continue
			case *ssa.Const:
				continue // calling nil ends in a panic
			case *ssa.Call:
				if i, ok := handsOnFunc(v.Common()); ok {
					push(spot{v: v.Call.Args[i], ctx: s.ctx, at: v})
					continue
				}
			}
		}
		for _, l := range t.back(s) {
			switch {
			case !l.end:
				push(l.to)
			case l.zero:
			default:
				from, ok := t.beyond(l.to)
				if !ok {
					return nil, false
				}
				sure = false
				for _, s := range from {
					push(s)
				}
			}
		}
	}
	return found, sure
}

// beyond goes on where a trace of a function or an interface ends: from a field
// to all that is ever stored in it, and from a parameter to what all callers
// pass. ok is false where others may pass or store something else.
func (t *tracer) beyond(s spot) (from []spot, ok bool) {
	p, ok := s.v.(*ssa.Parameter)
	if !ok {
		return nil, false
	}
	if f := lastField(p.Type(), s.path); f != nil {
		if stored, all := t.r.allWrites(f); all && len(stored) > 0 {
			for _, v := range stored {
				from = append(from, spot{v: v.V, at: v.at})
			}
			return from, true
		}
	}
	calls, all := t.r.allCallers(p.Parent())
	if !all {
		return nil, false
	}
	i := paramIndex(p)
	for _, call := range calls {
		if i >= len(call.Common().Args) {
			return nil, false
		}
		from = append(from, spot{v: call.Common().Args[i], path: s.path, at: call})
	}
	return from, true
}

// unwrapped is the method for which fn was made, where that is a method value
// or a method expression; otherwise fn.
func (r *Result) unwrapped(fn *ssa.Function) *ssa.Function {
	obj := code.Declared(fn)
	if fn.Synthetic == "" || fn.Parent() != nil || obj == nil || obj.Signature().Recv() == nil {
		return fn
	}
	m := r.Unit.Pkg.Prog.FuncValue(obj)
	if m == nil || m == fn || len(m.Blocks) == 0 {
		return fn
	}
	var recv types.Type // that of the wrapper
	switch {
	case len(fn.FreeVars) == 1:
		recv = fn.FreeVars[0].Type()
	case len(fn.Params) == len(m.Params):
		recv = fn.Params[0].Type()
	default:
		return fn
	}
	if declaredOf(recv) != declaredOf(m.Params[0].Type()) {
		return fn // promoted
	}
	return m
}

// declaredOf is the declared type that t is or points to.
func declaredOf(t types.Type) *types.TypeName {
	if n, ok := types.Unalias(deref(t)).(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// binds reports whether the closure called binds the receiver of the method fn.
func (to target) binds() bool { return to.lit != nil && to.lit.Fn != ssa.Value(to.fn) }

// enter is the chain of calls ctx with one more. It reports false where that
// would go too deep or around in a circle.
func (r *Result) enter(ctx *frame, call ssa.CallInstruction, to target) (*frame, bool) {
	deep := 1
	if ctx != nil {
		deep = ctx.deep + 1
	}
	if deep > maxCalls || circle(ctx, call) {
		return nil, false
	}
	f := frame{call: call, fn: to.fn, lit: to.lit, recv: to.recv, home: to.home, up: ctx, deep: deep}
	if known := r.frames[f]; known != nil {
		return known, true
	}
	r.frames[f] = &f
	return &f, true
}

// circle reports whether call is on the way down already.
func circle(ctx *frame, call ssa.CallInstruction) bool {
	for f := ctx; f != nil; f = f.up {
		if f.call == call {
			return true
		}
	}
	return false
}

// operand is what the call of frame f hands to parameter i of the function
// called.
func (t *tracer) operand(f *frame, i int) (v ssa.Value, path Path, ctx *frame, at ssa.Instruction, ok bool) {
	if f.recv != nil && i == 0 {
		_, path := t.r.method(f.recv, f.call.Common().Method)
		at = f.recv
		if sameFunction(f.call, f.recv) {
			at = f.call
		}
		return f.recv.X, path, f.home, at, true
	}
	args := operands(f.call.Common())
	if f.lit != nil && f.lit.Fn != ssa.Value(f.fn) {
		if i == 0 {
			at = f.lit
			if sameFunction(f.call, f.lit) && isRef(f.lit.Bindings[0].Type()) {
				at = f.call
			}
			return f.lit.Bindings[0], nil, f.home, at, true
		}
		i--
	}
	if i >= len(args) {
		return nil, nil, nil, nil, false
	}
	return args[i], nil, f.up, f.call, true
}
