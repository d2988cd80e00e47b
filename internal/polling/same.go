package polling

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// steady reports whether call asks for the same thing in each round of l: its
// arguments do not change there, and a helper that it goes to asks for nothing
// but what it is given. Where another order is read in each round, nothing is
// polled.
func (e *engine) steady(call ssa.CallInstruction, l *code.Loop) bool {
	s := sameness{e: e, in: l, seen: map[ssa.Value]bool{}}
	if !s.arguments(call) {
		return false
	}
	fn := code.Helper(e.pass.Pkg, call)
	if fn == nil {
		return code.NamesWhat(call)
	}
	return e.steadyInside(fn, 0)
}

// steadyInside is steady for what the helper fn does: of its reads, none depends
// on what another call gave.
func (e *engine) steadyInside(fn *ssa.Function, depth int) bool {
	if depth >= code.MaxHelpers {
		return false
	}
	loops := code.LoopsOf(fn)
	for _, call := range code.Calls(fn) {
		ops, _ := e.readBy(call, 0)
		if len(ops) == 0 {
			continue
		}
		if code.Innermost(loops, call.Block()) != nil {
			return false
		}
		s := sameness{e: e, fn: fn, seen: map[ssa.Value]bool{}}
		if !s.arguments(call) {
			return false
		}
		if inner := code.Helper(e.pass.Pkg, call); inner != nil {
			if !e.steadyInside(inner, depth+1) {
				return false
			}
		}
	}
	return true
}

// A sameness asks whether a value is the same each time.
type sameness struct {
	e    *engine
	in   *code.Loop    // in each of its rounds
	fn   *ssa.Function // with in nil: in each call with the same arguments
	seen map[ssa.Value]bool
}

func (s *sameness) within(in ssa.Instruction) bool {
	if s.in != nil {
		return s.in.Holds(in)
	}
	return in.Parent() == s.fn
}

// arguments reports whether call is given the same each time.
func (s *sameness) arguments(call ssa.CallInstruction) bool {
	c := call.Common()
	if c.IsInvoke() || c.StaticCallee() == nil {
		if !s.same(c.Value) {
			return false
		}
	}
	if lit, ok := c.Value.(*ssa.MakeClosure); ok {
		for _, b := range lit.Bindings {
			if !s.same(b) {
				return false
			}
		}
	}
	for _, arg := range c.Args {
		if !s.same(arg) {
			return false
		}
	}
	return true
}

func (s *sameness) same(v ssa.Value) bool {
	if s.seen[v] {
		return true
	}
	if len(s.seen) > code.MaxSlice {
		return false
	}
	s.seen[v] = true
	in, ok := v.(ssa.Instruction)
	if !ok {
		return true // a parameter, a captured variable, a constant, a function
	}
	if code.IsNamed(v.Type(), "context", "Context") || code.IsError(v.Type()) {
		return true // how long it may take says nothing of what is asked for
	}
	if a, ok := v.(*ssa.Alloc); ok {
		return s.sameStores(a)
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		return s.sameLoad(load)
	}
	if !s.within(in) {
		return true
	}
	switch x := v.(type) {
	case *ssa.BinOp, *ssa.Convert, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.MakeInterface, *ssa.Slice,
		*ssa.Field, *ssa.FieldAddr, *ssa.MakeClosure, *ssa.TypeAssert:
		return s.operands(in)
	case *ssa.UnOp:
		return x.Op != token.ARROW && s.operands(in)
	case *ssa.IndexAddr:
		return s.operands(in)
	case *ssa.Index:
		return s.operands(in)
	case *ssa.Extract:
		return s.same(x.Tuple)
	case *ssa.Call:
		return s.sameCall(x)
	case *ssa.Phi:
		return s.in == nil && s.operands(in)
	}
	return false
}

func (s *sameness) operands(in ssa.Instruction) bool {
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op != nil && !s.same(*op) {
			return false
		}
	}
	return true
}

// sameCall reports whether a call gives the same each time: what makes a request
// or a text of what it is given, and the token, which has no say in what is read.
func (s *sameness) sameCall(call *ssa.Call) bool {
	for _, r := range s.e.ev.Requests(call) {
		for _, op := range r.Ops {
			if op.Purpose == vippsapi.Token {
				return true
			}
		}
	}
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil {
		return false
	}
	switch f.Pkg().Path() {
	case "fmt", "strings", "net/url", "path", "strconv", "bytes":
		return s.operands(call)
	case "net/http":
		return (f.Name() == "NewRequest" || f.Name() == "NewRequestWithContext") && s.operands(call)
	case "context":
		return true
	}
	if code.Helper(s.e.pass.Pkg, call) != nil && f.Signature().Results().Len() > 0 && code.IsHTTP(f.Signature().Results().At(0).Type(), "Request") {
		return s.operands(call)
	}
	return false
}

// sameStores reports whether nothing that changes is stored in a variable, or in
// a part of it.
func (s *sameness) sameStores(cell ssa.Value) bool {
	refs := cell.Referrers()
	if refs == nil {
		return true
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == cell && s.within(ref) && !s.same(ref.Val) {
				return false
			}
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if !s.sameStores(ref.(ssa.Value)) {
				return false
			}
		case *ssa.MakeClosure:
			if s.writtenInside(ref, cell) {
				return false
			}
		}
	}
	return true
}

// writtenInside reports whether a literal stores to a variable that it captures.
func (s *sameness) writtenInside(lit *ssa.MakeClosure, cell ssa.Value) bool {
	fn := lit.Fn.(*ssa.Function)
	for i, b := range lit.Bindings {
		if b != cell || i >= len(fn.FreeVars) {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(fn.FreeVars[i]) && code.IsText(st.Val.Type()) {
				return true
			}
		}
	}
	return false
}

// sameLoad reports whether what is loaded from an address stays as it is.
func (s *sameness) sameLoad(load *ssa.UnOp) bool {
	if !s.same(load.X) {
		return false
	}
	switch addr := load.X.(type) {
	case *ssa.FieldAddr:
		return !s.fieldStored(addr)
	case *ssa.FreeVar:
		for _, ref := range *addr.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && s.within(st) {
				return false
			}
		}
	case *ssa.Alloc:
		return !s.handed(addr)
	}
	return true
}

// handed reports whether the address of a variable is given to something that may
// set it.
func (s *sameness) handed(cell ssa.Value) bool {
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MakeInterface, *ssa.Call:
			if s.within(ref) {
				return true
			}
		case *ssa.FieldAddr:
			if s.handed(ref) {
				return true
			}
		}
	}
	return false
}

// fieldStored reports whether what is loaded from a field may be another value the
// next time: it is set anywhere but where its struct is made.
func (s *sameness) fieldStored(addr *ssa.FieldAddr) bool {
	if a, ok := addr.X.(*ssa.Alloc); ok {
		return !s.sameStores(a) || s.handed(a) || s.handed(addr)
	}
	return s.e.setLater(code.Deref(addr.X.Type()).Underlying().(*types.Struct).Field(addr.Field).Origin())
}
