package flow

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// What a function that is a result gives, and what it stores behind its
// arguments, is told like parts of that result. The parameters of the function
// that is given back count on behind those of the one that gives it.

// givesStep is the step to result i of a function.
func givesStep(i int) string { return "(" + strconv.Itoa(i) + ")" }

// storesStep is the step to what a function stores behind its argument i.
func storesStep(i int) string { return "(>" + strconv.Itoa(i) + ")" }

// functions says what the functions do that fn gives back.
func (sum *summary) functions() []Way {
	var ways []Way
	results := sum.fn.Signature.Results()
	for i := range results.Len() {
		if _, ok := results.At(i).Type().Underlying().(*types.Signature); !ok {
			continue
		}
		to := sum.givenBack(i)
		if to == nil {
			continue
		}
		rets := exits(to)
		for j := range to.Signature.Results().Len() {
			for _, leaf := range leaves(to.Signature.Results().At(j).Type()) {
				var spots []spot
				for _, ret := range rets {
					spots = append(spots, spot{v: ret.Results[j], path: leaf.path, at: ret})
				}
				ways = append(ways, sum.ofFunction(to, i, givesStep(j), leaf, spots)...)
			}
		}
		for j, p := range to.Params {
			ptr, ok := p.Type().Underlying().(*types.Pointer)
			if !ok || !sum.r.mayWrite(p) {
				continue
			}
			for _, leaf := range leaves(ptr.Elem()) {
				var spots []spot
				for _, ret := range rets {
					spots = append(spots, spot{v: p, path: leaf.path, at: ret})
				}
				list := sum.ofFunction(to, i, storesStep(j), leaf, spots)
				if slices.ContainsFunc(list, func(w Way) bool { return !w.same(len(sum.fn.Params)+j, leaf.path) }) {
					ways = append(ways, list...)
				}
			}
		}
	}
	return ways
}

// givenBack is the one function that result i always is; nil where it is
// another one each time, or not known.
func (sum *summary) givenBack(i int) *ssa.Function {
	var to *ssa.Function
	for _, ret := range sum.rets {
		found, _ := sum.ev.arrivals(spot{v: ret.Results[i], at: ret})
		for _, s := range found {
			fn := functionOf(s.v)
			if fn == nil || to != nil && fn != to {
				return nil
			}
			to = fn
		}
	}
	if to == nil || len(to.Blocks) == 0 || to.Synthetic != "" {
		return nil
	}
	return to
}

// ofFunction judges one part of what to, which is result i, gives or stores.
func (sum *summary) ofFunction(to *ssa.Function, i int, step string, leaf leaf, spots []spot) []Way {
	if !leaf.number {
		return nil
	}
	var ways []Way
	for _, s := range spots {
		for _, a := range distinctReadings(sum.ev.judge(s)) {
			switch {
			case a.is == isAgain:
				continue
			case a.is == isParam && a.fn == to:
				a.param += len(sum.fn.Params)
			case a.is == isParam && a.fn != sum.fn:
				a = reading{factor: 1}
			}
			w := a.way()
			w.Out, w.Result, w.Path = -1, i, join(Path{step}, leaf.path...)
			ways = append(ways, w)
		}
	}
	if sum.ev.left < 0 {
		return nil
	}
	return ways
}

// maker is the call of a function of another package that gave the function
// which call runs; nil where it is not one such call.
func (t *tracer) maker(call ssa.CallInstruction, ctx *frame) (*ssa.Call, Origin) {
	common := call.Common()
	if common.IsInvoke() || common.StaticCallee() != nil {
		return nil, Origin{}
	}
	if _, builtin := common.Value.(*ssa.Builtin); builtin {
		return nil, Origin{}
	}
	list := t.origins(spot{v: common.Value, ctx: ctx, at: call})
	if len(list) != 1 || len(list[0].Val.Path) > 0 {
		return nil, Origin{}
	}
	made, ok := list[0].Val.V.(*ssa.Call)
	if !ok || calleeOf(&made.Call) == nil {
		return nil, Origin{}
	}
	return made, list[0]
}

// made gives what a fact says of the function that call runs, where a function
// of another package gave it: step is givesStep or storesStep.
func (t *tracer) made(call ssa.CallInstruction, step string, rest Path, s spot) []link {
	maker, o := t.maker(call, s.ctx)
	if maker == nil {
		return nil
	}
	fn := calleeOf(&maker.Call)
	var links []link
	for _, w := range t.r.waysOf(fn, -1, o.Result, join(Path{step}, rest...)) {
		l := link{to: spot{v: maker, path: rest, ctx: s.ctx, at: call}, end: true, way: w, pos: call.Pos()}
		if w.Kind == wayParam {
			args, i, ctx, at := maker.Call.Args, w.Param, o.Val.ctx, ssa.Instruction(maker)
			if i >= len(args) {
				args, i, ctx, at = call.Common().Args, i-len(args), s.ctx, call
			}
			if i >= len(args) {
				return nil
			}
			l.to, l.end = spot{v: args[i], path: join(w.ParamPath, w.rest...), ctx: ctx, at: at}, false
			l.note = "returned by what " + fn.Name() + " gives"
		}
		links = append(links, l)
	}
	return links
}
