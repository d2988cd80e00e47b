package fate

import (
	"go/token"
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// step takes one instruction on the way and reports whether the way ends with
// it.
func (w *walk) step(in ssa.Instruction, s *state) bool {
	if v, ok := in.(ssa.Value); ok {
		if x, ok := in.(*ssa.Extract); !ok || w.call == nil || x.Tuple != w.call.Value() {
			s.forget(v)
		}
	}
	if w.swallow {
		if done, ends := w.afterError(in, s); done {
			return ends
		}
	} else if e, ok := w.readsObliged(in, s); ok {
		w.end(s, e)
		return true
	}
	switch in := in.(type) {
	case *ssa.Return:
		if w.code != nil {
			return w.leaveWith(in, s)
		}
		return w.leave(in, s)
	case *ssa.Panic:
		return w.failsWith(in, s)
	case *ssa.Store:
		return w.store(in, s)
	case *ssa.MakeClosure:
		return w.closure(in, s)
	case ssa.CallInstruction:
		return w.called(in, s)
	case *ssa.Extract:
		if k := s.get(in.Tuple); k != (known{}) && (k.result == in.Index || k.result < 0) {
			s.set(in, known{kind: k.kind, truth: k.truth, decided: k.decided})
		}
	case *ssa.If:
		return w.depends(in, in.Cond, s)
	case *ssa.IndexAddr:
		return w.depends(in, in.Index, s)
	case *ssa.UnOp:
		return w.unary(in, s)
	case *ssa.FieldAddr:
		if _, local := in.X.(*ssa.Alloc); local && s.kindOf(in.X) == status {
			s.set(in, known{kind: status}) // of the object of a failure
		}
		if s.kindOf(in.X) != response {
			return false
		}
		switch fieldName(in.X.Type(), in.Field) {
		case "StatusCode", "Status":
			for _, ref := range *in.Referrers() {
				if load, ok := ref.(*ssa.UnOp); !ok || load.Op != token.MUL {
					return w.escapes(s)
				}
			}
			s.set(in, known{kind: status})
		case "Body":
			if s.use == nil && readsBody(in) {
				s.use = in
			}
		case "RawResponse", "Response":
			s.set(in, known{kind: response})
		}
	case *ssa.BinOp:
		if s.kindOf(in.X) == status || s.kindOf(in.Y) == status {
			s.set(in, known{kind: status})
		} else if s.kindOf(in.X) == beside || s.kindOf(in.Y) == beside {
			s.set(in, known{kind: beside})
		}
	case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert,
		*ssa.Slice, *ssa.Index, *ssa.Lookup, *ssa.Range, *ssa.Next, *ssa.MultiConvert:
		k := w.strongest(in, s)
		if k != nothing {
			s.set(in.(ssa.Value), known{kind: k, result: -1})
		}
	case *ssa.MapUpdate:
		return w.strongest(in, s) > ownError && !isLog(in.Map.Type()) && w.escapes(s)
	case *ssa.DebugRef:
	default:
		return w.strongest(in, s) > ownError && w.escapes(s)
	}
	return false
}

// strongest is the strongest kind among what an instruction uses.
func (w *walk) strongest(in ssa.Instruction, s *state) kind {
	k := nothing
	for _, op := range in.Operands(nil) {
		if *op != nil {
			k = max(k, s.kindOf(*op))
		}
	}
	return k
}

// depends ends the way where instruction in depends on v, if that is the status.
func (w *walk) depends(in ssa.Instruction, v ssa.Value, s *state) bool {
	if k := s.kindOf(v); k != status && k != beside {
		return false
	}
	if w.code != nil {
		return w.evaluate(v, s, maxDepth) == nil && w.escapes(s)
	}
	w.end(s, ending{fate: Checked, result: -1, at: in})
	return true
}

// escapes ends the way where what is followed goes to where it can't be seen.
func (w *walk) escapes(s *state) bool {
	w.end(s, ending{fate: FateUnknown})
	return true
}

// readsObliged gives the ending where an instruction reads an error of which
// every read counts.
func (w *walk) readsObliged(in ssa.Instruction, s *state) (ending, bool) {
	e := ending{fate: Checked, result: -1, at: in}
	switch in := in.(type) {
	case *ssa.Store, *ssa.DebugRef, *ssa.MakeClosure, *ssa.Extract, *ssa.Slice, *ssa.IndexAddr:
		return e, false // a copy, judged where it is used
	case *ssa.Return:
		for i, v := range in.Results {
			if s.kindOf(v) == obliged && code.IsError(v.Type()) {
				e.result = i
				if w.anyRead {
					e.fate = HandedOn
				}
				return e, true
			}
		}
		return e, w.strongest(in, s) == obliged
	case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
		if len(*in.(ssa.Value).Referrers()) == 0 {
			return e, false
		}
	case *ssa.UnOp:
		if _, ok := in.X.(*ssa.Alloc); ok && in.Op == token.MUL {
			return e, false // loads a variable that holds it
		}
		if _, ok := in.X.(*ssa.FreeVar); ok && in.Op == token.MUL {
			return e, false
		}
	case ssa.CallInstruction:
		c := in.Common()
		for i, arg := range c.Args {
			if s.kindOf(arg) == obliged {
				if !w.ignored(c, i) {
					return e, true
				}
			}
		}
		return e, s.kindOf(c.Value) == obliged
	}
	return e, w.strongest(in, s) == obliged
}

// unary takes loads, receives and negations.
func (w *walk) unary(in *ssa.UnOp, s *state) bool {
	if in.Op != token.MUL {
		if s.kindOf(in.X) == status {
			s.set(in, known{kind: status})
		}
		return false
	}
	switch in.X.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		k := s.get(in.X)
		if len(*in.Referrers()) > 0 {
			s.set(in, known{kind: k.kind, same: k.same})
		}
		return false
	case *ssa.FieldAddr:
		s.set(in, known{kind: s.kindOf(in.X)})
		return false
	}
	return s.kindOf(in.X) == response && w.escapes(s)
}

// leave takes a return.
func (w *walk) leave(in *ssa.Return, s *state) bool {
	if w.failing(in, s) {
		return true
	}
	e := ending{fate: Lost, result: -1, at: in, use: s.use}
	for i, v := range in.Results {
		switch k := s.kindOf(v); {
		case k == response, k == status && isInteger(v.Type()):
			if e.fate != HandedOn {
				e.fate, e.result = HandedOn, i
			}
		case k == status && e.fate == Lost:
			e.fate = Checked // a verdict made of it goes to the caller
			if code.IsError(v.Type()) {
				e.result = i
			}
		}
	}
	w.end(s, e)
	return true
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// fieldName is the name of field i of an answer, and "" for other types.
func fieldName(t types.Type, i int) string {
	if !isResponse(t) {
		return ""
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || i >= st.NumFields() {
		return ""
	}
	return st.Field(i).Name()
}

// readsBody reports whether the body that field selects is used for more than
// to close it.
func readsBody(field *ssa.FieldAddr) bool {
	for _, ref := range *field.Referrers() {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			return true
		}
		for _, use := range *load.Referrers() {
			c, ok := use.(ssa.CallInstruction)
			if !ok || !c.Common().IsInvoke() || c.Common().Method.Name() != "Close" {
				return true
			}
		}
	}
	return false
}
