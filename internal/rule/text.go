package rule

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/flow"
)

// TextAt finds the constant expression with a text at a place: around it, or as
// the value that is stored there.
func TextAt(pass *analysis.Pass, at flow.Place, text string) ast.Expr {
	if !at.Pos.IsValid() {
		return nil
	}
	for _, node := range PathTo(pass, at.Pos, at.End) {
		var stored []ast.Expr
		switch node := node.(type) {
		case *ast.KeyValueExpr:
			stored = []ast.Expr{node.Value}
		case *ast.AssignStmt:
			stored = node.Rhs
		case *ast.ValueSpec:
			stored = node.Values
		case ast.Expr:
			stored = []ast.Expr{node}
		}
		for _, expr := range stored {
			if expr = ast.Unparen(expr); IsText(pass, expr, text) {
				return expr
			}
		}
		if _, ok := node.(ast.Stmt); ok {
			break
		}
	}
	return nil
}

// IsText says whether expr is a constant with that text.
func IsText(pass *analysis.Pass, expr ast.Expr, text string) bool {
	v := pass.TypesInfo.Types[expr].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == text
}

// DeclaresConst says whether the node at the head of path is part of the
// declaration of constants.
func DeclaresConst(path []ast.Node) bool {
	for _, node := range path {
		if decl, ok := node.(*ast.GenDecl); ok {
			return decl.Tok == token.CONST
		}
	}
	return false
}
