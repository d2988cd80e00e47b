package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxCalls bounds the calls that a trace goes down into.
const maxCalls = 8

// A target is a function that a call may run.
type target struct {
	fn   *ssa.Function
	lit  *ssa.MakeClosure
	home *frame
}

// targets gives the functions with bodies that call runs; nil where one of them
// is not known or has no body here.
func (t *tracer) targets(call ssa.CallInstruction, ctx *frame) []target {
	common := call.Common()
	if common.IsInvoke() {
		return nil
	}
	if fn := common.StaticCallee(); fn != nil {
		lit, _ := common.Value.(*ssa.MakeClosure)
		fn = origin(fn)
		if len(fn.Blocks) == 0 {
			return nil
		}
		return []target{{fn, lit, ctx}}
	}
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return nil
	}
	key := "call " + call.String() + t.r.position(call.Pos()).String()
	if t.busy[key] {
		return nil
	}
	if t.busy == nil {
		t.busy = make(map[string]bool)
	}
	t.busy[key] = true
	defer delete(t.busy, key)
	var list []target
	for _, o := range t.origins(spot{v: common.Value, ctx: ctx, at: call}) {
		switch v := o.Val.V.(type) {
		case *ssa.Function:
			fn := origin(v)
			if len(fn.Blocks) == 0 {
				return nil
			}
			list = append(list, target{fn: fn})
		case *ssa.MakeClosure:
			fn := v.Fn.(*ssa.Function)
			if len(fn.Blocks) == 0 {
				return nil
			}
			list = append(list, target{fn, v, o.Val.ctx})
		default:
			return nil
		}
	}
	return list
}

// origin is the generic function of which fn is an instance, or fn.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// enter is the chain of calls ctx with one more. It reports false where that
// would go too deep or around in a circle.
func (r *Result) enter(ctx *frame, call ssa.CallInstruction, to target) (*frame, bool) {
	deep := 1
	if ctx != nil {
		deep = ctx.deep + 1
	}
	for f := ctx; f != nil; f = f.up {
		if f.call == call {
			return nil, false
		}
	}
	f := frame{call: call, fn: to.fn, lit: to.lit, home: to.home, up: ctx, deep: deep}
	if deep > maxCalls {
		return nil, false
	}
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

// exits lists the return instructions of fn, without the way out of a panic.
func exits(fn *ssa.Function) []*ssa.Return {
	var list []*ssa.Return
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 || b == fn.Recover {
			continue
		}
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			list = append(list, ret)
		}
	}
	return list
}

// define gives the ways from a base to what it is by itself, without the
// stores to it.
func (t *tracer) define(s spot) []link {
	switch v := s.v.(type) {
	case *ssa.Parameter:
		return t.argument(v, s)
	case *ssa.FreeVar:
		return t.bound(v, s)
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		return []link{{to: s, end: true, zero: len(s.path) > 0 || t.inMemory(s)}}
	case *ssa.Global:
		own := v.Pkg == t.r.Unit.Pkg
		return []link{{to: s, end: true, zero: own && !ownsReference(v.Type(), s.path)}}
	case *ssa.Call:
		return t.called(v, s)
	case *ssa.Phi:
		return t.phi(v, s)
	}
	if t.inMemory(s) {
		if len(s.path) == 0 {
			return end(s)
		}
	}
	switch s.v.(type) {
	case *ssa.Extract, *ssa.TypeAssert, *ssa.Lookup, *ssa.Convert, *ssa.Field, *ssa.UnOp:
		return t.back(s)
	}
	return end(s)
}

// ownsReference reports whether something on the way along p in a variable of
// type t is reached through a pointer, slice or map, which some code that is
// not seen may fill.
func ownsReference(t types.Type, p Path) bool {
	v := t.Underlying().(*types.Pointer).Elem()
	if len(p) == 0 {
		return false
	}
	_, plain := v.Underlying().(*types.Struct)
	return !plain
}

