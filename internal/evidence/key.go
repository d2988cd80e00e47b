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

// An Unkeyed is a request that goes out, on some way, without the header by which
// Vipps knows it again.
type Unkeyed struct {
	Op       *vippsapi.Operation // the first that fits where several do
	Header   string
	Pos, End token.Pos    // the call that sends it, or that leads there
	Way      []place.Step // where it is made
	Reasons  []Reason
}

// unkeyed lists the requests of the package that go out without the header.
func (e *engine) unkeyed(w *World) []*Unkeyed {
	var found []*Unkeyed
	told := map[*types.Func]bool{}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		seen := map[ssa.CallInstruction]bool{}
		add := func(call ssa.CallInstruction, ops []*vippsapi.Operation, header string, made *ssa.Call, reasons []Reason) {
			if seen[call] {
				return
			}
			seen[call] = true
			at := e.syntax.Call(call)
			u := &Unkeyed{Op: ops[0], Header: header, Pos: at.Pos, End: at.End, Reasons: reasons}
			if made != nil {
				u.Way = []place.Step{{Pos: e.position(made.Pos()), Note: "the request is made here"}}
			}
			found = append(found, u)
		}
		for _, r := range e.requests[fn] {
			if header, ways := r.waysWithoutKey(); e.goesWithout(ways, w, e.pass.Pkg.Path(), true) {
				add(r.call, r.ops, header, r.shape.made, r.reasons)
			}
		}
		for _, call := range code.Calls(fn) {
			for _, k := range e.keylessBy(call) {
				f := code.Callee(call)
				if !k.decides && (f.Pkg() == e.pass.Pkg || told[f]) {
					continue // that f goes without one is said there, or once
				}
				if ops := opsByID(k.Ops); len(ops) > 0 && e.goesWithout(k.Ways, w, k.In, k.decides) {
					told[f] = true
					sum, _ := e.sends(call)
					add(call, ops, k.Header, nil, sum.Answer.Reasons)
				}
			}
		}
	}
	sortedByPos(found, func(u *Unkeyed) int { return int(u.Pos) })
	return found
}

// goesWithout reports whether what the package with the path in sends goes out
// without the header on one of ways. What a client from outside sends is judged
// where all else is decided, here or below, unless a program has a transport that
// sets the header: then main tells.
func (e *engine) goesWithout(ways []KeyWay, w *World, in string, here bool) bool {
	switch {
	case slices.ContainsFunc(ways, isAlways):
		return true
	case w.Keyed || !slices.ContainsFunc(ways, isSettled):
		return false
	case e.inMain():
		return here || e.programSetsKeys(in)
	}
	return here && !e.programSetsKeys(in)
}

func isAlways(w KeyWay) bool { return len(w) == 0 }

// isSettled reports whether a way is always taken, if only the client that comes
// from outside does nothing about it.
func isSettled(w KeyWay) bool {
	return !slices.ContainsFunc(w, func(c KeyCond) bool { return c.Than != thanOutside })
}

func opsByID(ids []string) []*vippsapi.Operation {
	var ops []*vippsapi.Operation
	for _, id := range ids {
		if op := vippsapi.OperationByID(id); op != nil {
			ops = append(ops, op)
		}
	}
	return ops
}

// waysWithoutKey are the ways on which r goes out without the header that all of
// its operations require.
func (r *request) waysWithoutKey() (header string, ways []KeyWay) {
	if len(r.reasons) == 0 || len(r.ops) == 0 || r.lent || r.borrowed {
		return "", nil
	}
	for _, op := range r.ops {
		h := op.KeyHeader()
		if h == "" || header != "" && h != header {
			return "", nil
		}
		header = h
	}
	return header, keylessFor(r.shape.keyless, header)
}

func keylessFor(list []Keyless, header string) []KeyWay {
	for _, k := range list {
		if k.Header == header {
			return k.Ways
		}
	}
	return nil
}

