package vippsamount

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/imports"
	"github.com/vippslint/vippslint/internal/rule"
)

// fieldFix makes a float field an int64 and rounds what is stored in it. It
// gives none unless every use of the field is in the package at hand and a
// store of what is known to be in øre, and the package compiles afterwards.
func fieldFix(pass *analysis.Pass, t *evidence.FloatType) []analysis.SuggestedFix {
	if t.Var.Pkg() != pass.Pkg || t.Pos != t.Var.Pos() || hasFilesUnseen(pass) || isExposed(pass.Pkg, t.Var) {
		return nil
	}
	spelled := fieldType(pass, t.Var)
	if spelled == nil {
		return nil
	}
	edits := []analysis.TextEdit{{Pos: spelled.Pos(), End: spelled.End(), NewText: []byte("int64")}}
	stores, ok := storesOf(pass, t.Var)
	if !ok {
		return nil
	}
	for _, x := range stores {
		more, ok := integerEdits(pass, x)
		if !ok {
			return nil
		}
		edits = append(edits, more...)
	}
	edits = withoutDoubles(edits)
	if !compiles(pass, edits) {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("make %s an int64 and round what is stored in it", t.Var.Name()),
		TextEdits: edits,
	}}
}

// hasFilesUnseen says whether the package has Go files that are left out of this
// build, in which the field may be used as well.
func hasFilesUnseen(pass *analysis.Pass) bool {
	for _, name := range pass.IgnoredFiles {
		if strings.HasSuffix(name, ".go") {
			return true
		}
	}
	return false
}

// fieldType is the type of a field as it is written, where it is the field's
// alone and a plain float or the name of one.
func fieldType(pass *analysis.Pass, v *types.Var) ast.Expr {
	if b, ok := v.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsFloat == 0 {
		return nil
	}
	for _, node := range rule.PathTo(pass, v.Pos(), v.Pos()+token.Pos(len(v.Name()))) {
		if field, ok := node.(*ast.Field); ok {
			if _, named := ast.Unparen(field.Type).(*ast.Ident); named && len(field.Names) == 1 {
				return field.Type
			}
			return nil
		}
	}
	return nil
}

// storesOf lists what is stored in a field, by assignment or in a literal; false
// where it is used in any other way.
func storesOf(pass *analysis.Pass, v *types.Var) (stores []ast.Expr, ok bool) {
	uses := map[*ast.Ident]bool{} // true where it is a store
	note := func(x ast.Expr, value ast.Expr) {
		var id *ast.Ident
		switch x := ast.Unparen(x).(type) {
		case *ast.Ident:
			id = x
		case *ast.SelectorExpr:
			id = x.Sel
		}
		if id != nil && isField(pass.TypesInfo.Uses[id], v) {
			uses[id] = true
			stores = append(stores, value)
		}
	}
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN && len(n.Lhs) == len(n.Rhs) {
					for i, x := range n.Lhs {
						note(x, n.Rhs[i])
					}
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok {
					note(key, n.Value)
				}
			case *ast.CompositeLit:
				if x := unkeyed(pass, n, v); x != nil {
					stores = append(stores, x)
				}
			}
			return true
		})
	}
	for id, obj := range pass.TypesInfo.Uses {
		if isField(obj, v) && !uses[id] {
			return nil, false
		}
	}
	return stores, true
}

func isField(obj types.Object, v *types.Var) bool {
	used, ok := obj.(*types.Var)
	return ok && used.Origin() == v.Origin()
}

// unkeyed is what a struct literal without keys has for a field, or nil.
func unkeyed(pass *analysis.Pass, lit *ast.CompositeLit, v *types.Var) ast.Expr {
	t := pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok { // &T left out in a list
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || s.NumFields() != len(lit.Elts) {
		return nil
	}
	for i := range s.NumFields() {
		if _, keyed := lit.Elts[i].(*ast.KeyValueExpr); !keyed && isField(s.Field(i), v) {
			return lit.Elts[i]
		}
	}
	return nil
}

// integerEdits make an int64 of a float expression that is known to be in øre:
// a whole constant, a converted integer, what is rounded, or kroner times
// hundred. ok is false for others, which may be in kroner.
func integerEdits(pass *analysis.Pass, x ast.Expr) (edits []analysis.TextEdit, ok bool) {
	if value := pass.TypesInfo.Types[x].Value; value != nil {
		return nil, constant.ToInt(value).Kind() == constant.Int
	}
	if call, isCall := ast.Unparen(x).(*ast.CallExpr); isCall && len(call.Args) == 1 {
		if pass.TypesInfo.Types[call.Fun].IsType() {
			if isInteger(pass.TypesInfo.TypeOf(call.Args[0])) {
				return []analysis.TextEdit{{Pos: call.Fun.Pos(), End: call.Fun.End(), NewText: []byte("int64")}}, true
			}
			return integerEdits(pass, call.Args[0])
		}
		if name, _ := mathCall(pass, call); name == "Round" || name == "RoundToEven" {
			return around(x, "int64(", ")"), true
		}
	}
	if !isTimesHundred(pass, x) {
		return nil, false
	}
	qualifier, edits, ok := imports.Qualifier(pass, x.Pos(), mathPath, "Round")
	open, end := wrapping(pass, x, qualifier)
	return append(edits, around(x, "int64("+open, end+")")...), ok
}

func around(x ast.Expr, open, end string) []analysis.TextEdit {
	return []analysis.TextEdit{
		{Pos: x.Pos(), End: x.Pos(), NewText: []byte(open)},
		{Pos: x.End(), End: x.End(), NewText: []byte(end)},
	}
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// isTimesHundred says whether x is a product with the factor between kroner and
// øre.
func isTimesHundred(pass *analysis.Pass, x ast.Expr) bool {
	product, ok := ast.Unparen(x).(*ast.BinaryExpr)
	if !ok || product.Op != token.MUL {
		return false
	}
	for _, side := range []ast.Expr{product.X, product.Y} {
		if value := pass.TypesInfo.Types[side].Value; value != nil {
			if factor, exact := constant.Int64Val(constant.ToInt(value)); exact && factor == orePerKrone {
				return true
			}
		}
	}
	return false
}

// withoutDoubles keeps one of several equal edits.
func withoutDoubles(edits []analysis.TextEdit) []analysis.TextEdit {
	var kept []analysis.TextEdit
	seen := map[string]bool{}
	for _, e := range edits {
		key := fmt.Sprintf("%d-%d:%s", e.Pos, e.End, e.NewText)
		if !seen[key] {
			seen[key] = true
			kept = append(kept, e)
		}
	}
	return kept
}
