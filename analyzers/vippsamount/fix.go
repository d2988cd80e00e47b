package vippsamount

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/rule"
)

// conversionAt finds the conversion to an integer at a place of the package at
// hand; nil where a call and no conversion cuts the float.
func conversionAt(pass *analysis.Pass, at flow.Place) *ast.CallExpr {
	for _, node := range rule.PathTo(pass, at.Pos, at.End) {
		switch node := node.(type) {
		case *ast.CallExpr:
			if isCut(pass, node) {
				return node
			}
		case ast.Stmt, *ast.FuncLit:
			return nil
		}
	}
	return nil
}

// isCut says whether call is a conversion of a float to an integer.
func isCut(pass *analysis.Pass, call *ast.CallExpr) bool {
	if len(call.Args) != 1 || !pass.TypesInfo.Types[call.Fun].IsType() {
		return false
	}
	return isFloat(pass.TypesInfo.TypeOf(call.Args[0])) && !isFloat(pass.TypesInfo.TypeOf(call))
}

// isFloat says whether values of t may be floats, those of a type parameter too.
func isFloat(t types.Type) bool {
	if t == nil {
		return false
	}
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		t = p.Constraint()
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsFloat != 0
	case *types.Interface:
		for e := range u.EmbeddedTypes() {
			if isFloat(e) {
				return true
			}
		}
	case *types.Union:
		for term := range u.Terms() {
			if isFloat(term.Type()) {
				return true
			}
		}
	}
	return false
}

// roundFix wraps the operand of a conversion in math.Round where that is the
// one right answer and math is imported; factor is the one by which the float
// was multiplied, 0 where none is known.
func roundFix(pass *analysis.Pass, conversion *ast.CallExpr, factor float64) []analysis.SuggestedFix {
	// Without a factor the float may still be in kroner, and so it may be where
	// the integer is multiplied afterwards: then rounding loses every øre.
	if factor == 0 || callsCutter(pass, conversion) || isMultiplied(pass, conversion) {
		return nil
	}
	name := mathName(pass, conversion.Pos())
	if name == "" {
		return nil
	}
	operand := conversion.Args[0]
	open, end := wrapping(pass, conversion, name)
	return []analysis.SuggestedFix{{
		Message: "round to the nearest whole øre",
		TextEdits: []analysis.TextEdit{
			{Pos: operand.Pos(), End: operand.Pos(), NewText: []byte(open)},
			{Pos: operand.End(), End: operand.End(), NewText: []byte(end)},
		},
	}}
}

// wrapping gives what goes before and behind the operand of a conversion to
// round it; math.Round takes no float32 and no named type.
func wrapping(pass *analysis.Pass, conversion *ast.CallExpr, math string) (open, end string) {
	if types.Identical(pass.TypesInfo.TypeOf(conversion.Args[0]), types.Typ[types.Float64]) {
		return math + ".Round(", ")"
	}
	return math + ".Round(float64(", "))"
}

// callsCutter says whether the operand of a conversion is made whole by a
// function that cuts: rounding after it comes too late.
func callsCutter(pass *analysis.Pass, conversion *ast.CallExpr) bool {
	found := false
	ast.Inspect(conversion.Args[0], func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
				if fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func); ok {
					switch fn.FullName() {
					case "math.Floor", "math.Ceil", "math.Trunc":
						found = true
					}
				}
			}
		}
		return !found
	})
	return found
}

// isMultiplied says whether the result of a conversion is a factor of a
// product.
func isMultiplied(pass *analysis.Pass, conversion *ast.CallExpr) bool {
	for _, node := range rule.PathTo(pass, conversion.Pos(), conversion.End()) {
		switch node := node.(type) {
		case *ast.CallExpr:
			if node != conversion && !pass.TypesInfo.Types[node.Fun].IsType() {
				return false
			}
		case *ast.ParenExpr:
		case *ast.BinaryExpr:
			return node.Op == token.MUL
		default:
			return false
		}
	}
	return false
}

// mathName gives the name under which the package math is known at pos; "" where
// it is not imported or something else has its name.
func mathName(pass *analysis.Pass, pos token.Pos) string {
	for _, file := range pass.Files {
		if pos < file.FileStart || file.FileEnd <= pos {
			continue
		}
		for _, spec := range file.Imports {
			name := pass.TypesInfo.PkgNameOf(spec)
			if name == nil || name.Imported().Path() != "math" || name.Name() == "." || name.Name() == "_" {
				continue
			}
			scope := pass.Pkg.Scope().Innermost(pos)
			if scope == nil {
				return ""
			}
			if _, obj := scope.LookupParent(name.Name(), pos); obj == name {
				return name.Name()
			}
		}
	}
	return ""
}
