package place

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/relevant"
)

// An Index finds the calls of a package, their arguments and what is put into
// maps behind SSA instructions, as At does for one place, without a search.
type Index struct {
	fset    *token.FileSet
	calls   map[token.Pos]*ast.CallExpr // by left parenthesis
	entries map[token.Pos]ast.Expr      // the value stored in a map, by colon or left bracket
}

// NewIndex indexes the files of a package.
func NewIndex(fset *token.FileSet, files []*ast.File) *Index {
	x := &Index{fset, map[token.Pos]*ast.CallExpr{}, map[token.Pos]ast.Expr{}}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				x.calls[n.Lparen] = n
			case *ast.KeyValueExpr:
				x.entries[n.Colon] = n.Value
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if el, ok := lhs.(*ast.IndexExpr); ok && len(n.Lhs) == len(n.Rhs) {
						x.entries[el.Lbrack] = n.Rhs[i]
					}
				}
			}
			return true
		})
	}
	return x
}

// A Span is a range in the package at hand.
type Span struct{ Pos, End token.Pos }

// SpanOf is the range of n.
func SpanOf(n ast.Node) Span { return Span{n.Pos(), n.End()} }

// Call is the range of a whole call, and the position of the instruction where no
// call stands in the source.
func (x *Index) Call(c ssa.CallInstruction) Span {
	if n := x.calls[c.Common().Pos()]; n != nil {
		return SpanOf(n)
	}
	return Span{c.Pos(), c.Pos()}
}

// Argument is the range of argument i, as the called function numbers its
// parameters, and that of the whole call where the argument does not stand by
// itself.
func (x *Index) Argument(c ssa.CallInstruction, i int) Span {
	n := x.calls[c.Common().Pos()]
	if n == nil {
		return x.Call(c)
	}
	if c.Common().Signature().Recv() != nil && !c.Common().IsInvoke() && len(n.Args) < len(c.Common().Args) {
		if i == 0 {
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok {
				return SpanOf(sel.X)
			}
		}
		i--
	}
	if i < 0 || i >= len(n.Args) {
		return x.Call(c)
	}
	return SpanOf(n.Args[i])
}

// Entry is the range of the value that up puts into a map; false where it does
// not stand in the source.
func (x *Index) Entry(up *ssa.MapUpdate) (Span, bool) {
	n := x.entries[up.Pos()]
	if n == nil {
		return Span{}, false
	}
	return SpanOf(n), true
}

// InTest reports whether pos lies in a test file. A test may send on purpose what
// Vipps refuses, and plays Vipps itself; nothing in it is judged.
func (x *Index) InTest(pos token.Pos) bool {
	return relevant.IsTest(x.fset.Position(pos).Filename)
}
