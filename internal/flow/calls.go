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
				to := s.to(arg, s.path)
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

// written gives what a call stores to part rest of what its argument i leads
// to, and reports whether nothing older is left.
func (t *tracer) written(call *ssa.Call, i int, rest Path, s spot) ([]link, bool) {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return t.copied(call, b.Name(), i, rest, s), false
	}
	if list := t.targets(call, s.ctx); list != nil {
		var edges []link
		for _, to := range list {
			if i >= len(to.fn.Params) || !t.r.mayWrite(to.fn, i) {
				return nil, false
			}
			f, ok := t.r.enter(s.ctx, call, to)
			if !ok {
				return nil, false
			}
			for _, ret := range exits(to.fn) {
				edges = append(edges, link{
					to:   spot{v: to.fn.Params[i], path: rest, ctx: f, at: ret},
					note: "set by " + funcName(to.fn),
					pos:  call.Pos(),
				})
			}
		}
		return edges, true
	}
	if fills(call.Common(), i) {
		return []link{{to: spot{v: call, path: rest, ctx: s.ctx}, end: true, fill: true, pos: call.Pos()}}, true
	}
	ways := t.r.waysOf(call.Common(), i, 0, rest)
	if len(ways) == 0 {
		return nil, false
	}
	var edges []link
	for _, w := range ways {
		if w.Kind == wayParam && w.Param < len(call.Call.Args) {
			path := join(w.ParamPath, w.rest...)
			if w.Param == i && path.key() == rest.key() {
				continue
			}
			edges = append(edges, link{
				to:   spot{v: call.Call.Args[w.Param], path: path, ctx: s.ctx, at: call},
				way:  w,
				note: "set by " + calleeName(call.Common()),
				pos:  call.Pos(),
			})
			continue
		}
		edges = append(edges, link{to: spot{v: call, path: rest, ctx: s.ctx}, end: true, way: w, pos: call.Pos()})
	}
	return edges, len(edges) == len(ways)
}

// copied gives what copy moves into its first argument.
func (t *tracer) copied(call *ssa.Call, name string, i int, rest Path, s spot) []link {
	if name != "copy" || i != 0 || len(rest) == 0 || len(call.Call.Args) < 2 {
		return nil
	}
	return []link{{to: spot{v: call.Call.Args[1], path: rest, ctx: s.ctx, at: call}}}
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

// A writer is a parameter of a function.
type writer struct {
	fn    *ssa.Function
	param int
}

// mayWrite reports whether fn, or something it calls, may store to what its
// parameter leads to. It errs on the side of yes.
func (r *Result) mayWrite(fn *ssa.Function, param int) bool {
	const working, no, yes = 1, 2, 3
	w := writer{fn, param}
	switch r.writers[w] {
	case working, no:
		return false
	case yes:
		return true
	}
	r.writers[w] = working
	answer := no
	p := fn.Params[param]
	for _, st := range r.storesOf(p) {
		if len(st.path) > 0 || st.base == ssa.Value(p) {
			answer = yes
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if answer == yes {
				break
			}
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			for i, arg := range call.Call.Args {
				if !isRef(arg.Type()) {
					continue
				}
				if base, _ := r.root(arg); base != ssa.Value(p) {
					continue
				}
				callee := call.Call.StaticCallee()
				if callee != nil && len(origin(callee).Blocks) > 0 && i < len(origin(callee).Params) {
					if r.mayWrite(origin(callee), i) {
						answer = yes
					}
					continue
				}
				if fills(&call.Call, i) || r.writesFact(&call.Call, i) {
					answer = yes
				}
			}
		}
	}
	r.writers[w] = answer
	return answer == yes
}

// Callers lists the calls of fn in this package that name it, in the order of
// the source.
func (r *Result) Callers(fn *ssa.Function) []ssa.CallInstruction {
	r.indexCalls()
	return r.sites[origin(fn)]
}

// allCallers lists the calls of fn, and reports whether there are no others: it
// cannot be called from elsewhere, and nothing uses it as a value.
func (r *Result) allCallers(fn *ssa.Function) (calls []ssa.CallInstruction, all bool) {
	calls = r.Callers(fn)
	if len(calls) == 0 || r.escaped[origin(fn)] {
		return nil, false
	}
	if fn.Parent() != nil {
		return calls, true
	}
	obj := objectOf(fn)
	return calls, obj != nil && !obj.Exported()
}

// indexCalls notes who is called where, and who is used as a value.
func (r *Result) indexCalls() {
	if r.sites != nil {
		return
	}
	r.sites = make(map[*ssa.Function][]ssa.CallInstruction)
	r.escaped = make(map[*ssa.Function]bool)
	for _, fn := range r.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				r.indexCall(instr)
			}
		}
	}
}

func (r *Result) indexCall(instr ssa.Instruction) {
	call, _ := instr.(ssa.CallInstruction)
	if call != nil {
		if callee := call.Common().StaticCallee(); callee != nil {
			r.sites[origin(callee)] = append(r.sites[origin(callee)], call)
		}
	}
	_, makes := instr.(*ssa.MakeClosure)
	for i, op := range instr.Operands(nil) {
		called := call != nil && i == 0 && !call.Common().IsInvoke()
		switch v := (*op).(type) {
		case *ssa.Function:
			if !called && !makes {
				r.escaped[origin(v)] = true
			}
		case *ssa.MakeClosure:
			if !called {
				r.escaped[v.Fn.(*ssa.Function)] = true
			}
		}
	}
}
