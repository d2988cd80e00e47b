package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
)

// converted is a conversion to an interface: what it makes callable, and where
// it stands.
type converted struct {
	place.Span
	typ      types.Type
	methods  []*types.Func // that may be called
	waiting  []*types.Func // that are called only if somebody calls a method of that name through an interface
	returned bool          // it is what the function around it returns
}

// conversionsIn lists the conversions in fn that make methods callable.
func (r *reaches) conversionsIn(fn *ssa.Function) []converted {
	var found []converted
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			m, ok := in.(*ssa.MakeInterface)
			if !ok {
				continue
			}
			if c, ok := m.X.(*ssa.Const); ok && c.IsNil() {
				continue // var _ Interface = (*Type)(nil)
			}
			c := converted{Span: place.Span{Pos: conversionPos(m), End: conversionPos(m)}, typ: m.X.Type()}
			c.methods, c.waiting = r.callable(m)
			if len(c.methods)+len(c.waiting) == 0 {
				continue
			}
			for _, user := range *m.Referrers() {
				switch user := user.(type) {
				case ssa.CallInstruction:
					c.Span = r.e.syntax.Argument(user, slices.Index(user.Common().Args, ssa.Value(m)))
				case *ssa.Return:
					c.returned = true
				}
			}
			found = append(found, c)
		}
	}
	return found
}

// callable lists the methods that a conversion makes callable and of which
// something is known. Behind an interface without methods others may look for
// any of them: a container, a template, a server of remote calls. What only
// prints does not. Methods of one of the merchant's interfaces that look like a
// read-back wait for somebody who calls them.
func (r *reaches) callable(m *ssa.MakeInterface) (list, waiting []*types.Func) {
	iface := m.Type().Underlying().(*types.Interface)
	add := func(f *types.Func) {
		if f = f.Origin(); r.ofDecl(f) != nil {
			list = append(list, f)
		}
	}
	if iface.NumMethods() > 0 {
		for i := range iface.NumMethods() {
			name := iface.Method(i)
			obj, _, _ := types.LookupFieldOrMethod(m.X.Type(), true, name.Pkg(), name.Name())
			f, ok := obj.(*types.Func)
			switch {
			case !ok:
			case looksLikeRead(name.Signature()) && r.e.merchants(m.Type()):
				if f = f.Origin(); r.ofDecl(f) != nil {
					waiting = append(waiting, f)
				}
			default:
				add(f)
			}
		}
		return list, waiting
	}
	if onlyPrinted(m) {
		return nil, nil
	}
	of := []types.Type{m.X.Type()}
	if sig, ok := m.X.Type().Underlying().(*types.Signature); ok {
		of = nil // a container calls it, and puts the results behind interfaces
		for v := range sig.Results().Variables() {
			of = append(of, v.Type())
		}
	}
	for _, t := range of {
		for _, f := range methodsOf(t) {
			if f.Exported() {
				add(f)
			}
		}
	}
	return list, nil
}

// merchants reports whether an interface is declared in a package of the
// merchant's, or has no name: then only the merchant's code calls its methods.
func (e *engine) merchants(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return !ok || n.Obj().Pkg() != nil && e.through.local[n.Obj().Pkg().Path()]
}

// looksLikeRead reports whether a method with this signature may ask for the
// state of something: it is given a text, and gives something beside an error.
func looksLikeRead(sig *types.Signature) bool {
	last := sig.Results().Len() - 1
	if last < 1 || !code.IsErrorInterface(sig.Results().At(last).Type()) {
		return false
	}
	for p := range sig.Params().Variables() {
		if code.IsText(p.Type()) {
			return true
		}
	}
	return false
}

// invoked lists the names of the methods that look like a read-back and that the
// package calls, or takes as values, through interfaces.
func (e *engine) invoked() []string {
	var names []string
	for x, sel := range e.pass.TypesInfo.Selections {
		f, ok := sel.Obj().(*types.Func)
		if !ok || !types.IsInterface(sel.Recv()) && !isInterfaceMethod(f) || !looksLikeRead(f.Signature()) || e.syntax.InTest(x.Pos()) {
			continue
		}
		names = append(names, f.Name())
	}
	return names // sorted with those of the packages below
}

// isInterfaceMethod reports whether f is a method of an interface: one that is
// embedded in a struct is called through that.
func isInterfaceMethod(f *types.Func) bool {
	recv := f.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// onlyPrinted reports whether an interface without methods goes nowhere but to
// packages that print it, write it or read into it.
func onlyPrinted(m *ssa.MakeInterface) bool {
	for _, user := range *m.Referrers() {
		call, ok := user.(ssa.CallInstruction)
		if st, isStore := user.(*ssa.Store); isStore {
			call, ok = variadicCall(st)
		}
		if !ok || call.Common().IsInvoke() {
			return false
		}
		f := call.Common().StaticCallee()
		if f == nil || f.Pkg == nil || !prints[f.Pkg.Pkg.Path()] {
			return false
		}
	}
	return true
}

var prints = map[string]bool{"fmt": true, "log": true, "log/slog": true, "errors": true, "encoding/json": true, "context": true, "runtime": true}

// variadicCall is the call whose last arguments a store puts together.
func variadicCall(st *ssa.Store) (ssa.CallInstruction, bool) {
	at, ok := st.Addr.(*ssa.IndexAddr)
	if !ok {
		return nil, false
	}
	for _, user := range *at.X.Referrers() {
		s, ok := user.(*ssa.Slice)
		if !ok || s.Referrers() == nil {
			continue
		}
		for _, in := range *s.Referrers() {
			if call, ok := in.(ssa.CallInstruction); ok {
				return call, true
			}
		}
	}
	return nil, false
}
