package evidence

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// setsAlone reports whether nothing but this package sets its variable g: other
// packages can't name it, and it is set here, which the linker does only to texts
// that are not.
func (e *engine) setsAlone(g *ssa.Global) bool {
	obj := g.Object()
	if obj == nil || obj.Pkg() != e.pass.Pkg || obj.Exported() && obj.Pkg().Name() != "main" {
		return false
	}
	return slices.ContainsFunc(e.flow.Unit.Uses(g), func(in ssa.Instruction) bool {
		st, ok := in.(*ssa.Store)
		return ok && st.Addr == ssa.Value(g)
	})
}
