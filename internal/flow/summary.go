package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// objectOf is the declared function of fn, the generic one of an instance.
func objectOf(fn *ssa.Function) *types.Func {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	return obj.Origin()
}

func (r *Result) summarize() {}
