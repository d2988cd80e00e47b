package evidence

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// nameTests lists the comparisons of the names of events and operations that
// are acted on although the package never asks whether they succeeded: the first
// in each function.
func (h *webhooks) nameTests() []*NameTest {
	histories := h.histories()
	var found []*NameTest
	for _, fn := range h.e.flow.Unit.Funcs {
		if h.e.syntax.InTest(fn.Pos()) {
			continue
		}
		seen := map[types.Type]bool{}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				op, ok := in.(*ssa.BinOp)
				if !ok || op.Op != token.EQL && op.Op != token.NEQ {
					continue
				}
				t, test := h.nameTest(op, histories)
				if test == nil || seen[t] || !h.decidesActs(fn, op) || test.Flag == vippsapi.EventSuccess && h.asksBack(fn, map[*ssa.Function]bool{}) {
					continue
				}
				seen[t] = true
				found = append(found, test)
			}
		}
	}
	return found
}

// nameTest judges one comparison; t is the type that has the name.
func (h *webhooks) nameTest(op *ssa.BinOp, histories []types.Type) (t types.Type, test *NameTest) {
	name, ok := code.ConstText(op.Y)
	from := op.X
	if !ok {
		name, ok = code.ConstText(op.X)
		from = op.Y
	}
	if !ok {
		return nil, nil
	}
	base, i := loadedField(from)
	if base == nil {
		return nil, nil
	}
	t = code.Deref(base.Type())
	field := partName("", t, i)
	test = &NameTest{Pos: op.Pos(), Name: name}
	what := ""
	family, event := vippsapi.IsEvent(name)
	switch {
	case field == vippsapi.EventName && (event && family == vippsapi.EPayment || vippsapi.IsEventState(name) && isPaymentEvent(t)):
		test.Flag, what = vippsapi.EventSuccess, "the name of an event of the Webhooks API"
	case field == vippsapi.HistoryOperation && slices.ContainsFunc(histories, func(h types.Type) bool { return types.Identical(h, t) }):
		test.Flag, what = vippsapi.HistorySuccess, "an operation in the history of an eCom payment"
	default:
		return nil, nil
	}
	flag := jsonFieldOf(t, test.Flag)
	test.Missing = flag == nil
	if flag != nil && h.mentioned(flag) || h.escapes(t) {
		return nil, nil
	}
	test.Reasons = []Reason{{h.e.position(op.Pos()), "is compared with " + what}}
	return t, test
}

// isPaymentEvent reports whether t surely is the body of an event of a payment.
func isPaymentEvent(t types.Type) bool {
	return code.IsStruct(t) && slices.ContainsFunc(vippsapi.MatchInbound(jsonNames(t)), func(m vippsapi.InboundMatch) bool {
		return m.Strength == vippsapi.Strong && m.Inbound.Payment && m.Inbound.Field(vippsapi.EventSuccess) != nil
	})
}

// loadedField is the struct of which v is the field i, nil where it is none.
func loadedField(v ssa.Value) (base ssa.Value, i int) {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			if f, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL {
				return f.X, f.Field
			}
			return nil, 0
		case *ssa.Field:
			return x.X, x.Field
		case *ssa.Convert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return nil, 0
		}
	}
}

func jsonFieldOf(t types.Type, name string) *types.Var {
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for _, f := range jsonFields(st) {
		if f.name == name {
			return f.v
		}
	}
	return nil
}

// histories are the element types of the histories of eCom payments that the
// package reads.
func (h *webhooks) histories() []types.Type {
	var found []types.Type
	for _, fn := range h.e.flow.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				f, ok := in.(*ssa.FieldAddr)
				if !ok || partName("", f.X.Type(), f.Field) != vippsapi.HistoryList {
					continue
				}
				if list, ok := code.Deref(f.Type()).Underlying().(*types.Slice); ok {
					found = append(found, code.Deref(list.Elem()))
				}
			}
		}
	}
	return found
}

