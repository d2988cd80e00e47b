package unitssa

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// chosen is what one scan of a package's syntax picks out.
type chosen struct {
	decls map[*ast.FuncDecl]bool // functions whose bodies are wanted
	vars  bool                   // some package variable's initial value is wanted
}

// A node is a function declaration or the initial value of package variables,
// and what it mentions of its own package.
type node struct {
	decl     *ast.FuncDecl // nil for variables
	mentions []types.Object
	reads    []*types.Var // fields of its own package that it mentions
	stores   []*types.Var // those among them that it may store to
	wanted   bool
	names    bool // it gives a text or a named value, which may be an identifier
	alone    bool // wanted itself, and nothing that it mentions for its sake
	empty    bool // variables without an initial value
}

// choose scans the package once. A function is wanted for what stands in it or
// in its signature (see scan), and when it mentions a wanted one or is
// mentioned by it, directly or not: a value is followed through both. Package
// variables count like functions. Of a field that a wanted function mentions,
// those are wanted that may store to it, because what is in it is judged by all
// that is ever stored there.
func choose(pass *analysis.Pass, kind relevant.Kind) chosen {
	s := &scanner{pass: pass, helper: kind == relevant.Helper, tagged: make(map[types.Type]bool)}
	var nodes []*node
	home := make(map[types.Object]*node)
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				fn, ok := pass.TypesInfo.Defs[d.Name].(*types.Func)
				if !ok || d.Body == nil || d.Name.Name == "_" {
					continue
				}
				n := &node{decl: d, wanted: s.signature(fn) || retries(fn, d.Body), names: givesName(fn)}
				s.scan(n, d.Body)
				nodes = append(nodes, n)
				home[fn] = n
			case *ast.GenDecl:
				if d.Tok != token.VAR {
					continue
				}
				for _, spec := range d.Specs {
					v, ok := spec.(*ast.ValueSpec)
					if !ok {
						continue
					}
					n := &node{}
					for _, value := range v.Values {
						s.scan(n, value)
					}
					n.wanted = n.wanted || s.readElsewhere(v)
					n.empty = len(v.Values) == 0
					nodes = append(nodes, n)
					for _, name := range v.Names {
						if obj := pass.TypesInfo.Defs[name]; obj != nil {
							home[obj] = n
						}
					}
				}
			}
		}
	}
	c := closure(nodes, home)
	c.addAlone(pass.TypesInfo, nodes, home)
	return c
}

// readElsewhere reports whether v declares a number that other packages can
// read.
func (s *scanner) readElsewhere(v *ast.ValueSpec) bool {
	return slices.ContainsFunc(v.Names, func(name *ast.Ident) bool {
		obj := s.pass.TypesInfo.Defs[name]
		return name.IsExported() && obj != nil && isNumber(obj.Type(), types.IsInteger|types.IsFloat)
	})
}

// closure spreads "wanted" along the mentions in both directions.
func closure(nodes []*node, home map[types.Object]*node) chosen {
	near := make(map[*node][]*node)
	for _, n := range nodes {
		for _, obj := range n.mentions {
			if m := home[obj]; m != nil && m != n {
				near[n] = append(near[n], m)
				near[m] = append(near[m], n)
			}
		}
	}
	stores := make(map[*types.Var][]*node)
	for _, n := range nodes {
		for _, f := range n.stores {
			stores[f] = append(stores[f], n)
		}
	}
	var queue []*node
	for _, n := range nodes {
		if n.wanted {
			queue = append(queue, n)
		}
	}
	c := chosen{decls: make(map[*ast.FuncDecl]bool)}
	for len(queue) > 0 {
		n := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if n.decl != nil {
			c.decls[n.decl] = true
		} else if !n.empty {
			c.vars = true
		}
		next := near[n]
		for _, f := range n.reads {
			next = append(next, stores[f]...)
			delete(stores, f)
		}
		for _, m := range next {
			if !m.wanted {
				m.wanted = true
				queue = append(queue, m)
			}
		}
	}
	return c
}

// scanner looks at one function after the other.
type scanner struct {
	pass   *analysis.Pass
	helper bool                // the package can only help others: no body of Vipps', and no call that leads to one, is in it
	tagged map[types.Type]bool // answers of hasJSONTags
}

