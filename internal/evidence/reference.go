package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// converted is a conversion to an interface: what it makes callable, and where
// it stands.
type converted struct {
	span
	typ      types.Type
	methods  []*types.Func
	returned bool // it is what the function around it returns
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
			c := converted{span: span{conversionPos(m), conversionPos(m)}, typ: m.X.Type(), methods: r.callable(m)}
			if len(c.methods) == 0 {
				continue
			}
			for _, user := range *m.Referrers() {
				switch user := user.(type) {
				case ssa.CallInstruction:
					c.span = r.e.syntax.argument(user, slices.Index(user.Common().Args, ssa.Value(m)))
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
// prints does not.
func (r *reaches) callable(m *ssa.MakeInterface) []*types.Func {
	iface := m.Type().Underlying().(*types.Interface)
	var list []*types.Func
	add := func(f *types.Func) {
		if f = f.Origin(); r.ofDecl(f) != nil {
			list = append(list, f)
		}
	}
	if iface.NumMethods() > 0 {
		for i := range iface.NumMethods() {
			name := iface.Method(i)
			obj, _, _ := types.LookupFieldOrMethod(m.X.Type(), true, name.Pkg(), name.Name())
			if f, ok := obj.(*types.Func); ok {
				add(f)
			}
		}
		return list
	}
	if onlyPrinted(m) {
		return nil
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
	return list
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

// handlersAt lists the handlers to which a mention leads: what it registers, and
// what the function mentioned registers.
func (r *reaches) handlersAt(m mention) []HandlerRef {
	if m.fn == nil {
		return r.literal(m)
	}
	f := r.ofDecl(m.fn)
	if f == nil {
		return nil
	}
	list := r.closed(f.Handlers, m)
	if !m.called {
		list = append(list, r.registered(f, m)...)
	}
	return list
}

// literal lists what a function literal that is registered is a handler of.
func (r *reaches) literal(m mention) []HandlerRef {
	s := r.clues[m.lit]
	if s == nil || m.called || !takesRequest(m.lit.Signature) && !m.lambda {
		return nil
	}
	return r.judged(HandlerRef{Name: handlerName(m.lit), Pos: r.e.position(m.lit.Pos())}, s.clues, m)
}

// registered lists what the function f, mentioned as a value, is a handler of.
func (r *reaches) registered(f *Reach, m mention) []HandlerRef {
	clues := f.Clues
	switch {
	case m.lambda:
		s := &clueSet{clues: slices.Clone(clues)}
		for p := range m.fn.Signature().Params().Variables() {
			if isStruct(deref(p.Type())) {
				r.addType(s, p.Type(), m.pos)
			}
		}
		clues = s.clues
	case !takesRequest(m.fn.Signature()):
		return nil
	}
	at, name := f.At, f.Name
	if name == "" {
		at, name = r.e.position(m.fn.Pos()), funcName(m.fn)
	}
	return r.judged(HandlerRef{Name: name, Pos: at}, clues, m)
}

// closed fills in the type arguments of a mention in handlers that depend on
// them.
func (r *reaches) closed(list []HandlerRef, m mention) []HandlerRef {
	var found []HandlerRef
	for _, h := range list {
		if h.Param == 0 {
			found = append(found, h)
			continue
		}
		if h.Param <= len(m.targs) {
			open := HandlerRef{Name: h.Name, Pos: r.e.position(m.pos)}
			found = append(found, r.judged(open, []Clue{{Kind: OpenClue, Param: h.Param, Reason: h.Reason}}, m)...)
		}
	}
	return found
}

// handlersBehind lists the handlers among the methods that a conversion makes
// callable, and those that these lead to.
func (r *reaches) handlersBehind(c converted) []HandlerRef {
	var list []HandlerRef
	m := mention{span: c.span, targs: typeArgs(c.typ)}
	for _, method := range c.methods {
		if f := r.ofDecl(method); f != nil {
			m.fn = method
			list = append(list, r.closed(f.Handlers, m)...)
			list = append(list, r.registered(f, m)...)
		}
	}
	return list
}

// returned reports whether the function literal lit is what the function around
// it returns: that is a factory, and the handler is registered where the
// factory is called.
func returned(lit *ssa.Function) bool {
	for _, b := range lit.Parent().Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, v := range ret.Results {
			if unwrapped(v) == lit {
				return true
			}
		}
	}
	return false
}

// unwrapped is the function of which v is the value, or nil.
func unwrapped(v ssa.Value) *ssa.Function {
	for {
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.MakeClosure:
			v = x.Fn
		case *ssa.Function:
			return x
		default:
			return nil
		}
	}
}
