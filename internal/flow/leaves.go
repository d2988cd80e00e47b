package flow

import (
	"go/types"
)

// maxLeaves bounds the parts of one result that a summary tells of.
const maxLeaves = 60

// A leaf is a part of a type that a summary tells of.
type leaf struct {
	path   Path
	number bool // it is a number, or an interface that may hold one
}

// leaves lists the basic parts of t in the order of its fields, and t itself
// where it is a reference that may be handed on as a whole.
func leaves(t types.Type) []leaf {
	var list []leaf
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Struct, *types.Slice, *types.Map, *types.Signature, *types.Chan:
		list = append(list, leaf{})
	}
	var walk func(t types.Type, path Path, above []types.Type)
	walk = func(t types.Type, path Path, above []types.Type) {
		if len(list) >= maxLeaves || len(path) > maxPath {
			return
		}
		for _, a := range above {
			if types.Identical(a, t) {
				return
			}
		}
		if _, ok := types.Unalias(t).(*types.TypeParam); ok {
			list = append(list, leaf{path, true})
			return
		}
		above = append(above[:len(above):len(above)], t)
		switch u := t.Underlying().(type) {
		case *types.Basic:
			switch {
			case u.Info()&types.IsNumeric != 0:
				list = append(list, leaf{path, true})
			case u.Info()&types.IsString != 0:
				list = append(list, leaf{path, false})
			}
		case *types.Interface:
			if u.NumMethods() == 0 {
				list = append(list, leaf{path, true})
			}
		case *types.Pointer:
			walk(u.Elem(), path, above)
		case *types.Slice:
			walk(u.Elem(), join(path, Elem), above)
		case *types.Array:
			walk(u.Elem(), join(path, Elem), above)
		case *types.Map:
			walk(u.Elem(), join(path, Elem), above)
		case *types.Struct:
			for i := range u.NumFields() {
				walk(u.Field(i).Type(), join(path, Field(i)), above)
			}
		}
	}
	walk(t, nil, nil)
	return list
}
