package rule

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// PathTo gives the nodes around a range of the package at hand, from the inside
// out; nil where the range is in none of its files.
func PathTo(pass *analysis.Pass, pos, end token.Pos) []ast.Node {
	for _, file := range pass.Files {
		if file.FileStart <= pos && pos < file.FileEnd {
			path, _ := astutil.PathEnclosingInterval(file, pos, max(pos, end))
			return path
		}
	}
	return nil
}

// StoredBy is the value that a field of a literal or an assignment of one value
// stores, nil for an assignment of several. ok is false for anything else.
func StoredBy(node ast.Node) (value ast.Expr, ok bool) {
	switch node := node.(type) {
	case *ast.KeyValueExpr:
		return node.Value, true
	case *ast.AssignStmt:
		if len(node.Lhs) == 1 && len(node.Rhs) == 1 {
			return node.Rhs[0], true
		}
		return nil, true
	}
	return nil, false
}
