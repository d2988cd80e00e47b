package flow

import (
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// written gives what a call stores to part rest of what its operand i leads
// to, and reports whether nothing older is left.
func (t *tracer) written(call ssa.CallInstruction, i int, rest Path, s spot) ([]link, bool) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return t.copied(call, b.Name(), i, rest, s), false
	}
	if common.StaticCallee() == nil && !fills(common, i) && !t.r.mayBeWritten(common, i) {
		links := t.made(call, storesStep(i), rest, s)
		return links, links != nil
	}
	if list := t.targets(call, s.ctx); list != nil {
		return t.writtenBy(list, call, i, rest, s)
	}
	if fills(common, i) {
		return []link{{to: spot{v: asValue(call), path: rest, ctx: s.ctx, at: call}, end: true, fill: true, pos: call.Pos()}}, true
	}
	if edges, ok := t.shelved(call, i, rest, s); ok {
		return edges, false
	}
	if links := t.made(call, storesStep(i), rest, s); links != nil {
		return links, true
	}
	return t.declaredOut(call, calleeOf(common), target{home: s.ctx}, i, rest, s)
}

// unknownHook reports whether call hands a pointer to a function value of which
// nothing is known: such a one is made to change what it gets.
func (t *tracer) unknownHook(call ssa.CallInstruction, arg ssa.Value, ctx *frame) bool {
	common := call.Common()
	if _, builtin := common.Value.(*ssa.Builtin); builtin || common.IsInvoke() || common.StaticCallee() != nil {
		return false
	}
	_, pointer := arg.Type().Underlying().(*types.Pointer)
	return pointer && t.targets(call, ctx) == nil
}

// asValue is the value of a call, and of one that has none, as those of go and
// defer, something that stands for it.
func asValue(call ssa.CallInstruction) ssa.Value {
	if v := call.Value(); v != nil {
		return v
	}
	return call.Common().Value
}

// writtenBy is written for a call of the functions in list.
func (t *tracer) writtenBy(list []target, call ssa.CallInstruction, i int, rest Path, s spot) ([]link, bool) {
	var edges []link
	writers, stop := 0, true
	for _, to := range list {
		if !to.body() {
			more, all := t.declaredOut(call, code.Declared(to.fn), to, i, rest, s)
			edges, stop = append(edges, more...), stop && all
			if len(more) > 0 {
				writers++
			}
			continue
		}
		param := i
		if to.binds() {
			param++ // the receiver goes before the arguments
		}
		if param >= len(to.fn.Params) || !t.r.mayWrite(to.fn.Params[param]) {
			stop = false
			continue
		}
		path := rest
		if to.recv != nil && i == 0 {
			_, inner := t.r.method(to.recv, call.Common().Method)
			if path = partBehind(inner, rest); path == nil {
				continue
			}
		}
		f, ok := t.r.enter(s.ctx, call, to)
		if !ok {
			stop = false
			continue
		}
		writers++
		for _, ret := range exits(to.fn) {
			edges = append(edges, link{
				to:   spot{v: to.fn.Params[param], path: path, ctx: f, at: ret},
				note: "set by " + funcName(to.fn),
				pos:  call.Pos(),
			})
		}
	}
	if writers > 1 {
		for j := range edges {
			edges[j].loose = true // one after the other, or one of them: nobody knows
		}
	}
	return edges, stop && len(edges) > 0
}

// partBehind is what is left of path behind the embedded fields in front; nil where
// path leads elsewhere.
func partBehind(front, path Path) Path {
	rest, _, ok := below(front, path)
	if !ok {
		return nil
	}
	return append(Path{}, rest...)
}

// writtenCaptured gives what a call of a closure or of a bound method stores to
// part asked of base, which is captured or bound there.
func (t *tracer) writtenCaptured(call ssa.CallInstruction, base ssa.Value, asked Path, s spot) ([]link, bool) {
	common := call.Common()
	switch common.Value.(type) {
	case *ssa.Function, *ssa.Builtin:
		return nil, false
	}
	if common.IsInvoke() {
		return nil, false
	}
	list := t.targets(call, s.ctx)
	if len(list) != 1 || list[0].lit == nil || list[0].lit.Parent() != base.Parent() || !list[0].body() {
		return nil, false
	}
	to := list[0]
	for i, b := range to.lit.Bindings {
		if !isRef(b.Type()) {
			continue
		}
		root, path := t.r.root(b)
		rest, _, ok := below(path, asked)
		if root != base || !ok {
			continue
		}
		var in ssa.Value
		if to.binds() {
			in = to.fn.Params[0]
		} else {
			in = to.fn.FreeVars[i]
		}
		if !t.r.mayWrite(in) {
			continue
		}
		f, ok := t.r.enter(s.ctx, call, to)
		if !ok {
			return nil, false
		}
		var edges []link
		for _, ret := range exits(to.fn) {
			edges = append(edges, link{
				to:   spot{v: in, path: rest, ctx: f, at: ret},
				note: "set by " + funcName(to.fn),
				pos:  call.Pos(),
			})
		}
		return edges, true
	}
	return nil, false
}

