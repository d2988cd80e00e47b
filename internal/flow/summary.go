package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// summarize exports what other packages have to know of this one's functions
// and fields.
func (r *Result) summarize() {
	for _, fn := range r.Unit.Funcs {
		obj := objectOf(fn)
		if obj == nil || fn.Parent() != nil || fn.Synthetic != "" || !visible(obj) {
			continue
		}
		var ways []Way
		ways = append(ways, r.resultWays(fn)...)
		ways = append(ways, r.outWays(fn)...)
		if len(ways) > 0 {
			r.pass.ExportObjectFact(obj, &Results{Ways: ways})
		}
	}
	r.exportWrites()
}

// visible reports whether another package can call fn: what it declares in its
// scope and does not export, none can; methods of unexported types can be
// reached.
func visible(fn *types.Func) bool {
	return fn.Exported() && fn.Name() != "init"
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
			if f.Pkg() != r.pass.Pkg || !isInt(f.Type()) || len(r.FieldWrites(f)) == 0 {
				continue
			}
			if w := r.writesOf(f); w != nil && len(w.Cut) > 0 {
				r.pass.ExportObjectFact(f, w)
			}
		}
	}
}

// resultWays says where the parts of fn's results come from.
func (r *Result) resultWays(fn *ssa.Function) []Way {
	var ways []Way
	rets := exits(fn)
	results := fn.Signature.Results()
	for i := range results.Len() {
		for _, leaf := range leaves(results.At(i).Type()) {
			var spots []spot
			for _, ret := range rets {
				if i < len(ret.Results) {
					spots = append(spots, spot{v: ret.Results[i], path: leaf.path, at: ret})
				}
			}
			for _, w := range r.leafWays(fn, leaf, spots) {
				w.Out, w.Result, w.Path = -1, i, leaf.path
				ways = append(ways, w)
			}
		}
	}
	return ways
}

// outWays says what fn stores behind its pointer parameters.
func (r *Result) outWays(fn *ssa.Function) []Way {
	var ways []Way
	rets := exits(fn)
	for i, p := range fn.Params {
		ptr, ok := p.Type().Underlying().(*types.Pointer)
		if !ok || !r.mayWrite(fn, i) {
			continue
		}
		for _, leaf := range leaves(ptr.Elem()) {
			var spots []spot
			for _, ret := range rets {
				spots = append(spots, spot{v: p, path: leaf.path, at: ret})
			}
			list := r.leafWays(fn, leaf, spots)
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
	return w.Kind == wayParam && w.Param == i && !w.Cut && w.Factor == 1 && !w.Parted && slices.Equal(w.ParamPath, path)
}

// leafWays judges one leaf of a result at each return. It gives nothing where
// nothing is known.
func (r *Result) leafWays(fn *ssa.Function, leaf leaf, spots []spot) []Way {
	var ways []Way
	if !leaf.number {
		ways = r.handedOn(fn, spots)
	} else {
		ev := r.evaluation()
		var list []reading
		for _, s := range spots {
			list = append(list, ev.judge(s)...)
		}
		if ev.left < 0 {
			return nil
		}
		for _, a := range distinctReadings(list) {
			if a.is == isAgain {
				continue
			}
			if a.is == isParam && a.fn != fn {
				a = reading{factor: 1}
			}
			ways = append(ways, a.way())
		}
	}
	if !slices.ContainsFunc(ways, func(w Way) bool { return w.Kind != wayUnknown }) {
		return nil
	}
	return ways
}

// handedOn says which parameters of fn come out as they went in.
func (r *Result) handedOn(fn *ssa.Function, spots []spot) []Way {
	var ways []Way
	add := func(w Way) {
		if !slices.ContainsFunc(ways, func(o Way) bool {
			return o.Kind == w.Kind && o.Param == w.Param && slices.Equal(o.ParamPath, w.ParamPath)
		}) {
			ways = append(ways, w)
		}
	}
	for _, s := range spots {
		t := r.tracer()
		origins := t.origins(s)
		if t.left < 0 {
			return nil
		}
		for _, o := range origins {
			p, ok := o.Val.V.(*ssa.Parameter)
			switch {
			case o.Zero:
			case ok && p.Parent() == fn && !o.Filled:
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