// fixedKeyless are the requests of fn whose callers decide whether they have the
// header.
func (e *engine) fixedKeyless(fn *ssa.Function) []FixedKeyless {
	var list []FixedKeyless
	add := func(k FixedKeyless) {
		if len(k.Ways) > 0 && !slices.ContainsFunc(k.Ways, isAlways) {
			list = append(list, k)
		}
	}
	for _, r := range e.requests[fn] {
		if header, ways := r.waysWithoutKey(); len(ways) > 0 && (len(r.ops) == 1 || !e.dependsOnCaller(r)) {
			k := FixedKeyless{In: e.pass.Pkg.Path(), Keyless: Keyless{header, ways}}
			for _, op := range r.ops {
				k.Ops = append(k.Ops, op.ID)
			}
			add(k)
		}
	}
	for _, call := range code.Calls(fn) {
		for _, k := range e.keylessBy(call) {
			add(k.FixedKeyless)
		}
	}
	return distinct(list)
}

// A calledKeyless is a FixedKeyless in terms of the function that calls. It decides
// where the function called left more open than its client.
type calledKeyless struct {
	FixedKeyless
	decides bool
}

// keylessBy are the requests of the function that call goes to.
func (e *engine) keylessBy(call ssa.CallInstruction) []calledKeyless {
	sum, _ := e.sends(call)
	if sum == nil {
		return nil
	}
	b := binder{e: e, call: call}
	var list []calledKeyless
	for _, k := range sum.Keyless {
		decides := !slices.ContainsFunc(k.Ways, isSettled)
		if k.Ways = e.boundWays(k.Ways, call.Parent(), b.val); len(k.Ways) > 0 {
			list = append(list, calledKeyless{k, decides})
		}
	}
	return list
}

// untouched says on which ways fn leaves requests and headers that it is given
// without the header.
func (e *engine) untouched(fn *ssa.Function) []ParamKeyless {
	if gives(fn.Signature) || slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return code.IsNamed(p.Type(), "net/http", "ResponseWriter") }) {
		return nil
	}
	var list []ParamKeyless
	for i, p := range fn.Params {
		if !isCarrier(p.Type()) || len(fn.Blocks) == 0 {
			continue
		}
		for _, h := range vippsapi.KeyHeaders() {
			if ways := e.waysWithout(fn, p, nil, h, returnsOf(fn)); len(ways) > 0 {
				list = append(list, ParamKeyless{i, Keyless{h, ways}})
			}
		}
	}
	return list
}

// returnsOf are the returns of fn that do not fail for sure.
func returnsOf(fn *ssa.Function) map[ssa.Instruction]bool {
	exits := map[ssa.Instruction]bool{}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		fails := false
		for _, r := range ret.Results {
			c, isConst := r.(*ssa.Const)
			fails = fails || isCarrier(r.Type()) && isConst && c.IsNil()
		}
		if !fails {
			exits[ret] = true
		}
	}
	return exits
}

// neverKeyed is what is known of a request that has no headers of its own, and is
// sent on these ways.
func neverKeyed(ways []KeyWay) []Keyless {
	var list []Keyless
	for _, h := range vippsapi.KeyHeaders() {
		list = append(list, Keyless{h, ways})
	}
	return list
}

// bothKeyless is what is known of a request that goes the ways of a and of b.
func bothKeyless(a, b []Keyless) []Keyless {
	var list []Keyless
	for _, k := range a {
		if ways := bothWays(k.Ways, keylessFor(b, k.Header)); len(ways) > 0 {
			list = append(list, Keyless{k.Header, ways})
		}
	}
	return list
}

// uncorrelated leaves out the conditions under which one of several requests has
// no header: what decides on them may decide which request it is.
func uncorrelated(shapes []shape) []shape {
	if len(shapes) > 1 {
		for i := range shapes {
			shapes[i].keyless = unconditional(shapes[i].keyless)
		}
	}
	return shapes
}

