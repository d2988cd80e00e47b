package polling

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/evidence"
)

// openSwitches lists the switches over a state that know success and failure and
// leave some final states out, where nothing else in the function does anything
// with them: a switch at the end of a function or a loop, without a default.
func (e *engine) openSwitches(all []comparison) []*Endless {
	var found []*Endless
	byPos := map[token.Pos]comparison{}
	for _, c := range all {
		for _, v := range c.values {
			byPos[v.at] = c
		}
	}
	if len(byPos) == 0 {
		return nil
	}
	for _, file := range e.pass.Files {
		if e.syntax.InTest(file.Pos()) {
			continue
		}
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if sw, ok := n.(*ast.SwitchStmt); ok && e.endsWith(fn, sw) {
					if open := e.openSwitch(fn, sw, byPos, all); open != nil {
						found = append(found, open)
					}
				}
				return true
			})
		}
	}
	return found
}

func (e *engine) openSwitch(fn *ast.FuncDecl, sw *ast.SwitchStmt, byPos map[token.Pos]comparison, all []comparison) *Endless {
	var c comparison
	named := map[string]bool{}
	for _, clause := range sw.Body.List {
		list := clause.(*ast.CaseClause).List
		if list == nil {
			return nil // default
		}
		for _, x := range list {
			found, ok := byPos[x.Pos()]
			if !ok {
				return nil
			}
			c = found
			for _, v := range c.values {
				named[v.text] = true
			}
		}
	}
	if len(c.of) != 1 || len(sw.Body.List) < 2 || c.fold != asIs || len(c.of[0].Failure) == 0 || !e.staysHere(fn, sw) {
		return nil
	}
	state := c.of[0]
	// What is compared elsewhere in the function is looked at there.
	for _, d := range all {
		if d.fn.Pos() < fn.Pos() || d.fn.Pos() >= fn.End() {
			continue
		}
		for _, v := range d.values {
			named[v.text] = true
		}
	}
	has := func(v string) bool { return named[v] }
	if !slices.ContainsFunc(state.Success, has) || !slices.ContainsFunc(state.Failure, has) {
		return nil
	}
	var missing []string
	for _, v := range state.Failure {
		if !named[v] {
			missing = append(missing, v)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return &Endless{Pos: sw.Switch, End: sw.Body.Lbrace, Switch: true, State: state, Missing: missing, Reasons: []evidence.Reason{c.why}}
}

// endsWith reports whether nothing comes after sw: it is the last statement of a
// function without results or of a loop over orders, or only success is
// returned behind it.
func (e *engine) endsWith(fn *ast.FuncDecl, sw *ast.SwitchStmt) bool {
	ends := false
	tail := func(list []ast.Stmt, last bool) {
		i := slices.Index(list, ast.Stmt(sw))
		switch {
		case i < 0:
		case i == len(list)-1:
			ends = last
		case i == len(list)-2:
			ret, ok := list[i+1].(*ast.ReturnStmt)
			ends = ok && returnsNil(ret)
		}
	}
	tail(fn.Body.List, fn.Type.Results == nil)
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if r, ok := n.(*ast.RangeStmt); ok {
			switch e.pass.TypesInfo.TypeOf(r.X).Underlying().(type) {
			case *types.Slice, *types.Array, *types.Map:
				tail(r.Body.List, true)
			}
		}
		return true
	})
	return ends
}

func returnsNil(ret *ast.ReturnStmt) bool {
	for _, x := range ret.Results {
		if id, ok := x.(*ast.Ident); !ok || id.Name != "nil" {
			return false
		}
	}
	return true
}

// staysHere reports whether what sw asks about is a variable of the function
// that is handed to nobody else, who might look at its state.
func (e *engine) staysHere(fn *ast.FuncDecl, sw *ast.SwitchStmt) bool {
	root := ast.Unparen(sw.Tag)
	for {
		sel, ok := root.(*ast.SelectorExpr)
		if !ok {
			break
		}
		root = ast.Unparen(sel.X)
	}
	id, ok := root.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := e.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Pos() < fn.Body.Pos() || v.Pos() >= fn.End() {
		return false // a parameter: the caller has it too
	}
	handed := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		var given []ast.Expr
		switch n := n.(type) {
		case *ast.CallExpr:
			given = n.Args
		case *ast.ReturnStmt:
			given = n.Results
		case *ast.AssignStmt:
			given = n.Rhs
		case *ast.CompositeLit:
			given = n.Elts
		case *ast.SendStmt:
			given = []ast.Expr{n.Value}
		}
		for _, x := range given {
			if kv, ok := x.(*ast.KeyValueExpr); ok {
				x = kv.Value
			}
			if u, ok := x.(*ast.UnaryExpr); ok && u.Op == token.AND {
				if x.Pos() < sw.Pos() {
					continue // it is filled before
				}
				x = u.X
			}
			x = ast.Unparen(x)
			if use, ok := x.(*ast.Ident); ok && e.pass.TypesInfo.Uses[use] == v || sameText(x, sw.Tag) {
				handed = true
			}
		}
		return true
	})
	return !handed
}

// sameText reports whether two chains of names are the same.
func sameText(a, b ast.Expr) bool { return types.ExprString(a) == types.ExprString(b) }
