package flow

import (
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// maxCalls bounds the calls that a trace goes down into.
const maxCalls = 8

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
	case *ssa.MakeSlice:
		if zeroConst(v.Len) && len(s.path) > 0 {
			return nil // it has no elements yet
		}
		return []link{{to: s, end: true, zero: len(s.path) > 0}}
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeChan:
		return []link{{to: s, end: true, zero: len(s.path) > 0 || t.inMemory(s)}}
	case *ssa.Global:
		own := v.Pkg == t.r.Unit.Pkg
		if !own {
			return t.variable(v, s)
		}
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
			to:   spot{v: call.Common().Args[i], path: s.path, ctx: ctx, at: call, as: s.as},
			note: "passed to " + funcName(fn) + " as " + p.Name(),
			pos:  call.Pos(),
		}
	}
	if f := s.ctx; f != nil && f.fn == fn {
		if v, path, ctx, at, ok := t.operand(f, i); ok {
			return []link{{
				to:   spot{v: v, path: join(path, s.path...), ctx: ctx, at: at, as: s.as},
				note: "passed to " + funcName(fn) + " as " + p.Name(),
				pos:  f.call.Pos(),
			}}
		}
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
	if links := t.calledBack(fn, i, s); links != nil {
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
		to := spot{v: f.lit.Bindings[freeIndex(v)], path: s.path, ctx: f.home, at: f.lit}
		switch f.call.(type) {
		case *ssa.Defer:
			return atDefers(to, f.lit.Parent())
		case *ssa.Call:
			if sameFunction(f.call, f.lit) {
				to.at = f.call // what was captured may have changed since
			}
		}
		return []link{{to: to}}
	}
	mc := t.r.maker(v.Parent())
	if mc == nil {
		s.ctx = nil
		return end(s)
	}
	return []link{{to: spot{v: mc.Bindings[freeIndex(v)], path: s.path, ctx: around(s.ctx, mc.Parent()), at: mc}}}
}

// atDefers gives s as it is when the deferred calls of fn run.
func atDefers(s spot, fn *ssa.Function) []link {
	var links []link
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, ok := instr.(*ssa.RunDefers); ok {
				s.at = instr
				links = append(links, link{to: s})
			}
		}
	}
	return links
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
		if !to.body() {
			edges = append(edges, t.declared(call, code.Declared(to.fn), to, s)...)
			continue
		}
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
				to:   spot{v: ret.Results[s.result], path: s.path, ctx: f, at: ret, as: s.as},
				note: "returned by " + funcName(to.fn),
				pos:  call.Pos(),
			})
		}
	}
	if len(list) > 1 && (call.Call.IsInvoke() || list[0].hint) {
		for i := range edges {
			edges[i].loose = true // the methods that can be meant have to agree
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
	if edges := t.unshelved(call, s); edges != nil {
		return edges
	}
	if fn := call.Call.StaticCallee(); fn != nil {
		return t.declared(call, code.Declared(fn), target{home: s.ctx}, s)
	}
	if links := t.made(call, givesStep(s.result), s.path, s); links != nil {
		return links
	}
	return end(s)
}

// declared is foreign for the function fn of another package that call runs.
func (t *tracer) declared(call *ssa.Call, fn *types.Func, to target, s spot) []link {
	ways := t.r.waysOf(fn, -1, s.result, s.path)
	if len(ways) == 0 {
		return end(s)
	}
	args := frame{call: call, recv: to.recv, home: to.home, up: s.ctx}
	var edges []link
	for _, w := range ways {
		if w.Kind == wayParam {
			if v, path, ctx, at, ok := t.operand(&args, w.Param); ok {
				path = join(path, w.ParamPath...)
				edges = append(edges, link{
					to:   spot{v: v, path: join(path, w.rest...), ctx: ctx, at: at},
					way:  w,
					note: "returned by " + fn.Name(),
					pos:  call.Pos(),
				})
				continue
			}
		}
		edges = append(edges, link{to: s, end: true, way: w, pos: call.Pos()})
	}
	return edges
}

// nameOfCalled is the name, for people, of the function that a call goes to: v is
// its value, or, of a go or defer statement, what is called.
func nameOfCalled(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Call:
		return code.CalleeName(v.Common())
	case *ssa.Function:
		return v.Name()
	}
	return "a function value"
}
