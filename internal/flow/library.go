package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// library judges a result of a function of the standard library or of a decimal
// library that the table knows; nil where it is another function.
func (ev *evaluation) library(call *ssa.Call, result int, s spot) []reading {
	if name := mathName(call.Common()); name != "" {
		return ev.math(call, name, result, s)
	}
	return ev.decimal(call, result, s)
}

// qualified is the name of a function with its package, and its type where it
// is a method.
func qualified(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		if named, ok := types.Unalias(deref(recv.Type())).(*types.Named); ok {
			name = named.Obj().Name() + "." + name
		}
	}
	return fn.Pkg().Path() + "." + name
}