// mentioned reports whether the code of the package names a field.
func (h *webhooks) mentioned(field *types.Var) bool {
	for _, file := range h.e.pass.Files {
		if h.e.syntax.InTest(file.Pos()) {
			continue
		}
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := h.e.pass.TypesInfo.Uses[id].(*types.Var); ok && v.Origin() == field.Origin() {
					found = true
				}
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// escapes reports whether a whole value of type t goes to where it is not seen
// what is done with it: to another package, through an interface, into memory
// that lasts.
func (h *webhooks) escapes(t types.Type) bool {
	is := func(v ssa.Value) bool {
		if m, ok := v.(*ssa.MakeInterface); ok {
			v = m.X
		}
		u := code.Deref(v.Type())
		if s, ok := u.Underlying().(*types.Slice); ok {
			u = code.Deref(s.Elem())
		}
		return types.Identical(u, t)
	}
	for _, fn := range h.e.flow.Unit.Funcs {
		if h.e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.Send:
					if is(in.X) {
						return true
					}
				case *ssa.MapUpdate:
					if is(in.Value) {
						return true
					}
				case *ssa.Store:
					if _, local := in.Addr.(*ssa.Alloc); !local && is(in.Val) && !isVariadic(in) {
						return true
					}
				case ssa.CallInstruction:
					if slices.ContainsFunc(in.Common().Args, is) && h.unseen(in) {
						return true
					}
				}
			}
		}
	}
	return false
}

// isVariadic reports whether s puts one of the arguments of a variadic call.
func isVariadic(s *ssa.Store) bool {
	el, ok := s.Addr.(*ssa.IndexAddr)
	if !ok {
		return false
	}
	_, ok = el.X.(*ssa.Alloc)
	return ok
}

// unseen reports whether it is not seen what call does with what it is given.
func (h *webhooks) unseen(call ssa.CallInstruction) bool {
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
		return false
	}
	if _, _, decodes := DecodedBy(call); decodes {
		return false
	}
	return !fate.Logs(call) && inPackage(call) == nil
}

// decidesActs reports whether something more than a log depends on a comparison.
func (h *webhooks) decidesActs(fn *ssa.Function, op *ssa.BinOp) bool {
	for _, ref := range *op.Referrers() {
		test, ok := ref.(*ssa.If)
		if !ok {
			continue
		}
		side := 0
		if op.Op == token.NEQ {
			side = 1
		}
		to := test.Block().Succs[side]
		for _, b := range fn.Blocks {
			if len(to.Preds) == 1 && !to.Dominates(b) || len(to.Preds) > 1 && b != to {
				continue
			}
			if slices.ContainsFunc(b.Instrs, isDeed) {
				return true
			}
		}
	}
	return false
}

// isDeed reports whether an instruction does something that lasts.
func isDeed(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.Send, *ssa.MapUpdate:
		return true
	case *ssa.Store:
		switch to := in.Addr.(type) {
		case *ssa.FieldAddr, *ssa.Global:
			return true
		case *ssa.IndexAddr:
			return !isVariadic(in)
		case *ssa.Alloc:
			return to.Heap
		}
	case ssa.CallInstruction:
		if _, builtin := in.Common().Value.(*ssa.Builtin); builtin {
			return false
		}
		f := code.Callee(in)
		answers := f != nil && f.Pkg() != nil && (f.Pkg().Path() == "net/http" || isRouterPath(f.Pkg().Path()))
		return !fate.Logs(in) && !isStringFunc(f) && !answers && !carries(in)
	}
	return false
}

// asksBack reports whether fn asks Vipps, itself or through the package: what it
// acts on then is the answer.
func (h *webhooks) asksBack(fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	for _, r := range h.e.requests[fn] {
		for _, op := range r.ops {
			if len(op.ReadsBack) > 0 {
				return true
			}
		}
	}
	for _, call := range code.Calls(fn) {
		if inner := inPackage(call); inner != nil && h.asksBack(inner, seen) {
			return true
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool { return h.asksBack(lit, seen) })
}
