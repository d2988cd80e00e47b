package rule

import (
	"go/ast"
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/place"
)

// TextAt finds the constant expression with a text at a place: around it, as the
// value that is stored there or an element of it, or as an argument of a call,
// where it is the only such element or argument.
func TextAt(pass *analysis.Pass, at place.Place, text string) ast.Expr {
	return constantAt(pass, at, func(expr ast.Expr) bool { return IsText(pass, expr, text) })
}

// NumberAt is TextAt for a number.
func NumberAt(pass *analysis.Pass, at place.Place, number float64) ast.Expr {
	return constantAt(pass, at, func(expr ast.Expr) bool {
		v := pass.TypesInfo.Types[expr].Value
		if v == nil || v.Kind() != constant.Int && v.Kind() != constant.Float {
			return false
		}
		n, _ := constant.Float64Val(v)
		return n == number
	})
}

func constantAt(pass *analysis.Pass, at place.Place, is func(ast.Expr) bool) ast.Expr {
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
		case *ast.CallExpr:
			stored = append([]ast.Expr{node}, only(node.Args, is)...)
		case ast.Expr:
			stored = []ast.Expr{node}
		}
		for _, expr := range stored {
			expr = ast.Unparen(expr)
			if is(expr) {
				return expr
			}
			if list, ok := expr.(*ast.CompositeLit); ok && list != node {
				for _, element := range only(list.Elts, is) {
					return ast.Unparen(element)
				}
			}
		}
		if _, ok := node.(ast.Stmt); ok {
			break
		}
	}
	return nil
}

// only is the one of list that is asked for, nothing where several are.
func only(list []ast.Expr, is func(ast.Expr) bool) []ast.Expr {
	var found []ast.Expr
	for _, expr := range list {
		if is(ast.Unparen(expr)) {
			found = append(found, expr)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
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