// unconditional is what holds whatever a caller gives.
func unconditional(list []Keyless) []Keyless {
	return slices.DeleteFunc(slices.Clone(list), func(k Keyless) bool { return !slices.ContainsFunc(k.Ways, isSettled) })
}

// keyless binds what is known of the requests of a function that is called.
func (b binder) keyless(list []Keyless) []Keyless {
	fn := b.call.Parent()
	for up, ok := b.at.Caller(); ok; up, ok = up.Caller() {
		fn = functionOf(up.V)
	}
	var bound []Keyless
	for _, k := range list {
		if ways := b.e.boundWays(k.Ways, fn, b.val); len(ways) > 0 {
			bound = append(bound, Keyless{k.Header, ways})
		}
	}
	return bound
}

// keylessAt says on which ways the request o comes to the instruction exit
// without the header, in terms of the function of exit. built is what is known
// of it where a function of another package makes it.
func (e *engine) keylessAt(o flow.Origin, built []Keyless, exit ssa.Instruction) []Keyless {
	var list []Keyless
	for _, h := range vippsapi.KeyHeaders() {
		ways := always
		if call, ok := o.Val.V.(*ssa.Call); ok && !makesRequest(call) {
			ways = keylessFor(built, h)
		}
		if len(ways) > 0 {
			ways = bothWays(ways, e.keyWays(o, exit, h, 0))
		}
		if len(ways) > 0 {
			list = append(list, Keyless{h, ways})
		}
	}
	return list
}

// makesRequest reports whether call makes a request, out of nothing or out of
// another.
func makesRequest(call *ssa.Call) bool {
	f := code.Callee(call)
	return code.IsFunc(f, "net/http", "", "NewRequest", "NewRequestWithContext") || code.IsFunc(f, "net/http", "Request", "Clone", "WithContext")
}

// keyWays are the ways from where the request o is made, through the functions
// that return it, to exit.
func (e *engine) keyWays(o flow.Origin, exit ssa.Instruction, header string, depth int) []KeyWay {
	ways := e.copied(o, header, depth)
	for v := o.Val; len(ways) > 0; {
		fn := functionOf(v.V)
		start, _ := v.V.(ssa.Instruction)
		up, below := v.Caller()
		call, _ := up.V.(*ssa.Call)
		switch {
		case fn == nil || len(o.Val.Path) > 0 || below && (call == nil || call.Call.StaticCallee() != fn):
			return nil
		case below:
			ways = bothWays(ways, e.waysWithout(fn, v.V, start, header, returnsOf(fn)))
			ways = e.boundWays(ways, exit.Parent(), func(ref ParamRef) (flow.Val, bool) {
				arg, ok := code.Argument(call, ref.Index)
				return up.With(arg, ref.Path...).Before(call), ok
			})
			v = up
		case fn == exit.Parent():
			return bothWays(ways, e.waysWithout(fn, v.V, start, header, map[ssa.Instruction]bool{exit: true}))
		case encloses(fn, exit.Parent()) && !e.traced(fn, v.V, header, map[ssa.Instruction]bool{exit: true}, 0).touches():
			return ways
		default:
			return nil
		}
	}
	return nil
}

// copied are the ways to where o is made: those of the request that it is a copy
// of.
func (e *engine) copied(o flow.Origin, header string, depth int) []KeyWay {
	call, ok := o.Val.V.(*ssa.Call)
	if !ok || !code.IsFunc(code.Callee(call), "net/http", "Request", "Clone", "WithContext") {
		return always
	}
	origins := e.flow.Origins(flow.At(call.Call.Args[0]).Before(call))
	if len(origins) != 1 || depth > maxNesting {
		return nil
	}
	return e.keyWays(origins[0], call, header, depth+1)
}

// encloses reports whether inner is a literal within fn.
func encloses(fn, inner *ssa.Function) bool {
	for p := inner.Parent(); p != nil; p = p.Parent() {
		if p == fn {
			return true
		}
	}
	return false
}
