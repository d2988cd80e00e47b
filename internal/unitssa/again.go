package unitssa

import (
	"go/ast"
	"go/types"

	"github.com/vippslint/vippslint/internal/makers"
)

// retries reports whether fn may run a function that it is given again until that
// gives no error: it takes one that gives an error, gives one itself, and loops.
func retries(fn *types.Func, body *ast.BlockStmt) bool {
	if !givesError(fn.Signature()) {
		return false
	}
	takes := false
	for v := range fn.Signature().Params().Variables() {
		sig, ok := v.Type().Underlying().(*types.Signature)
		takes = takes || ok && givesError(sig)
	}
	loops := false
	if takes {
		ast.Inspect(body, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.ForStmt, *ast.RangeStmt:
				loops = true
			}
			return !loops
		})
	}
	return loops
}

// givesError reports whether the last result of a function is an error.
func givesError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && types.Identical(sig.Results().At(n-1).Type(), types.Universe.Lookup("error").Type())
}

// givesName reports whether fn gives a text, or bytes of a fixed number, first.
func givesName(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	switch t := results.At(0).Type().Underlying().(type) {
	case *types.Basic:
		return t.Info()&types.IsString != 0
	case *types.Array:
		return true
	}
	return false
}

// makesNames reports whether obj is a function that gives another value each
// time.
func makesNames(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && makers.Makes(fn)
}
