package flow

import (
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// summarize exports what other packages have to know of this one's functions
// and fields.
func (r *Result) summarize() {
	for _, fn := range r.Unit.Funcs {
		obj := code.Declared(fn)
		if obj == nil || fn.Parent() != nil || fn.Synthetic != "" || !code.Visible(obj) {
			continue
		}
		sum := &summary{r: r, fn: fn, rets: exits(fn), ev: r.evaluation()}
		ways := append(append(sum.results(), sum.outs()...), sum.functions()...)
		if len(ways) > 0 {
			r.pass.ExportObjectFact(obj, &Results{Ways: ways})
		}
	}
	r.exportWrites()
	r.exportVariables()
}

// A summary is one function's fact in the making. All its parts share one
// budget: what is left open when that is used up stays unknown.
type summary struct {
	r    *Result
	fn   *ssa.Function
	rets []*ssa.Return
	ev   *evaluation
}

// exportWrites exports facts on the fields of this package that are only ever
// filled with cut floats, and so would be missed where their instance is not
// seen.
func (r *Result) exportWrites() {
	for _, name := range r.pass.Pkg.Scope().Names() {
		tn, ok := r.pass.Pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		s, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range s.Fields() {
			if f.Pkg() != r.pass.Pkg || !isInt(f.Type()) || len(r.fieldWrites(f)) == 0 {
				continue
			}
			if w := r.writesOf(f); w != nil && len(w.Cut) > 0 {
				r.pass.ExportObjectFact(f, w)
			}
		}
	}
}

// results says where the parts of the function's results come from.
func (sum *summary) results() []Way {
	var ways []Way
	results := sum.fn.Signature.Results()
	for i := range results.Len() {
		var whole *Way // the result is a parameter, as it is
		for _, leaf := range leaves(results.At(i).Type()) {
			var spots []spot
			for _, ret := range sum.rets {
				if i < len(ret.Results) {
					spots = append(spots, spot{v: ret.Results[i], path: leaf.path, at: ret})
				}
			}
			list := sum.leaf(leaf, spots)
			if len(leaf.path) == 0 && len(list) == 1 && list[0].plain() {
				whole = &list[0]
			} else if whole != nil && len(list) == 1 && list[0].same(whole.Param, join(whole.ParamPath, leaf.path...)) {
				continue // the way of the whole says so
			}
			for _, w := range worthTelling(list, len(leaf.path) > 0) {
				w.Out, w.Result, w.Path = -1, i, leaf.path
				ways = append(ways, w)
			}
		}
	}
	return ways
}

// plain reports whether w hands a parameter on as it is.
func (w Way) plain() bool { return w.same(w.Param, w.ParamPath) }

// worthTelling leaves out of the ways to a result what callers do not ask for: the
// steps of a number that is right, unknown or handed on as it is, and, for a part of a result, all
// of them where no way is anything else.
func worthTelling(list []Way, part bool) []Way {
	var kept []Way
	some := !part
	for _, w := range list {
		switch w.Kind {
		case wayUnknown, wayClean:
			w = Way{Kind: w.Kind, Factor: 1}
			if slices.ContainsFunc(kept, func(o Way) bool { return o.Kind == w.Kind }) {
				continue
			}
		case wayWhole:
			w.Steps = nil
			some = true
		case wayParam:
			if w.plain() {
				w.Steps = nil // the caller notes that it was handed on
			}
			some = true
		default:
			some = true
		}
		kept = append(kept, w)
	}
	if !some {
		return nil
	}
	return kept
}

// outs says what the function stores behind its pointer parameters.
func (sum *summary) outs() []Way {
	var ways []Way
	for i, p := range sum.fn.Params {
		ptr, ok := p.Type().Underlying().(*types.Pointer)
		if !ok || !sum.r.mayWrite(p) {
			continue
		}
		for _, leaf := range leaves(ptr.Elem()) {
			if !sum.r.mayWritePart(p, leaf.path) {
				if _, cut := sum.r.alwaysCut(p, leaf.path); !cut {
					continue // it stays as it was
				}
			}
			var spots []spot
			for _, ret := range sum.rets {
				spots = append(spots, spot{v: p, path: leaf.path, at: ret})
			}
			list := sum.leaf(leaf, spots)
			kept := list
			if !slices.ContainsFunc(list, func(w Way) bool { return !w.same(i, leaf.path) }) {
				kept = nil // it stays as it was
			}
			for _, w := range kept {
				w.Out, w.Path = i, leaf.path
				ways = append(ways, w)
			}
		}
	}
	return ways
}

// same reports whether w only says that part path of parameter i is what it was
// before.
func (w Way) same(i int, path Path) bool {
	return w.Kind == wayParam && w.Param == i && w.untouched() && slices.Equal(w.ParamPath, path)
}

// untouched reports whether the parameter is handed on as it is.
func (w Way) untouched() bool {
	return !w.Cut && w.Factor == 1 && !w.Parted && !w.Changed && !w.Floored
}

// leaf judges one part at each return. It gives nothing where nothing is known.
func (sum *summary) leaf(leaf leaf, spots []spot) []Way {
	if sum.ev.left < 0 {
		return nil
	}
	var ways []Way
	if !leaf.number {
		ways = sum.handedOn(spots)
	} else {
		var list []reading
		for _, s := range spots {
			list = append(list, sum.ev.judge(s)...)
		}
		for _, a := range distinctReadings(list) {
			if a.is == isAgain {
				continue
			}
			if a.is == isParam && a.fn != sum.fn {
				a = reading{factor: 1}
			}
			ways = append(ways, a.way())
		}
	}
	if sum.ev.left < 0 || !slices.ContainsFunc(ways, func(w Way) bool { return w.Kind != wayUnknown }) {
		return nil
	}
	return ways
}

// handedOn says which parameters come out as they went in.
func (sum *summary) handedOn(spots []spot) []Way {
	var ways []Way
	add := func(w Way) {
		if !slices.ContainsFunc(ways, func(o Way) bool {
			return o.Kind == w.Kind && o.Param == w.Param && slices.Equal(o.ParamPath, w.ParamPath)
		}) {
			ways = append(ways, w)
		}
	}
	for _, s := range spots {
		for _, o := range sum.ev.origins(s) {
			p, ok := o.Val.V.(*ssa.Parameter)
			switch {
			case o.Zero:
			case ok && p.Parent() == sum.fn && !o.Filled:
				add(Way{Kind: wayParam, Param: paramIndex(p), ParamPath: o.Val.Path, Factor: 1, Steps: o.Steps})
			default:
				if c, isConst := o.Val.V.(*ssa.Const); isConst && c.Value == nil {
					continue // the nil beside an error
				}
				add(Way{Factor: 1})
			}
		}
	}
	return ways
}
