package fate

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// store takes an assignment to something that is not a plain local.
func (w *walk) store(in *ssa.Store, s *state) bool {
	k := s.kindOf(in.Val)
	switch addr := in.Addr.(type) {
	case *ssa.Alloc:
		captured, shared := w.watched(addr, k)
		if k > ownError && captured {
			return w.escapes(s)
		}
		c := known{kind: k}
		if !shared {
			c = w.copyOf(s, in.Val)
		}
		s.set(addr, c)
		return false
	case *ssa.IndexAddr:
		if list, ok := addr.X.(*ssa.Alloc); ok && list.Comment == "varargs" {
			if c := s.get(list); k > c.kind {
				s.set(list, known{kind: k})
			}
			return false
		}
	case *ssa.FieldAddr:
		if whole, ok := addr.X.(*ssa.Alloc); ok && w.code != nil && k > ownError {
			s.set(whole, known{kind: status}) // goes on with what it is put into
			return false
		}
	case *ssa.FreeVar:
		if k == nothing {
			s.set(addr, known{})
			return false
		}
		if k == obliged && !canRead(addr) {
			return false
		}
	}
	return k > ownError && w.escapes(s)
}

// watched says whether something beyond the function itself can look at what
// the variable holds, and whether it can set it.
func (w *walk) watched(cell *ssa.Alloc, k kind) (looks, sets bool) {
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			looks = looks || ref.Val == cell
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.IndexAddr, *ssa.Slice:
			looks = looks || cell.Comment != "varargs"
		case *ssa.MakeClosure:
			sets = true
			for i, b := range ref.Bindings {
				if b == cell && w.closureLooks(ref, i, k) {
					looks = true
				}
			}
		default:
			looks, sets = true, true
		}
	}
	return looks, sets
}

// closureLooks reports whether a function literal does anything with the answer
// or the error in its captured variable i.
func (w *walk) closureLooks(c *ssa.MakeClosure, i int, k kind) bool {
	fn, ok := c.Fn.(*ssa.Function)
	if !ok || i >= len(fn.FreeVars) || len(fn.Blocks) == 0 {
		return true
	}
	if k == obliged || k == status {
		// Reads by the function that makes the literal are met on its ways.
		free := fn.FreeVars[i]
		seen := make(map[ssa.Value]bool)
		for _, b := range bindings(free) {
			seen[b] = true
		}
		return reads(free, seen)
	}
	return w.r.fateInside(fn, fn.FreeVars[i], k).Fate != Lost
}

// closure takes the making of a function literal, or of a bound method.
func (w *walk) closure(in *ssa.MakeClosure, s *state) bool {
	for i, b := range in.Bindings {
		k := s.kindOf(b)
		if k <= ownError {
			continue
		}
		switch b.(type) {
		case *ssa.Alloc:
			// Judged where it was stored.
		case *ssa.FreeVar:
			if w.closureLooks(in, i, k) {
				return w.escapes(s)
			}
		default:
			return w.escapes(s) // a method bound to it
		}
	}
	return false
}

// canRead reports whether anything can read the variable with this address,
// in the function it belongs to and in those that capture it.
func canRead(addr ssa.Value) bool { return reads(addr, make(map[ssa.Value]bool)) }

func reads(addr ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[addr] {
		return false
	}
	seen[addr] = true
	if free, ok := addr.(*ssa.FreeVar); ok {
		for _, b := range bindings(free) {
			if reads(b, seen) {
				return true
			}
		}
	}
	refs := addr.Referrers()
	if refs == nil {
		return true
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == addr {
				return true
			}
		case *ssa.UnOp:
			if ref.Op != token.MUL || len(*ref.Referrers()) > 0 {
				return true
			}
		case *ssa.MakeClosure:
			fn, ok := ref.Fn.(*ssa.Function)
			if !ok {
				return true
			}
			for i, b := range ref.Bindings {
				if b == addr && (i >= len(fn.FreeVars) || reads(fn.FreeVars[i], seen)) {
					return true
				}
			}
		case *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}

// bindings are the variables that stand behind a captured one.
func bindings(free *ssa.FreeVar) []ssa.Value {
	fn := free.Parent()
	if fn.Parent() == nil {
		return nil
	}
	var list []ssa.Value
	for _, b := range fn.Parent().Blocks {
		for _, in := range b.Instrs {
			c, ok := in.(*ssa.MakeClosure)
			if !ok || c.Fn != fn {
				continue
			}
			for i, v := range c.Bindings {
				if fn.FreeVars[i] == free {
					list = append(list, v)
				}
			}
		}
	}
	return list
}
