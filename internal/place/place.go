// Package place names places in the source as a person and an editor read them:
// ranges of expressions, and the steps of a way.
package place

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// A Step is one place on the way of a value or of an answer.
type Step struct {
	Pos  token.Position
	Note string // lower case, no full stop: "multiplied by 100", "passed to Pay as amount"
}

// A Place is a range in the package at hand or a position in another one.
type Place struct {
	Pos, End token.Pos      // valid where the place is in the package at hand
	Position token.Position // always valid
}

// At is the range of the expression or statement that SSA names by pos: a call
// by its parenthesis, a selector by the selected name, other things by where
// they begin.
func At(pass *analysis.Pass, pos token.Pos) Place {
	if n := Node(pass, pos); n != nil {
		return Place{Pos: n.Pos(), End: n.End(), Position: pass.Fset.Position(n.Pos())}
	}
	return Place{Pos: pos, End: pos + 1, Position: pass.Fset.Position(pos)} // a brace
}

// Node is the syntax that SSA names by pos; nil where there is none.
func Node(pass *analysis.Pass, pos token.Pos) ast.Node {
	for _, n := range Around(pass, pos) {
		if namedBy(n, pos) {
			return n
		}
	}
	return nil
}

// Around is the syntax around pos, from the inside out.
func Around(pass *analysis.Pass, pos token.Pos) []ast.Node {
	for _, file := range pass.Files {
		if pos.IsValid() && file.FileStart <= pos && pos < file.FileEnd {
			path, _ := astutil.PathEnclosingInterval(file, pos, pos)
			return path
		}
	}
	return nil
}

// namedBy reports whether SSA names node n by pos.
func namedBy(n ast.Node, pos token.Pos) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		return n.Lparen == pos
	case *ast.SelectorExpr:
		return n.Sel.Pos() == pos
	case *ast.BinaryExpr:
		return n.OpPos == pos
	case *ast.ReturnStmt, *ast.GoStmt, *ast.DeferStmt:
		return n.Pos() == pos
	}
	return false
}
