package vippsresponse

import (
	"go/ast"
	"go/printer"
	"go/types"
	"strings"
)

// failure writes a return from the site's function: a zero value for each
// result and err for the last. It is "" where a type has no name at the site.
func (s *site) failure(err string) string {
	sig, syntax := s.signature()
	exprs := resultTypes(syntax)
	if len(exprs) != sig.Results().Len() {
		return ""
	}
	var values []string
	for i, expr := range exprs[:len(exprs)-1] {
		value := s.zero(sig.Results().At(i).Type(), expr)
		if value == "" {
			return ""
		}
		values = append(values, value)
	}
	return "return " + strings.Join(append(values, err), ", ")
}

// resultTypes lists the types of the results as they are written, one for each.
func resultTypes(fn *ast.FuncType) []ast.Expr {
	var exprs []ast.Expr
	for _, field := range fn.Results.List {
		for range max(1, len(field.Names)) {
			exprs = append(exprs, field.Type)
		}
	}
	return exprs
}

// zero writes the zero value of a type that the function's results name as
// expr; "" where it can't be written at the site.
func (s *site) zero(t types.Type, expr ast.Expr) string {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return s.typed(expr, "*new(", ")", "new")
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return s.builtin("false")
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsNumeric != 0:
			return "0"
		}
		return s.builtin("nil")
	case *types.Struct, *types.Array:
		return s.typed(ast.Unparen(expr), "", "{}")
	}
	return s.builtin("nil")
}

// builtin gives a name of the language where it still means that at the site.
func (s *site) builtin(name string) string {
	if s.lookup(name) == types.Universe.Lookup(name) {
		return name
	}
	return ""
}

// typed writes a type between two texts, "" where one of its names, or of those
// that are needed beside it, means something else at the site.
func (s *site) typed(expr ast.Expr, before, after string, needed ...string) string {
	for _, name := range needed {
		if s.builtin(name) == "" {
			return ""
		}
	}
	same := true
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			ast.Inspect(n.X, visit)
			return false
		case *ast.Field: // its name is looked up nowhere
			ast.Inspect(n.Type, visit)
			return false
		case *ast.Ident:
			same = same && n.Name != "err" && s.lookup(n.Name) == s.pass.TypesInfo.Uses[n]
		}
		return true
	}
	ast.Inspect(expr, visit)
	if !same {
		return ""
	}
	var b strings.Builder
	b.WriteString(before)
	if err := printer.Fprint(&b, s.pass.Fset, expr); err != nil {
		return ""
	}
	b.WriteString(after)
	return b.String()
}

// lookup gives what a name means at the site.
func (s *site) lookup(name string) types.Object {
	_, obj := s.scope().LookupParent(name, s.stmt.Pos())
	return obj
}

// scope is the innermost scope around the statement.
func (s *site) scope() *types.Scope {
	if scope := s.pass.Pkg.Scope().Innermost(s.stmt.Pos()); scope != nil {
		return scope
	}
	return types.Universe
}
