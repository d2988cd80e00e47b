package evidence

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A mention is a place that names a function, or a function literal.
type mention struct {
	place.Span
	fn       *types.Func   // as declared; nil: a literal
	lit      *ssa.Function // nil: a function that is declared, or a literal without SSA
	called   bool          // it is called right there
	returned bool          // it is part of what the function around it returns
	lambda   bool          // it is handed to AWS lambda, which runs any function
	targs    []types.Type  // its type arguments, or those of its receiver
	routes   []string      // texts beside it, in which vippsapi.Hole stands for what is not known
	methods  []string      // HTTP methods beside it
}

// findNodes makes the nodes of the package, with what they mention.
func (r *reaches) findNodes() {
	byDecl := map[*types.Func][]*ssa.Function{}
	literals := map[token.Pos]*ssa.Function{}
	for _, fn := range r.e.flow.Unit.Funcs {
		if fn.Parent() != nil {
			literals[fn.Pos()] = fn
		}
		outer := fn
		for outer.Parent() != nil {
			outer = outer.Parent()
		}
		obj, _ := outer.Object().(*types.Func) // nil: the package initialiser
		byDecl[obj] = append(byDecl[obj], fn)
	}
	vars := &node{fns: byDecl[nil]}
	r.nodes = append(r.nodes, vars)
	for _, file := range r.e.pass.Files {
		if r.e.syntax.InTest(file.Package) {
			continue
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				obj, ok := r.e.pass.TypesInfo.Defs[d.Name].(*types.Func)
				if !ok || d.Body == nil || d.Name.Name == "_" {
					continue
				}
				n := &node{obj: obj, fns: byDecl[obj]}
				r.nodes = append(r.nodes, n)
				r.home[obj] = n
				r.scan(n, d.Body, literals)
			case *ast.GenDecl:
				if d.Tok == token.VAR {
					r.scan(vars, d, literals)
				}
			}
		}
	}
	for _, n := range r.nodes {
		r.describe(n)
	}
}

// describe notes what n tells, holds and asks by itself.
func (r *reaches) describe(n *node) {
	n.mentions = slices.DeleteFunc(n.mentions, func(m mention) bool {
		return m.fn != nil && r.ofDecl(m.fn) == nil && !slices.ContainsFunc(m.targs, func(t types.Type) bool { return len(methodsOf(t)) > 0 })
	})
	for _, fn := range n.fns {
		if r.e.syntax.InTest(fn.Pos()) {
			continue
		}
		n.convs = append(n.convs, r.conversionsIn(fn)...)
		n.reach.Reads = append(n.reach.Reads, r.e.readsBack(fn)...)
		n.reach.Asks = append(n.reach.Asks, r.e.asks(fn)...)
		if s := r.clues[fn]; s != nil && fn.Parent() == nil && n.obj != nil {
			n.reach.Clues, n.reach.Into = s.clues, s.into
			if len(s.clues) > 0 {
				n.reach.Name, n.reach.At = code.FuncName(n.obj), r.e.position(n.obj.Pos())
			}
		}
	}
}

// scan notes what a declaration mentions.
func (r *reaches) scan(n *node, root ast.Node, literals map[token.Pos]*ssa.Function) {
	info := r.e.pass.TypesInfo
	blind := len(n.fns) == 0 && (n.obj != nil || r.e.flow.Unit.Pkg == nil)
	var stack []ast.Node
	ast.Inspect(root, func(x ast.Node) bool {
		if x == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		switch x := x.(type) {
		case *ast.FuncLit:
			m := mention{Span: place.SpanOf(x), lit: literals[x.Pos()]}
			r.place(&m, x, stack)
			m.returned = m.returned || m.lit != nil && returned(m.lit)
			n.mentions = append(n.mentions, m)
		case *ast.Ident:
			switch obj := info.Uses[x].(type) {
			case *types.Func:
				n.mentions = append(n.mentions, r.mention(x, obj, stack))
				if blind {
					for v := range obj.Signature().Results().Variables() {
						n.types = append(n.types, v.Type())
					}
				}
			case *types.Var:
				if blind {
					n.types = append(n.types, obj.Type())
				}
			case *types.TypeName:
				if blind {
					n.types = append(n.types, obj.Type())
				}
			}
		}
		stack = append(stack, x)
		return true
	})
}

