package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// exportVariables exports facts on the package variables that other packages
// can read: what numbers this package keeps in them.
func (r *Result) exportVariables() {
	scope := r.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() {
			continue
		}
		g := r.Unit.Pkg.Var(name)
		if g == nil || !r.keeps(g) {
			continue
		}
		ev := r.evaluation()
		var ways []Way
		for _, leaf := range leaves(v.Type()) {
			if !leaf.number {
				continue
			}
			var list []Way
			for _, a := range ev.judge(spot{v: g, path: leaf.path}) {
				if a.is == isParam {
					if a.cutAnyway() {
						a.is = isCut
					} else {
						a = reading{factor: 1}
					}
				}
				if a.is != isAgain {
					list = append(list, a.way())
				}
			}
			for _, w := range worthTelling(list, false) {
				w.Out, w.Path = -1, leaf.path
				ways = append(ways, w)
			}
		}
		if ev.left >= 0 && len(ways) > 0 {
			r.pass.ExportObjectFact(v, &Results{Ways: ways})
		}
	}
}

// keeps reports whether the package stores to a variable, and hands its address
// to nobody whose doings are not seen.
func (r *Result) keeps(g *ssa.Global) bool {
	for _, p := range r.passesOf(g) {
		fn := p.call.Common().StaticCallee()
		if _, builtin := p.call.Common().Value.(*ssa.Builtin); builtin {
			continue
		}
		if fn == nil || len(origin(fn).Blocks) == 0 {
			return false
		}
	}
	return len(r.storesOf(g)) > 0
}

// variable gives what the fact on a variable of another package says of part
// s.path of it.
func (t *tracer) variable(g *ssa.Global, s spot) []link {
	ways := t.r.waysOf(g.Object(), -1, 0, s.path)
	if len(ways) == 0 {
		return end(s)
	}
	var links []link
	for _, w := range ways {
		links = append(links, link{to: s, end: true, way: w})
	}
	return links
}