// argument goes from a parameter to what the caller at hand passes.
func (t *tracer) argument(p *ssa.Parameter, s spot) []link {
	fn := p.Parent()
	i := slices.Index(fn.Params, p)
	pass := func(call ssa.CallInstruction, ctx *frame) link {
		return link{
			to:   spot{v: call.Common().Args[i], path: s.path, ctx: ctx, at: call},
			note: "passed to " + funcName(fn) + " as " + p.Name(),
			pos:  call.Pos(),
		}
	}
	if f := s.ctx; f != nil && f.fn == fn && i < len(f.call.Common().Args) {
		return []link{pass(f.call, f.up)}
	}
	s.ctx = nil
	if calls, all := t.r.allCallers(fn); all && fn.Parent() != nil {
		var links []link
		for _, call := range calls {
			if i < len(call.Common().Args) {
				links = append(links, pass(call, nil))
			}
		}
		return links
	}
	return end(s)
}

// funcName is how people call fn.
func funcName(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "a function literal"
	}
	return fn.Name()
}

// bound goes from a captured variable to what the closure captured.
func (t *tracer) bound(v *ssa.FreeVar, s spot) []link {
	if f := s.ctx; f != nil && f.fn == v.Parent() && f.lit != nil {
		return []link{{to: spot{v: f.lit.Bindings[freeIndex(v)], path: s.path, ctx: f.home, at: f.lit}}}
	}
	mc := t.r.maker(v.Parent())
	if mc == nil {
		s.ctx = nil
		return end(s)
	}
	return []link{{to: spot{v: mc.Bindings[freeIndex(v)], path: s.path, ctx: around(s.ctx, mc.Parent()), at: mc}}}
}

// called goes from a call to what it gives back.
func (t *tracer) called(call *ssa.Call, s spot) []link {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return t.builtin(call, b.Name(), s)
	}
	list := t.targets(call, s.ctx)
	if list == nil {
		return t.foreign(call, s)
	}
	var edges []link
	for _, to := range list {
		f, ok := t.r.enter(s.ctx, call, to)
		if !ok {
			if circle(s.ctx, call) {
				continue // what a recursion gives, its other ways give too
			}
			return end(s)
		}
		for _, ret := range exits(to.fn) {
			if s.result >= len(ret.Results) {
				continue
			}
			edges = append(edges, link{
				to:   spot{v: ret.Results[s.result], path: s.path, ctx: f, at: ret},
				note: "returned by " + funcName(to.fn),
				pos:  call.Pos(),
			})
		}
	}
	return edges
}

// builtin goes on from the call of a builtin function that passes values on.
func (t *tracer) builtin(call *ssa.Call, name string, s spot) []link {
	switch name {
	case "append":
		if len(s.path) == 0 {
			return end(s)
		}
		var edges []link
		for _, arg := range call.Call.Args {
			if isRef(arg.Type()) {
				to := s.to(arg, anyElement(s.path))
				to.at = call
				edges = append(edges, link{to: to})
			}
		}
		return edges
	case "min", "max":
		var edges []link
		for _, arg := range call.Call.Args {
			edges = append(edges, link{to: s.to(arg, s.path)})
		}
		return edges
	}
	return end(s)
}

// foreign goes on from the call of a function without a body here, by the facts
// of its package.
func (t *tracer) foreign(call *ssa.Call, s spot) []link {
	ways := t.r.waysOf(call.Common(), -1, s.result, s.path)
	if len(ways) == 0 {
		return end(s)
	}
	var edges []link
	for _, w := range ways {
		if w.Kind == wayParam && w.Param < len(call.Call.Args) {
			edges = append(edges, link{
				to:   spot{v: call.Call.Args[w.Param], path: join(w.ParamPath, w.rest...), ctx: s.ctx, at: call},
				way:  w,
				note: "returned by " + calleeName(call.Common()),
				pos:  call.Pos(),
			})
			continue
		}
		edges = append(edges, link{to: s, end: true, way: w, pos: call.Pos()})
	}
	return edges
}

// calleeName is the name of the function that is called, for people.
func calleeName(common *ssa.CallCommon) string {
	if common.IsInvoke() {
		return common.Method.Name()
	}
	if fn := common.StaticCallee(); fn != nil {
		return fn.Name()
	}
	return "a function value"
}