// mention is that of the function obj by the name id.
func (r *reaches) mention(id *ast.Ident, obj *types.Func, stack []ast.Node) mention {
	info := r.e.pass.TypesInfo
	m := mention{fn: obj.Origin()}
	if inst, ok := info.Instances[id]; ok {
		for t := range inst.TypeArgs.Types() {
			m.targs = append(m.targs, t)
		}
	}
	var at ast.Expr = id
	if len(stack) > 0 {
		if sel, ok := stack[len(stack)-1].(*ast.SelectorExpr); ok && sel.Sel == id {
			at, stack = sel, stack[:len(stack)-1]
			if s := info.Selections[sel]; s != nil {
				m.targs = append(m.targs, typeArgs(s.Recv())...)
			}
		}
	}
	m.Span = place.SpanOf(at)
	r.place(&m, at, stack)
	return m
}

func typeArgs(t types.Type) []types.Type {
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	if !ok {
		return nil
	}
	var list []types.Type
	for t := range n.TypeArgs().Types() {
		list = append(list, t)
	}
	return list
}

// place says of a mention at the expression at in which surroundings it stands.
func (r *reaches) place(m *mention, at ast.Node, stack []ast.Node) {
	direct := true // nothing but brackets since at
	for i := len(stack) - 1; i >= 0; i-- {
		switch x := stack[i].(type) {
		case *ast.ParenExpr, *ast.IndexExpr, *ast.IndexListExpr:
			at = x
			continue
		case *ast.CallExpr:
			switch {
			case x.Fun != at:
				r.beside(m, x, x.Args)
			case direct:
				m.called = true
			default: // r.HandleFunc(…).Methods("POST")
				r.beside(m, nil, x.Args)
			}
		case *ast.CompositeLit:
			r.beside(m, nil, x.Elts)
		case *ast.ReturnStmt:
			m.returned = !m.called
			return
		case *ast.FuncLit, *ast.BlockStmt, ast.Stmt:
			return
		}
		at, direct = stack[i], false
	}
}

// beside notes the routes and HTTP methods among the arguments of a call, or the
// elements of a composite literal, and in the name of what is called.
func (r *reaches) beside(m *mention, call *ast.CallExpr, exprs []ast.Expr) {
	if call != nil {
		var name *ast.Ident
		switch f := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			name = f
		case *ast.SelectorExpr:
			name = f.Sel
		}
		if name != nil {
			m.addMethod(name.Name)
			if f, ok := r.e.pass.TypesInfo.Uses[name].(*types.Func); ok && startsLambda(f) {
				m.lambda = true
			}
		}
	}
	for _, x := range exprs {
		if kv, ok := x.(*ast.KeyValueExpr); ok {
			x = kv.Value
		}
		if text := r.textOf(x); strings.Contains(text, "/") {
			m.routes = append(m.routes, text)
			method, _, _ := strings.Cut(text, " ")
			m.addMethod(method)
		} else {
			m.addMethod(text)
		}
	}
}

func startsLambda(f *types.Func) bool {
	return f.Pkg() != nil && f.Pkg().Path() == "github.com/aws/aws-lambda-go/lambda" && (strings.HasPrefix(f.Name(), "Start") || strings.HasPrefix(f.Name(), "NewHandler"))
}

var httpMethods = []string{http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions}

func (m *mention) addMethod(name string) {
	if name = strings.ToUpper(name); slices.Contains(httpMethods, name) {
		m.methods = append(m.methods, name)
	}
}

// textOf is the text of an expression, with vippsapi.Hole for what is no
// constant.
func (r *reaches) textOf(x ast.Expr) string {
	if v := r.e.pass.TypesInfo.Types[x].Value; v != nil {
		if v.Kind() == constant.String {
			return constant.StringVal(v)
		}
		return ""
	}
	if sum, ok := ast.Unparen(x).(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		left, right := r.textOf(sum.X), r.textOf(sum.Y)
		if left == "" {
			left = vippsapi.Hole
		}
		if right == "" {
			right = vippsapi.Hole
		}
		return left + right
	}
	return ""
}

// routed is the payment callback that Vipps sends to one of the routes, or nil.
func (m *mention) routed() *vippsapi.Inbound {
	if len(m.methods) > 0 && !slices.Contains(m.methods, http.MethodPost) {
		return nil
	}
	for _, route := range m.routes {
		for _, in := range vippsapi.MatchRoute(route) {
			if in.Payment {
				return in
			}
		}
	}
	return nil
}

// route is the first of the routes, for people.
func (m *mention) route() string {
	for _, route := range m.routes {
		if len(vippsapi.MatchRoute(route)) > 0 {
			return strings.ReplaceAll(route, vippsapi.Hole, "…")
		}
	}
	return ""
}
