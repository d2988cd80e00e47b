package vippsamount

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

const mathPath = "math"

// mathCall gives the name of the function of the package math that call calls,
// and where the name stands; "" where it calls another.
func mathCall(pass *analysis.Pass, call *ast.CallExpr) (string, *ast.Ident) {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		id = fun.Sel
	case *ast.Ident:
		id = fun
	default:
		return "", nil
	}
	fn, ok := pass.TypesInfo.Uses[id].(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg().Path() != mathPath {
		return "", nil
	}
	return fn.Name(), id
}
