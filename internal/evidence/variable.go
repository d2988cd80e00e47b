package evidence

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// globalUses lists the instructions of the package that use the variable g of a
// package, in the order of the source.
func (e *engine) globalUses(g *ssa.Global) []ssa.Instruction {
	if e.globals == nil {
		e.globals = map[*ssa.Global][]ssa.Instruction{}
		for _, fn := range e.withInit() {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					var operands [10]*ssa.Value
					for _, op := range in.Operands(operands[:0]) {
						if g, ok := (*op).(*ssa.Global); ok && !slices.Contains(e.globals[g], in) {
							e.globals[g] = append(e.globals[g], in)
						}
					}
				}
			}
		}
	}
	return e.globals[g]
}

// setsAlone reports whether nothing but this package sets its variable g: other
// packages can't name it, and it is set here, which the linker does only to texts
// that are not.
func (e *engine) setsAlone(g *ssa.Global) bool {
	obj := g.Object()
	if obj == nil || obj.Pkg() != e.pass.Pkg || obj.Exported() && obj.Pkg().Name() != "main" {
		return false
	}
	return slices.ContainsFunc(e.globalUses(g), func(in ssa.Instruction) bool {
		st, ok := in.(*ssa.Store)
		return ok && st.Addr == ssa.Value(g)
	})
}
