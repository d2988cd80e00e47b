package secret

import (
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
)

// findConfigurations notes which structs of the package are configurations of
// Vipps': a function takes one and uses several of its fields as secrets, and no
// other takes one for something else. What is in them is secret then whatever the
// instance: most configurations are filled where nobody sees who takes them.
func (e *engine) findConfigurations() {
	used := map[*types.TypeName][]ParamUse{}
	var order []*types.TypeName
	other := map[*types.TypeName]bool{}
	for _, fn := range e.fl.Unit.Funcs {
		if e.inTest(fn.Pos()) {
			continue
		}
		for i, p := range fn.Params {
			t := e.ownStruct(p.Type())
			if t == nil || fn.Signature.Recv() != nil && i == 0 {
				continue
			}
			takes := false
			for _, u := range e.params[fn] {
				if u.Index == i && len(u.Path) > 0 && fieldAt(p.Type(), u.Path[0]) != nil {
					used[t], takes = append(used[t], u), true
				}
			}
			other[t] = other[t] || !takes
			if takes && !slices.Contains(order, t) {
				order = append(order, t)
			}
		}
	}
	for _, t := range order {
		var fields []*types.Var
		for _, u := range used[t] {
			if f := fieldAt(t.Type(), u.Path[0]); !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
		if other[t] || len(fields) < 2 {
			continue
		}
		for _, u := range used[t] {
			from := use{kind: u.Kind, quiet: u.Quiet}
			if u.Reason.Note != "" {
				from.reasons = append(from.reasons, u.Reason)
			}
			e.field(from, fieldAt(t.Type(), u.Path[0]), u.Path[1:])
		}
	}
}

// ownStruct is the name of the struct of this package that t is or points to; nil
// for any other type.
func (e *engine) ownStruct(t types.Type) *types.TypeName {
	named, ok := types.Unalias(code.Deref(t)).(*types.Named)
	if !ok || named.Obj().Pkg() != e.pass.Pkg {
		return nil
	}
	if _, ok := named.Underlying().(*types.Struct); !ok {
		return nil
	}
	return named.Origin().Obj()
}
