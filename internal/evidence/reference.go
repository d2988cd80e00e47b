package evidence

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

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
	if f == nil {
		return nil
	}
	clues := f.Clues
	switch {
	case m.lambda:
		s := &clueSet{clues: slices.Clone(clues)}
		for p := range m.fn.Signature().Params().Variables() {
			if code.IsStruct(code.Deref(p.Type())) {
				r.addType(s, p.Type(), m.Pos)
			}
		}
		clues = s.clues
	case !takesRequest(m.fn.Signature()):
		return nil
	}
	at, name := f.At, f.Name
	if name == "" {
		at, name = r.e.position(m.fn.Pos()), code.FuncName(m.fn)
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
			open := HandlerRef{Name: h.Name, Pos: r.e.position(m.Pos)}
			found = append(found, r.judged(open, []Clue{{Kind: OpenClue, Param: h.Param, Reason: h.Reason}}, m)...)
		}
	}
	return found
}

// handlersBehind lists the handlers among the methods that a conversion makes
// callable, and those that these lead to.
func (r *reaches) handlersBehind(c converted) []HandlerRef {
	var list []HandlerRef
	m := mention{Span: c.Span, targs: typeArgs(c.typ)}
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