// declaredOut is written for a call of a function of another package, by its
// fact.
func (t *tracer) declaredOut(call ssa.CallInstruction, fn *types.Func, to target, i int, rest Path, s spot) ([]link, bool) {
	ways := t.r.waysOf(fn, i, 0, rest)
	if len(ways) == 0 {
		return nil, false
	}
	args := frame{call: call, recv: to.recv, home: to.home, up: s.ctx}
	var edges []link
	for _, w := range ways {
		if w.Kind == wayParam {
			if v, path, ctx, at, ok := t.operand(&args, w.Param); ok {
				path = join(join(path, w.ParamPath...), w.rest...)
				if w.Param == i && path.key() == rest.key() {
					continue
				}
				edges = append(edges, link{
					to:   spot{v: v, path: path, ctx: ctx, at: at},
					way:  w,
					note: "set by " + fn.Name(),
					pos:  call.Pos(),
				})
				continue
			}
		}
		edges = append(edges, link{to: spot{v: asValue(call), path: rest, ctx: s.ctx, at: call}, end: true, way: w, pos: call.Pos()})
	}
	return edges, len(edges) == len(ways)
}

// copied gives what copy moves into its first argument.
func (t *tracer) copied(call ssa.CallInstruction, name string, i int, rest Path, s spot) []link {
	args := call.Common().Args
	if name != "copy" || i != 0 || len(rest) == 0 || len(args) < 2 {
		return nil
	}
	return []link{{to: spot{v: args[1], path: anyElement(rest), ctx: s.ctx, at: call}}}
}

// mayWrite reports whether the function of p, a parameter or what it captured,
// or something that it calls, may store to what p leads to. It errs on the side
// of yes.
func (r *Result) mayWrite(p ssa.Value) bool {
	const working, no, yes = 1, 2, 3
	switch r.writers[p] {
	case working, no:
		return false
	case yes:
		return true
	}
	r.writers[p] = working
	answer := no
	if r.mayStore(p) {
		answer = yes
	}
	r.writers[p] = answer
	return answer == yes
}

func (r *Result) mayStore(p ssa.Value) bool {
	for _, st := range r.storesOf(p) {
		if _, captured := p.(*ssa.FreeVar); captured && st.base != p {
			continue // of the function around it
		}
		if len(st.path) > 0 || st.base == p {
			return true
		}
	}
	for _, pass := range r.passesOf(p) {
		if _, captured := p.(*ssa.FreeVar); captured && pass.call.Parent() != p.Parent() {
			continue
		}
		if r.mayStoreIn(pass) {
			return true
		}
	}
	return false
}

// mayWritePart is mayWrite for a part of what a parameter leads to. Most parts
// of a large struct are left alone by a function that sets some, which is seen
// at less cost than by a trace.
func (r *Result) mayWritePart(p *ssa.Parameter, part Path) bool {
	meets := func(path Path) bool {
		n := min(len(path), len(part))
		_, _, ok := below(path[:n], part[:n])
		return ok
	}
	if len(r.aliasesOf(p)) > 0 {
		return true
	}
	for _, st := range r.storesOf(p) {
		if meets(st.path) {
			return true
		}
	}
	for _, pass := range r.passesOf(p) {
		if meets(pass.path) && r.mayStoreIn(pass) {
			return true
		}
	}
	return false
}

// mayStoreIn reports whether the call of p may store to what it gets.
func (r *Result) mayStoreIn(p pass) bool {
	common := p.call.Common()
	callee := common.StaticCallee()
	if callee == nil {
		b, builtin := common.Value.(*ssa.Builtin)
		return !builtin || b.Name() == "copy" && p.index == 0
	}
	if callee = r.unwrapped(code.Origin(callee)); len(callee.Blocks) > 0 {
		return p.index < len(callee.Params) && r.mayWrite(callee.Params[p.index])
	}
	fn := code.Declared(callee)
	return fills(common, p.index) || r.writesFact(fn, p.index) || shelves(fn, p.index)
}

// A pass is a call that gets what hangs on some base.
type pass struct {
	call  ssa.CallInstruction
	index int  // which of its operands
	path  Path // the part of the base that it gets
}

// passesOf lists the calls of the package that get what hangs on base, in the
// order of the source.
func (r *Result) passesOf(base ssa.Value) []pass {
	if r.passes == nil {
		r.passes = make(map[ssa.Value][]pass)
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					call, ok := instr.(ssa.CallInstruction)
					if !ok {
						continue
					}
					for i, arg := range operands(call.Common()) {
						if !isRef(arg.Type()) {
							continue
						}
						base, path := r.root(arg)
						base = r.outermost(base)
						r.passes[base] = append(r.passes[base], pass{call, i, path})
					}
				}
			}
		}
	}
	return r.passes[r.outermost(base)]
}
