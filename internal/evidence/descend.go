package evidence

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// A leaf is what stands at a JSON path of a body.
type leaf struct {
	val   flow.Val
	form  Form
	vars  []*types.Var // the struct fields on the way, outermost first
	entry flow.Val     // the innermost map entry on the way; its V is nil where there is none
}

// descend goes from v down the JSON path segs and calls yield for each value
// that it finds there: one for a struct, one for each value that is known to
// arrive in an interface. An interface that comes from a parameter is yielded
// to open with what is left of the path.
func (e *engine) descend(v flow.Val, segs []string, yield func(leaf), open func(flow.Val, []string)) {
	e.descendFrom(leaf{val: v}, segs, yield, open, 0)
}

func (e *engine) descendFrom(l leaf, segs []string, yield func(leaf), open func(flow.Val, []string), depth int) {
	t := l.val.Type()
	if t == nil || depth > 2*maxNesting { // in a map of maps every second step is an interface
		return
	}
	if types.IsInterface(t) && !isTypeParam(t) {
		e.descendInterface(l, segs, yield, open, depth)
		return
	}
	if len(segs) == 0 {
		yield(l)
		return
	}
	if marshalsItself(t) {
		return
	}
	switch u := deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range jsonFields(u) {
			if f.name == segs[0] {
				next := l
				next.val, next.vars = l.val.Sub(f.path...), append(slices.Clip(l.vars), f.v)
				e.descendFrom(next, segs[1:], yield, open, depth+1)
				return
			}
		}
	case *types.Slice, *types.Array:
		if segs[0] == flow.Elem {
			l.val = l.val.Sub(flow.Elem)
			e.descendFrom(l, segs[1:], yield, open, depth+1)
		}
	case *types.Map:
		if segs[0] != flow.Elem {
			l.val, l.form = l.val.Sub(flow.Key(segs[0])), Dynamic
			l.entry = l.val
			e.descendFrom(l, segs[1:], yield, open, depth+1)
		}
	}
}

// descendInterface goes on in each concrete value that arrives in l.
func (e *engine) descendInterface(l leaf, segs []string, yield func(leaf), open func(flow.Val, []string), depth int) {
	for _, o := range e.flow.Origins(l.val) {
		if c, ok := o.Val.V.(*ssa.Const); ok && c.IsNil() {
			continue
		}
		t := o.Val.Type()
		if t == nil {
			continue
		}
		if types.IsInterface(t) {
			if _, ok := o.Val.V.(*ssa.Parameter); ok {
				open(o.Val, segs)
			}
			continue
		}
		next := l
		next.val = o.Val
		if depth > 0 {
			next.form = Dynamic
		}
		e.descendFrom(next, segs, yield, open, depth+1)
	}
}

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
	if types.IsInterface(t) && !isTypeParam(t) {
		for _, o := range e.flow.Origins(v) {
			if ot := o.Val.Type(); ot != nil && !types.IsInterface(ot) {
				e.addBodyNames(names, o.Val, prefix, depth+1)
			}
		}
		return
	}
	switch u := deref(t).Underlying().(type) {
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

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}
