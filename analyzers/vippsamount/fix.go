package vippsamount

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/imports"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/rule"
)

// conversionAt finds the conversion to an integer at a place of the package at
// hand; nil where a call and no conversion cuts the float.
func conversionAt(pass *analysis.Pass, at place.Place) *ast.CallExpr {
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

// leastFactor is what a float must have been multiplied by for its whole part to
// count as øre. Below, it may be in kroner still, with a discount or without the
// VAT, or in tens of øre, and rounding would lose the øre.
const leastFactor = 10

// roundFix rounds the operand of a conversion where that is the one right
// answer; factor is the one by which the float was multiplied, 0 where none is
// known.
func roundFix(pass *analysis.Pass, conversion *ast.CallExpr, factor float64) []analysis.SuggestedFix {
	if factor <= leastFactor || factor < orePerKrone && isMultiplied(pass, conversion) {
		return nil
	}
	edits := roundEdits(pass, conversion)
	if edits == nil {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "round to the nearest whole øre", TextEdits: edits}}
}

// roundEdits makes math.Round of the functions in the operand of a conversion
// that round to one side, and wraps it in math.Round where there are none.
func roundEdits(pass *analysis.Pass, conversion *ast.CallExpr) []analysis.TextEdit {
	operand := conversion.Args[0]
	if cutters := cuttersIn(pass, operand); len(cutters) > 0 {
		if !isSumOfWholes(pass, operand) {
			return nil // rounding after them comes too late
		}
		var edits []analysis.TextEdit
		for _, c := range cutters {
			edits = append(edits, analysis.TextEdit{Pos: c.name.Pos(), End: c.name.End(), NewText: []byte("Round")})
		}
		return edits
	}
	if isCutBefore(pass, operand) || isSumOfWholes(pass, operand) {
		return nil
	}
	qualifier, edits, ok := imports.Qualifier(pass, conversion.Pos(), mathPath, "Round")
	if !ok {
		return nil
	}
	open, end := wrapping(pass, operand, qualifier)
	return append(edits,
		analysis.TextEdit{Pos: operand.Pos(), End: operand.Pos(), NewText: []byte(open)},
		analysis.TextEdit{Pos: operand.End(), End: operand.End(), NewText: []byte(end)},
	)
}

// wrapping gives what goes before and behind a float to round it; math.Round
// takes no float32 and no named type. qualifier is "math." or what stands for it.
func wrapping(pass *analysis.Pass, x ast.Expr, qualifier string) (open, end string) {
	if types.Identical(pass.TypesInfo.TypeOf(x), types.Typ[types.Float64]) {
		return qualifier + "Round(", ")"
	}
	return qualifier + "Round(float64(", "))"
}

// A cutter is a call of a function that makes a float whole by rounding it to
// one side.
type cutter struct {
	call *ast.CallExpr
	name *ast.Ident // Floor, Ceil or Trunc
}

// cuttersIn lists the cutters in an expression or a file.
func cuttersIn(pass *analysis.Pass, in ast.Node) []cutter {
	var found []cutter
	ast.Inspect(in, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch fn, name := mathCall(pass, call); fn {
			case "Floor", "Ceil", "Trunc":
				found = append(found, cutter{call, name})
			}
		}
		return true
	})
	return found
}

// isCutBefore says whether an expression without a product may be made of what
// Floor, Ceil or Trunc made of a product somewhere else in the package, so that
// rounding it comes too late.
func isCutBefore(pass *analysis.Pass, x ast.Expr) bool {
	if hasProduct(x) {
		return false
	}
	for _, file := range pass.Files {
		for _, c := range cuttersIn(pass, file) {
			if hasProduct(c.call.Args[0]) {
				return true
			}
		}
	}
	return false
}

func hasProduct(x ast.Expr) bool {
	found := false
	ast.Inspect(x, func(n ast.Node) bool {
		if op, ok := n.(*ast.BinaryExpr); ok && (op.Op == token.MUL || op.Op == token.QUO) {
			found = true
		}
		return !found
	})
	return found
}

// isSumOfWholes says whether an expression is a cutter, a rounded value, a
// whole constant, or a sum or difference of these: then it is whole and right
// once the cutters round.
func isSumOfWholes(pass *analysis.Pass, x ast.Expr) bool {
	if value := pass.TypesInfo.Types[x].Value; value != nil {
		return constant.ToInt(value).Kind() == constant.Int
	}
	switch x := x.(type) {
	case *ast.ParenExpr:
		return isSumOfWholes(pass, x.X)
	case *ast.BinaryExpr:
		return (x.Op == token.ADD || x.Op == token.SUB) && isSumOfWholes(pass, x.X) && isSumOfWholes(pass, x.Y)
	case *ast.CallExpr:
		if len(x.Args) == 1 && pass.TypesInfo.Types[x.Fun].IsType() {
			return isFloat(pass.TypesInfo.TypeOf(x)) && isSumOfWholes(pass, x.Args[0])
		}
		switch fn, _ := mathCall(pass, x); fn {
		case "Floor", "Ceil", "Trunc":
			return len(cuttersIn(pass, x.Args[0])) == 0
		case "Round", "RoundToEven":
			return true
		}
	}
	return false
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
