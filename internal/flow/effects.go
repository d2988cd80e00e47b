package flow

import "golang.org/x/tools/go/ssa"

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
	return []link{{to: spot{v: call.Call.Args[1], path: anyElement(rest), ctx: s.ctx, at: call}}}
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
