package code

import (
	"go/ast"
	"go/token"
	"go/types"
)

// LiteralFields tells note of each field of a struct that a composite literal sets,
// with the value. Other literals set none.
func LiteralFields(info *types.Info, lit *ast.CompositeLit, note func(field *types.Var, value ast.Expr)) {
	t := info.TypeOf(lit)
	if t == nil {
		return
	}
	st, ok := Deref(t).Underlying().(*types.Struct) // a literal in a literal of pointers has a pointer's type
	if !ok {
		return
	}
	for i, elem := range lit.Elts {
		if kv, ok := elem.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok {
				if f, ok := info.Uses[key].(*types.Var); ok {
					note(f.Origin(), kv.Value)
				}
			}
		} else if i < st.NumFields() {
			note(st.Field(i).Origin(), elem)
		}
	}
}

// FieldWrites tells note of each field that a file sets by its name or in a
// literal, with the value. That is nil where it does not stand there: one of
// several results, and a field whose address is taken.
func FieldWrites(info *types.Info, file *ast.File, note func(field *types.Var, value ast.Expr)) {
	selected := func(x ast.Expr, value ast.Expr) {
		if sel, ok := ast.Unparen(x).(*ast.SelectorExpr); ok {
			if f, ok := info.Uses[sel.Sel].(*types.Var); ok && f.IsField() {
				note(f.Origin(), value)
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			LiteralFields(info, n, note)
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					selected(lhs, n.Rhs[i])
				} else {
					selected(lhs, nil)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				selected(n.X, nil)
			}
		}
		return true
	})
}
