package evidence

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// bodyNames lists the JSON names with which v is written, sorted: of its type,
// of the keys of a map literal, of what arrives in an interface. It gives nil
// where there are too many.
func (e *engine) bodyNames(v flow.Val) []string {
	var names []string
	e.addBodyNames(&names, v, "", 0)
	return sortedNames(names)
}

func (e *engine) addBodyNames(names *[]string, v flow.Val, prefix string, depth int) {
	t := v.Type()
	if t == nil || depth > maxNesting || len(*names) > maxNames || marshalsItself(t) {
		return
	}
	if types.IsInterface(t) && !code.IsTypeParam(t) {
		for _, o := range e.flow.Origins(v) {
			if ot := o.Val.Type(); ot != nil && !types.IsInterface(ot) {
				e.addBodyNames(names, o.Val, prefix, depth+1)
			}
		}
		return
	}
	switch u := code.Deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range jsonFields(u) {
			name := joinName(prefix, f.name)
			*names = append(*names, name)
			e.addBodyNames(names, v.Sub(f.path...), name, depth+1)
		}
	case *types.Slice:
		e.addBodyNames(names, v.Sub(flow.Elem), prefix+"[]", depth+1)
	case *types.Array:
		e.addBodyNames(names, v.Sub(flow.Elem), prefix+"[]", depth+1)
	case *types.Map:
		for _, key := range e.mapKeys(v) {
			name := joinName(prefix, key)
			*names = append(*names, name)
			e.addBodyNames(names, v.Sub(flow.Key(key)), name, depth+1)
		}
	}
}

// mapKeys lists the constant keys that are put into the map v where it is made,
// in the order of the source.
func (e *engine) mapKeys(v flow.Val) []string {
	var keys []string
	for _, o := range e.flow.Origins(v) {
		m, ok := o.Val.V.(*ssa.MakeMap)
		if !ok || len(o.Val.Path) > 0 {
			continue
		}
		for _, ref := range *m.Referrers() {
			up, ok := ref.(*ssa.MapUpdate)
			if !ok || up.Map != ssa.Value(m) {
				continue
			}
			if c, ok := up.Key.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
				keys = append(keys, constant.StringVal(c.Value))
			}
		}
	}
	return keys
}
