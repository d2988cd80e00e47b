package flow

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
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
		if fn == nil || len(code.Origin(fn).Blocks) == 0 {
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

// listed is elements, also of a list that is the initial value of a variable of
// the package.
func (r *Result) listed(v ssa.Value) ([]ssa.Value, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return elements(v)
	}
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return nil, false
	}
	list, known := r.lists[g]
	if !known {
		list = r.initialList(g)
		r.lists[g] = list
	}
	return list, len(list) > 0
}

// initialList gives the constants that the variable g holds all its life: the
// package sets it once, and does no more than read its elements and join them.
func (r *Result) initialList(g *ssa.Global) []ssa.Value {
	if obj := g.Object(); obj == nil || g.Pkg != r.Unit.Pkg || obj.Exported() && obj.Pkg().Name() != "main" {
		return nil
	}
	var list []ssa.Value
	for _, fn := range r.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				var operands [10]*ssa.Value
				for _, op := range instr.Operands(operands[:0]) {
					if *op != ssa.Value(g) {
						continue
					}
					switch instr := instr.(type) {
					case *ssa.UnOp:
						if !onlyRead(instr) {
							return nil
						}
					case *ssa.Store:
						items, ok := elements(instr.Val)
						if !ok || list != nil || instr.Addr != ssa.Value(g) || fn != r.Unit.Pkg.Func("init") {
							return nil
						}
						list = items
					default:
						return nil
					}
				}
			}
		}
	}
	if slices.ContainsFunc(list, func(v ssa.Value) bool { _, ok := v.(*ssa.Const); return !ok }) {
		return nil
	}
	return list
}

// onlyRead reports whether nothing is done with a list but to read its elements
// and to join them.
func onlyRead(list ssa.Value) bool {
	for _, ref := range *list.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.IndexAddr:
			if addressKept(ref) || overwritten(list) {
				return false
			}
		case *ssa.Call:
			if b, ok := ref.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
				continue
			}
			if fn := ref.Call.StaticCallee(); fn == nil || fn.String() != "strings.Join" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
