package unitssa

import (
	"go/ast"
	"go/types"
	"slices"
)

// addAlone adds the functions that are wanted for their own sake only, without
// those that they mention: in a helper, those that call an interface's method
// and are given an error, and those that drop what such a one gives them; and
// those that mention a type with a chosen method, since they may put it behind
// an interface.
func (c chosen) addAlone(info *types.Info, nodes []*node, home map[types.Object]*node) {
	typed := make(map[types.Object]bool)
	for obj, n := range home {
		if fn, ok := obj.(*types.Func); ok && n.wanted {
			if recv := fn.Signature().Recv(); recv != nil {
				typed[typeName(recv.Type())] = true
			}
		}
	}
	asking := make(map[types.Object]bool)
	for obj, n := range home {
		asking[obj] = n.alone
	}
	for _, n := range nodes {
		mentions := func() bool {
			return slices.ContainsFunc(n.mentions, func(obj types.Object) bool { return typed[obj] })
		}
		if n.decl != nil && (n.alone || mentions() || n.drops(info, asking)) {
			c.decls[n.decl] = true
		}
	}
}

// drops reports whether a statement of n is a bare call of one of those
// functions, which may hand on the error that they were given.
func (n *node) drops(info *types.Info, asking map[types.Object]bool) bool {
	if !slices.ContainsFunc(n.mentions, func(obj types.Object) bool { return asking[obj] }) {
		return false
	}
	found := false
	check := func(x ast.Expr) {
		call, ok := ast.Unparen(x).(*ast.CallExpr)
		if !ok {
			return
		}
		switch f := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			found = found || asking[info.Uses[f]]
		case *ast.SelectorExpr:
			found = found || asking[info.Uses[f.Sel]]
		}
	}
	ast.Inspect(n.decl.Body, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.ExprStmt:
			check(x.X)
		case *ast.GoStmt:
			check(x.Call)
		case *ast.DeferStmt:
			check(x.Call)
		case *ast.AssignStmt:
			if id, ok := x.Lhs[len(x.Lhs)-1].(*ast.Ident); ok && id.Name == "_" && len(x.Rhs) == 1 {
				check(x.Rhs[0])
			}
		}
		return !found
	})
	return found
}

// typeName is the declaration of the named type that t is or points to, or nil.
func typeName(t types.Type) types.Object {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// asksInterface reports whether call goes to a method of an interface that is
// not the standard library's, or to a function in a field, and gives an error.
// In a helper the function in a field cannot be one that asks Vipps.
func (s *scanner) asksInterface(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	m := s.pass.TypesInfo.Selections[sel]
	if m == nil {
		return false
	}
	if m.Kind() == types.FieldVal && s.helper || m.Kind() == types.MethodVal && !types.IsInterface(m.Recv()) {
		return false
	}
	name := typeName(m.Recv())
	if name == nil || name.Pkg() == nil || isStd(name.Pkg().Path()) {
		return false
	}
	sig, ok := m.Obj().Type().Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for v := range sig.Results().Variables() {
		if types.Implements(v.Type(), errorType) {
			return true
		}
	}
	return false
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)
