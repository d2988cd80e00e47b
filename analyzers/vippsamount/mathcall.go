package vippsamount

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/rule"
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

// cutBy gives the name of the function of the package math, Floor, Ceil or Trunc,
// that makes the float n whole where it was made, in the package at hand; "" where
// there is none.
func cutBy(pass *analysis.Pass, n flow.Number) string {
	if n.Verdict != flow.Float || !n.At.Pos.IsValid() {
		return ""
	}
	for _, node := range rule.PathTo(pass, n.At.Pos, n.At.End) {
		switch node := node.(type) {
		case *ast.CallExpr:
			switch name, _ := mathCall(pass, node); name {
			case "Floor", "Ceil", "Trunc":
				return name
			}
			if !pass.TypesInfo.Types[node.Fun].IsType() {
				return ""
			}
		case ast.Expr:
		default:
			return ""
		}
	}
	return ""
}
