package fate

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// A test is the statement in whose condition a comparison with nil stands. SSA
// folds away branches that do nothing, and has no else.
type test struct {
	stmt   ast.Node // *ast.IfStmt, *ast.CaseClause of a switch without a tag, or another
	cond   ast.Expr // the whole condition
	forNil bool     // it holds where the error is nil
}

// testAt is the test of which SSA names the comparison by pos, and nil where a
// comparison is no part of one.
func (r *Result) testAt(pos token.Pos) *test {
	path := place.Around(r.pass, pos)
	for i, n := range path {
		cmp, ok := n.(*ast.BinaryExpr)
		if !ok || cmp.OpPos != pos {
			continue
		}
		t := test{cond: cmp, forNil: cmp.Op == token.EQL}
		for _, up := range path[i+1:] {
			switch up := up.(type) {
			case *ast.ParenExpr:
			case *ast.UnaryExpr:
				if up.Op == token.NOT {
					t.forNil = !t.forNil
				}
			case *ast.BinaryExpr:
			default:
				t.stmt = up
				return &t
			}
			t.cond = up.(ast.Expr)
		}
	}
	return nil
}

// otherSide reports whether the statement has an else.
func (t *test) otherSide() bool {
	stmt, ok := t.stmt.(*ast.IfStmt)
	return ok && stmt.Else != nil
}

// errorSide is what the statement does with the error; nil: not known.
func (t *test) errorSide() ast.Node {
	switch stmt := t.stmt.(type) {
	case *ast.IfStmt:
		if !t.forNil {
			return stmt.Body
		}
		return stmt.Else
	case *ast.CaseClause:
		if !t.forNil {
			return stmt
		}
	}
	return nil
}

// assignsBeyond reports whether a branch sets a variable that is declared
// outside of it. Errors are followed, so they do not count.
func (r *Result) assignsBeyond(branch ast.Node) bool {
	found := false
	sets := func(e ast.Expr) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := r.pass.TypesInfo.Uses[id].(*types.Var)
		found = found || ok && !code.IsError(v.Type()) && (v.Pos() < branch.Pos() || branch.End() <= v.Pos())
	}
	if branch == nil {
		return false
	}
	ast.Inspect(branch, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				sets(e)
			}
		case *ast.IncDecStmt:
			sets(n.X)
		}
		return true
	})
	return found
}

// head is block to, which the way comes to when the test finds the error, if it
// belongs to the error and to the other conditions of the same test alone.
func (t *test) head(to *ssa.BasicBlock) *ssa.BasicBlock {
	if len(to.Preds) == 1 {
		return to
	}
	for _, p := range to.Preds {
		branch, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If)
		if !ok || !t.holds(branch.Cond) {
			return nil
		}
	}
	return to
}

// holds reports whether v is computed in the condition.
func (t *test) holds(v ssa.Value) bool {
	if not, ok := v.(*ssa.UnOp); ok && not.Op == token.NOT {
		v = not.X
	}
	return t.cond.Pos() <= v.Pos() && v.Pos() < t.cond.End()
}

// emptyBranch reports whether cmp is the test of a branch that does nothing, and
// decides nothing in SSA for that.
func (r *Result) emptyBranch(cmp *ssa.BinOp) bool {
	for _, ref := range *cmp.Referrers() {
		if _, debug := ref.(*ssa.DebugRef); !debug {
			return false
		}
	}
	t := r.testAt(cmp.Pos())
	if t == nil {
		return false
	}
	switch stmt := t.stmt.(type) {
	case *ast.IfStmt:
		return t.cond == stmt.Cond && (!t.forNil || stmt.Else != nil)
	case *ast.CaseClause:
		return !t.forNil && slices.Contains(stmt.List, t.cond)
	}
	return false
}

// comparisonAt is the range of the comparison that SSA names by pos: of a case
// of a switch with a tag, the value.
func (r *Result) comparisonAt(pos token.Pos) place.Place {
	path := place.Around(r.pass, pos)
	for i, n := range path {
		clause, ok := n.(*ast.CaseClause)
		if !ok || i == 0 {
			continue
		}
		if e, ok := path[i-1].(ast.Expr); ok && e.Pos() == pos && slices.Contains(clause.List, e) {
			return place.Place{Pos: e.Pos(), End: e.End(), Position: r.pass.Fset.Position(pos)}
		}
	}
	return place.At(r.pass, pos)
}

// overItems reports whether the innermost loop around pos goes through the items
// of a list, so that each round asks for another thing. A loop that counts, or
// has no end, tries the same thing again.
func (r *Result) overItems(pos token.Pos) bool {
	for _, n := range place.Around(r.pass, pos) {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		case *ast.RangeStmt:
			if !named(n.Key) && !named(n.Value) {
				return false
			}
			b, ok := r.pass.TypesInfo.TypeOf(n.X).Underlying().(*types.Basic)
			return !ok || b.Info()&types.IsInteger == 0
		case *ast.ForStmt:
			return asksForMore(n.Cond)
		}
	}
	return false
}

func named(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name != "_"
}

// asksForMore reports whether the condition of a loop asks for the length of a
// list, or for the next row or line.
func asksForMore(cond ast.Expr) bool {
	found := false
	if cond == nil {
		return false
	}
	ast.Inspect(cond, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch f := call.Fun.(type) {
		case *ast.Ident:
			found = found || f.Name == "len"
		case *ast.SelectorExpr:
			found = found || f.Sel.Name == "Next" || f.Sel.Name == "Scan"
		}
		return true
	})
	return found
}

// countsRounds reports whether an instruction stands in the head of a loop. Some
// of those have no position.
func (r *Result) countsRounds(in ssa.Instruction) bool {
	pos := in.Pos()
	for _, n := range place.Around(r.pass, pos) {
		switch loop := n.(type) {
		case *ast.ForStmt:
			return pos < loop.Body.Pos()
		case *ast.RangeStmt:
			return pos < loop.Body.Pos()
		}
	}
	_, sum := in.(*ssa.BinOp)
	return sum && !pos.IsValid()
}
