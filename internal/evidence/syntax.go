package evidence

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/relevant"
)

// syntax finds the expressions behind SSA instructions, which know single
// positions only.
type syntax struct {
	fset    *token.FileSet
	calls   map[token.Pos]*ast.CallExpr // by left parenthesis
	entries map[token.Pos]ast.Expr      // the value stored in a map, by colon or left bracket
}

func newSyntax(fset *token.FileSet, files []*ast.File) *syntax {
	s := &syntax{fset, map[token.Pos]*ast.CallExpr{}, map[token.Pos]ast.Expr{}}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				s.calls[n.Lparen] = n
			case *ast.KeyValueExpr:
				s.entries[n.Colon] = n.Value
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if x, ok := lhs.(*ast.IndexExpr); ok && len(n.Lhs) == len(n.Rhs) {
						s.entries[x.Lbrack] = n.Rhs[i]
					}
				}
			}
			return true
		})
	}
	return s
}

// A span is a range of the source.
type span struct{ pos, end token.Pos }

// call is the range of a whole call.
func (s *syntax) call(c ssa.CallInstruction) span {
	if x := s.calls[c.Common().Pos()]; x != nil {
		return span{x.Pos(), x.End()}
	}
	return span{c.Pos(), c.Pos()}
}

// argument is the range of argument i, as the called function numbers its
// parameters, and that of the whole call where the argument does not stand by
// itself.
func (s *syntax) argument(c ssa.CallInstruction, i int) span {
	x := s.calls[c.Common().Pos()]
	if x == nil {
		return s.call(c)
	}
	if c.Common().Signature().Recv() != nil && !c.Common().IsInvoke() && len(x.Args) < len(c.Common().Args) {
		if i == 0 {
			if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok {
				return span{sel.X.Pos(), sel.X.End()}
			}
		}
		i--
	}
	if i < 0 || i >= len(x.Args) {
		return s.call(c)
	}
	return span{x.Args[i].Pos(), x.Args[i].End()}
}

// entry is the range of the value that up puts into a map.
func (s *syntax) entry(up *ssa.MapUpdate) (span, bool) {
	x := s.entries[up.Pos()]
	if x == nil {
		return span{}, false
	}
	return span{x.Pos(), x.End()}, true
}

// inTest reports whether pos lies in a test file. A test may send on purpose
// what Vipps refuses, and plays Vipps itself; nothing in it is judged.
func (s *syntax) inTest(pos token.Pos) bool {
	return relevant.IsTest(s.fset.Position(pos).Filename)
}