// scan looks at a body or an initial value. It is wanted when it
//   - converts a float that is not constant to an integer,
//   - mentions package net/http or takes or gives its requests and responses,
//   - holds a text that may be Vipps', or the beginning of a phone number,
//   - calls a method of an interface that gives an error,
//   - gives a text, and makes an identifier,
//   - mentions a function, method, field or type of a package outside the
//     standard library, or a struct type with json tags; in a helper only what
//     is of a package that itself imports net/http, and may send.
func (s *scanner) scan(n *node, root ast.Node) {
	info := s.pass.TypesInfo
	ast.Inspect(root, func(x ast.Node) bool {
		if expr, ok := x.(ast.Expr); ok && !n.wanted {
			n.wanted = s.startsNumber(expr)
		}
		switch x := x.(type) {
		case *ast.Ident:
			obj := info.Uses[x]
			if obj == nil {
				return true
			}
			switch o := obj.(type) {
			case *types.Func:
				obj = o.Origin()
			case *types.Var:
				obj = o.Origin()
			}
			if obj.Pkg() == s.pass.Pkg {
				if v, ok := obj.(*types.Var); ok && v.IsField() {
					n.reads = append(n.reads, v)
				} else {
					n.mentions = append(n.mentions, obj)
				}
			}
			if !n.wanted {
				n.wanted = s.telling(obj) || n.names && makesNames(obj)
			}
		case *ast.CallExpr:
			if !n.wanted {
				n.wanted = s.cuts(x)
			}
			if !n.wanted && s.asksInterface(x) {
				n.wanted, n.alone = !s.helper, s.helper
			}
		case *ast.BasicLit:
			if !n.wanted && x.Kind == token.STRING {
				if text, err := strconv.Unquote(x.Value); err == nil {
					n.wanted = relevant.HasToken([]byte(text))
				}
			}
		case *ast.CompositeLit:
			if !n.wanted {
				n.wanted = s.hasJSONTags(info.TypeOf(x))
			}
			code.LiteralFields(s.pass.TypesInfo, x, func(f *types.Var, _ ast.Expr) { s.storesTo(n, f) })
		case *ast.AssignStmt:
			for _, lhs := range x.Lhs {
				s.store(n, lhs)
			}
		case *ast.IncDecStmt:
			s.store(n, x.X)
		case *ast.SendStmt:
			s.store(n, x.Chan)
		case *ast.UnaryExpr:
			if x.Op == token.AND {
				s.store(n, x.X)
			}
		}
		return true
	})
}

// telling reports whether a function that mentions obj is wanted.
func (s *scanner) telling(obj types.Object) bool {
	if pkg := obj.Pkg(); pkg != nil && pkg != s.pass.Pkg {
		if pkg.Path() == "net/http" {
			return true
		}
		if !isStd(pkg.Path()) && (!s.helper || importsHTTP(pkg)) {
			switch obj.(type) {
			case *types.Func, *types.Var, *types.TypeName:
				return true
			}
		}
	}
	switch obj := obj.(type) {
	case *types.TypeName:
		return s.hasJSONTags(obj.Type())
	case *types.Var:
		return !obj.IsField() && s.hasJSONTags(obj.Type())
	}
	return false
}

// startsNumber reports whether expr is a constant with which a phone number may
// begin.
func (s *scanner) startsNumber(expr ast.Expr) bool {
	v := s.pass.TypesInfo.Types[expr].Value
	return v != nil && v.Kind() == constant.String && vippsapi.BeginsPhone(constant.StringVal(v))
}

func importsHTTP(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == "net/http" })
}

// cuts reports whether call converts a float that is no constant to an integer.
func (s *scanner) cuts(call *ast.CallExpr) bool {
	info := s.pass.TypesInfo
	fun, ok := info.Types[call.Fun]
	if !ok || !fun.IsType() || len(call.Args) != 1 {
		return false
	}
	arg := info.Types[call.Args[0]]
	return arg.Value == nil && isNumber(fun.Type, types.IsInteger) && isNumber(arg.Type, types.IsFloat)
}

// isNumber reports whether t is a basic type of that kind. Of a type parameter
// one type of the constraint is enough.
func isNumber(t types.Type, kind types.BasicInfo) bool {
	return t != nil && inTerms(t, kind, 5)
}

func inTerms(t types.Type, kind types.BasicInfo, depth int) bool {
	if depth == 0 {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&kind != 0
	case *types.Interface:
		for i := range u.NumEmbeddeds() {
			if inTerms(u.EmbeddedType(i), kind, depth-1) {
				return true
			}
		}
	case *types.Union:
		for i := range u.Len() {
			if inTerms(u.Term(i).Type(), kind, depth-1) {
				return true
			}
		}
	}
	return false
}

// hasJSONTags reports whether t is, or leads by pointers, slices and maps to, a
// struct with a json tag.
func (s *scanner) hasJSONTags(t types.Type) bool {
	if t == nil || s.helper {
		return false
	}
	if known, ok := s.tagged[t]; ok {
		return known
	}
	s.tagged[t] = false // a type within itself adds nothing
	found := false
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		found = s.hasJSONTags(u.Elem())
	case *types.Slice:
		found = s.hasJSONTags(u.Elem())
	case *types.Array:
		found = s.hasJSONTags(u.Elem())
	case *types.Map:
		found = s.hasJSONTags(u.Elem())
	case *types.Struct:
		for i := range u.NumFields() {
			if strings.Contains(u.Tag(i), "json:") {
				found = true
				break
			}
		}
	}
	s.tagged[t] = found
	return found
}

// store notes the field that stands on the left side of an assignment, or whose
// address is taken.
func (s *scanner) store(n *node, x ast.Expr) {
	for {
		switch y := ast.Unparen(x).(type) {
		case *ast.IndexExpr:
			x = y.X
			continue
		case *ast.SelectorExpr:
			if sel := s.pass.TypesInfo.Selections[y]; sel != nil && sel.Kind() == types.FieldVal {
				s.storesTo(n, sel.Obj().(*types.Var))
			}
		}
		return
	}
}

// storesTo notes a field of the package, where a number may get through it, or,
// but for helpers, a text.
func (s *scanner) storesTo(n *node, f *types.Var) {
	f = f.Origin()
	if f.Pkg() != s.pass.Pkg {
		return
	}
	switch u := f.Type().Underlying().(type) {
	case *types.Basic:
		if u.Info()&(types.IsInteger|types.IsFloat) == 0 && (s.helper || u.Info()&types.IsString == 0) {
			return
		}
	case *types.Signature, *types.Interface, *types.Chan:
	default:
		return
	}
	n.stores = append(n.stores, f)
}
