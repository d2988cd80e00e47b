package evidence

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// opened lists the calls of this package through one of the merchant's
// interfaces whose error is lost, and of which nobody has told yet whether Vipps
// stands behind them.
func (e *engine) opened() []OpenCall {
	var found []OpenCall
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, call := range code.Calls(fn) {
			if e.vipps[call] != nil {
				continue
			}
			for _, o := range e.openAt(call) {
				if e.fate.ErrorFate(call, o.Result).Fate != fate.Lost {
					continue
				}
				found = append(found, OpenCall{
					Iface: o.Iface, Method: o.Method, Err: o.Err, Name: code.FuncName(code.Callee(call)),
					Call: e.position(call.Common().Pos()), In: e.declared(fn),
				})
			}
		}
	}
	return found
}

// declared names the function declaration in which fn stands.
func (e *engine) declared(fn *ssa.Function) FuncName {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	name := FuncName{Pkg: e.pass.Pkg.Path(), Name: fn.Name()}
	if obj, ok := fn.Object().(*types.Func); ok {
		name.Recv = code.ReceiverName(obj)
	}
	return name
}

// claims unites the open calls of the packages below with what is known of the
// implementations behind their interfaces, and takes them off w.
func (e *engine) claims(w *World) []*Claim {
	var found []*Claim
	w.Open = slices.DeleteFunc(w.Open, func(o OpenCall) bool {
		if o.In.Pkg == e.pass.Pkg.Path() {
			return false
		}
		var impls []Impl
		for _, impl := range w.Impls {
			if impl.Iface == o.Iface && impl.Method == o.Method && impl.Answer.Err == o.Err {
				impls = append(impls, impl)
			}
		}
		if len(impls) == 0 {
			return false
		}
		at, ok := e.referenceTo(o.In)
		if !ok {
			return false
		}
		found = append(found, claim(o, impls, at))
		w.Done = append(w.Done, o.Call)
		return true
	})
	sortedByPos(found, func(c *Claim) int { return int(c.Pos) })
	return found
}

func claim(o OpenCall, impls []Impl, at place.Span) *Claim {
	c := &Claim{Pos: at.Pos, End: at.End, Call: o.Call, Name: o.Name}
	var ids []string
	for _, impl := range impls {
		ids = append(ids, impl.Fixed...)
		c.Reasons = append(c.Reasons, impl.Answer.Reasons...)
		iface := o.Iface[strings.LastIndexByte(o.Iface, '/')+1:]
		c.Way = append(c.Way, place.Step{Pos: impl.At, Note: impl.Type + " becomes a " + iface + " here"})
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if op := vippsapi.OperationByID(id); op != nil {
			c.Ops = append(c.Ops, op)
		}
	}
	c.Reasons = distinct(c.Reasons)
	c.Reasons = c.Reasons[:min(len(c.Reasons), maxReasons)]
	return c
}

// referenceTo is the narrowest place of this package that leads to the function
// name: where it is mentioned, else where a value with it as a method is made,
// else the import of its package or of what brings that along.
func (e *engine) referenceTo(name FuncName) (place.Span, bool) {
	var mention, maker place.Span
	for _, file := range e.pass.Files {
		if e.syntax.InTest(file.Pos()) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			var id *ast.Ident
			switch x := n.(type) {
			case *ast.SelectorExpr:
				id = x.Sel
			case *ast.Ident:
				id = x
			case *ast.CompositeLit:
				if !maker.Pos.IsValid() && name.Recv != "" && code.IsNamed(e.pass.TypesInfo.TypeOf(x), name.Pkg, name.Recv) {
					maker = place.SpanOf(x)
				}
				return true
			default:
				return true
			}
			f, ok := e.pass.TypesInfo.Uses[id].(*types.Func)
			if !ok || f.Pkg() == nil || f.Pkg().Path() != name.Pkg {
				return true
			}
			switch {
			case f.Name() == name.Name && code.ReceiverName(f) == name.Recv:
				mention = first(mention, n)
			case name.Recv != "" && makes(f, name):
				maker = first(maker, n)
			}
			return true
		})
	}
	if mention.Pos.IsValid() {
		return mention, true
	}
	if maker.Pos.IsValid() {
		return maker, true
	}
	return e.importOf(name.Pkg)
}

// first keeps the place that stands first in the source.
func first(s place.Span, n ast.Node) place.Span {
	if s.Pos.IsValid() && s.Pos <= n.Pos() {
		return s
	}
	return place.SpanOf(n)
}

// makes reports whether f gives values of the type whose method name is.
func makes(f *types.Func, name FuncName) bool {
	for v := range f.Signature().Results().Variables() {
		if code.IsNamed(v.Type(), name.Pkg, name.Recv) {
			return true
		}
	}
	return false
}

// importOf is the first import that is of the package pkg, or else one that
// leads to it.
func (e *engine) importOf(pkg string) (place.Span, bool) {
	var direct, leads place.Span
	for _, file := range e.pass.Files {
		if e.syntax.InTest(file.Pos()) {
			continue
		}
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				continue
			}
			if path == pkg {
				direct = first(direct, spec)
			}
			for _, imp := range e.pass.Pkg.Imports() {
				var w World
				if imp.Path() == path && e.pass.ImportPackageFact(imp, &w) && slices.Contains(w.Packages, pkg) {
					leads = first(leads, spec)
				}
			}
		}
	}
	if direct.Pos.IsValid() {
		return direct, true
	}
	return leads, leads.Pos.IsValid()
}

func compareKeys(a, b methodKey) int {
	return cmp.Or(cmp.Compare(a.iface, b.iface), cmp.Compare(a.method, b.method))
}

func compareOpen(a, b OpenCall) int {
	return cmp.Or(comparePositions(a.Call, b.Call), cmp.Compare(a.Iface, b.Iface), cmp.Compare(a.Method, b.Method))
}

func compareImpls(a, b Impl) int {
	return cmp.Or(cmp.Compare(a.Iface, b.Iface), cmp.Compare(a.Method, b.Method), cmp.Compare(a.Type, b.Type), comparePositions(a.At, b.At))
}
