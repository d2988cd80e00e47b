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
