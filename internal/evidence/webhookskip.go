package evidence

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// skipped lists the tests in a payment handler by which it passes over its own
// check, and the acts that come before the check.
func (h *webhooks) skipped(fn *ssa.Function) []*Unsigned {
	if !isHandler(fn.Signature) {
		return nil
	}
	touching := h.guards.touching(fn)
	if len(touching) == 0 || h.covered.has(h.e.position(fn.Pos())) || h.calledBehindGuard(fn) {
		return nil
	}
	acts := h.actsOf(fn)
	if len(acts) == 0 {
		return nil
	}
	w := &walk{h: h, fn: fn, touching: touching, goal: func(in ssa.Instruction) bool {
		return slices.ContainsFunc(acts, func(a act) bool { return a.at == in && !a.mild })
	}}
	var found []*Unsigned
	for _, test := range w.passes() {
		found = append(found, h.unsignedAt(place.Span{Pos: test.Cond.Pos(), End: test.Cond.Pos()}, Skipped, acts[0]))
	}
	for _, call := range code.Calls(fn) {
		inner := inPackage(call)
		if inner == nil || !slices.Contains(touching, ssa.Instruction(call)) || !w.decides(call) {
			continue
		}
		if test := h.letsPass(inner, w.wanted(call)); test != nil {
			found = append(found, h.unsignedAt(place.Span{Pos: test.Cond.Pos(), End: test.Cond.Pos()}, Skipped, acts[0]))
		}
	}
	for _, a := range acts {
		if len(found) == 0 && !a.mild && !a.asks && before(a.at, touching) {
			found = append(found, h.unsignedAt(h.span(a), TooLate, a))
		}
	}
	return found
}

// lenient lists the tests by which fn lets requests pass where the header or the
// secret is empty: middleware before payment handlers, and functions that check
// the signature of webhooks for handlers of other packages.
func (h *webhooks) lenient(fn *ssa.Function) []*Unsigned {
	var found []*Unsigned
	if a, ok := h.covered.before[fn]; ok {
		for _, inner := range append([]*ssa.Function{fn}, literalsIn(fn)...) {
			w := &walk{h: h, fn: inner, touching: h.guards.touching(inner), goal: func(in ssa.Instruction) bool {
				call, ok := in.(ssa.CallInstruction)
				return ok && delegates(call)
			}}
			for _, test := range w.passes() {
				found = append(found, h.unsignedAt(place.Span{Pos: test.Cond.Pos(), End: test.Cond.Pos()}, Skipped, a))
			}
		}
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() || !isErrorResult(fn) || !h.readsSignature(fn, map[*ssa.Function]bool{}).IsValid() {
		return found
	}
	if test := h.letsPass(fn, nil); test != nil {
		a := act{inbound: vippsapi.SignedPayment(), decoded: Reason{h.e.position(h.readsSignature(fn, map[*ssa.Function]bool{})), "reads a header that only signed webhooks of Vipps have"}}
		found = append(found, h.unsignedAt(place.Span{Pos: test.Cond.Pos(), End: test.Cond.Pos()}, Skipped, a))
	}
	return found
}

func isErrorResult(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	return results.Len() == 1 && code.IsErrorInterface(results.At(0).Type())
}

// literalsIn lists the function literals in fn, however deep.
func literalsIn(fn *ssa.Function) []*ssa.Function {
	var all []*ssa.Function
	for _, lit := range fn.AnonFuncs {
		all = append(append(all, lit), literalsIn(lit)...)
	}
	return all
}

func (h *webhooks) unsignedAt(at place.Span, kind UnsignedKind, a act) *Unsigned {
	return &Unsigned{Pos: at.Pos, End: at.End, Kind: kind, Inbound: a.inbound, Reasons: []Reason{a.decoded}}
}

// before reports whether every way to what touches leads over at.
func before(at ssa.Instruction, touching []ssa.Instruction) bool {
	for _, in := range touching {
		if in.Block() == at.Block() {
			if slices.Index(in.Block().Instrs, in) < slices.Index(at.Block().Instrs, at) {
				return false
			}
			continue
		}
		if !at.Block().Dominates(in.Block()) {
			return false
		}
	}
	return true
}

// A walk looks for ways through a function that pass over its check.
type walk struct {
	h        *webhooks
	fn       *ssa.Function
	touching []ssa.Instruction
	goal     func(ssa.Instruction) bool
}

// passes lists the tests for an empty header or secret that lead to the goal
// over no check.
func (w *walk) passes() []*ssa.If {
	if len(w.fn.Blocks) == 0 {
		return nil
	}
	var found []*ssa.If
	for _, b := range w.fn.Blocks {
		test, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		op, ok := test.Cond.(*ssa.BinOp)
		if !ok || !isEmptyTest(op) {
			continue
		}
		side, known := emptySide(op)
		if !known || !w.authenticates(emptyOperand(op)) {
			continue
		}
		reached := leadsTo(edge{nil, w.fn.Blocks[0]}, w.isCheck, func(in ssa.Instruction) bool { return in == ssa.Instruction(test) })
		if reached && leadsTo(edge{b, b.Succs[side]}, w.isCheck, w.goal) && !leadsTo(edge{b, b.Succs[1-side]}, w.isCheck, w.goal) {
			found = append(found, test)
		}
	}
	return found
}

// emptySide is the successor that runs where the operand is empty.
func emptySide(op *ssa.BinOp) (side int, known bool) {
	switch op.Op {
	case token.EQL:
		return 0, true
	case token.NEQ:
		return 1, true
	case token.GTR: // len(x) > 0
		_, left := op.Y.(*ssa.Const)
		return 1, left
	}
	return 0, false
}

// authenticates reports whether v is a header that authenticates, or a text
// that the check uses too.
func (w *walk) authenticates(v ssa.Value) bool {
	if code.IsErrorInterface(v.Type()) {
		return false
	}
	keys := map[any]bool{}
	w.h.addKeys(v, keys, map[ssa.Value]bool{})
	delete(keys, nil)
	if len(keys) == 0 {
		return false
	}
	used := map[any]bool{}
	w.h.checkKeys(w.fn, used, map[*ssa.Function]bool{})
	for k := range keys {
		if used[k] {
			return true
		}
	}
	return false
}

// addKeys notes by what the parts of v are known again: the field, variable or
// environment variable that a secret is in, the header that is read.
func (h *webhooks) addKeys(v ssa.Value, keys map[any]bool, seen map[ssa.Value]bool) {
	if v == nil || seen[v] || len(seen) > code.MaxSlice {
		return
	}
	seen[v] = true
	switch x := v.(type) {
	case *ssa.Global, *ssa.FreeVar, *ssa.Parameter:
		if isTextual(code.Deref(v.Type())) {
			keys[v] = true
		}
	case *ssa.FieldAddr:
		if f := structField(x.X.Type(), x.Field); f != nil && isTextual(f.Type()) {
			keys[f] = true
		}
	case *ssa.Field:
		if f := structField(x.X.Type(), x.Field); f != nil && isTextual(f.Type()) {
			keys[f] = true
		}
	case *ssa.Alloc:
		for _, ref := range *x.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == v {
				h.addKeys(s.Val, keys, seen)
			}
		}
	case *ssa.Call:
		if name, known, ok := headerRead(x); ok {
			if known && !vippsapi.PlainHeader(name) {
				keys["header"] = true
			}
			return
		}
		f := code.Callee(x)
		if code.IsFunc(f, "os", "", "Getenv") {
			if name, ok := code.ConstText(x.Call.Args[0]); ok {
				keys["env "+name] = true
			}
			return
		}
		if isStringFunc(f) {
			for _, arg := range x.Call.Args {
				h.addKeys(arg, keys, seen)
			}
		}
	case *ssa.Lookup:
		if isHeaders(x.X) {
			keys["header"] = true
		}
	case *ssa.UnOp:
		h.addKeys(x.X, keys, seen)
	case *ssa.Convert:
		h.addKeys(x.X, keys, seen)
	case *ssa.Extract:
		h.addKeys(x.Tuple, keys, seen)
	case *ssa.Slice:
		h.addKeys(x.X, keys, seen)
	}
}

// checkKeys notes what the checks in fn, and in the functions of the package
// that it calls for them, are made of.
func (h *webhooks) checkKeys(fn *ssa.Function, keys map[any]bool, seen map[*ssa.Function]bool) {
	if seen[fn] {
		return
	}
	seen[fn] = true
	add := func(v ssa.Value) { h.addKeys(v, keys, map[ssa.Value]bool{}) }
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.BinOp:
				if (in.Op == token.EQL || in.Op == token.NEQ) && !isEmptyTest(in) && isTextual(in.X.Type()) {
					mine := map[any]bool{}
					h.addKeys(in.X, mine, map[ssa.Value]bool{})
					h.addKeys(in.Y, mine, map[ssa.Value]bool{})
					if mine["header"] {
						for k := range mine {
							keys[k] = true
						}
					}
				}
			case ssa.CallInstruction:
				f := code.Callee(in)
				inner := inPackage(in)
				switch {
				case code.IsFunc(f, "crypto/hmac", "", "Equal", "New"), code.IsFunc(f, "crypto/subtle", "", "ConstantTimeCompare"):
					for _, arg := range in.Common().Args {
						add(arg)
					}
				case inner != nil && h.guards.may(inner), inner == nil && slices.Contains(h.guards.touching(fn), ssa.Instruction(in)):
					if _, _, ok := headerRead(in); ok {
						continue
					}
					for _, arg := range in.Common().Args {
						if code.IsText(arg.Type()) { // bytes are the body
							add(arg)
						}
					}
					if inner != nil {
						h.checkKeys(inner, keys, seen)
					}
				}
			}
		}
	}
}

// isCheck reports whether a test hangs on the check.
func (w *walk) isCheck(test *ssa.If) bool {
	if op, ok := test.Cond.(*ssa.BinOp); ok && emptyOperand(op) != nil && !code.IsErrorInterface(emptyOperand(op).Type()) {
		return false
	}
	return stemsFrom(test.Cond, w.touching, map[ssa.Value]bool{})
}

// decides reports whether the function branches on what call gives.
func (w *walk) decides(call ssa.CallInstruction) bool {
	for _, b := range w.fn.Blocks {
		if test, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && stemsFrom(test.Cond, []ssa.Instruction{call}, map[ssa.Value]bool{}) {
			return true
		}
	}
	return false
}

// wanted is the value of the bool that call gives on the way to the goal: true
// or false, and nil where it gives none or both lead there.
func (w *walk) wanted(call ssa.CallInstruction) *bool {
	for _, b := range w.fn.Blocks {
		test, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cond, not := test.Cond, false
		if u, ok := cond.(*ssa.UnOp); ok && u.Op == token.NOT {
			cond, not = u.X, true
		}
		if cond != call.Value() {
			continue
		}
		never := func(*ssa.If) bool { return false }
		yes := leadsTo(edge{b, b.Succs[0]}, never, w.goal)
		no := leadsTo(edge{b, b.Succs[1]}, never, w.goal)
		if yes == no {
			return nil
		}
		want := yes != not
		return &want
	}
	return nil
}

// letsPass finds the test for an empty header or secret by which fn, which a
// handler asks whether a request is authentic, says that it is: with the bool
// want, or with a nil error.
func (h *webhooks) letsPass(fn *ssa.Function, want *bool) *ssa.If {
	results := fn.Signature.Results()
	if results.Len() != 1 {
		return nil
	}
	w := &walk{h: h, fn: fn, touching: h.guards.touching(fn)}
	w.goal = func(in ssa.Instruction) bool {
		ret, ok := in.(*ssa.Return)
		if !ok {
			return false
		}
		c, ok := ret.Results[0].(*ssa.Const)
		switch {
		case !ok:
			return false
		case code.IsErrorInterface(results.At(0).Type()):
			return c.IsNil()
		case want != nil && c.Value != nil && c.Value.Kind() == constant.Bool:
			return constant.BoolVal(c.Value) == *want
		}
		return false
	}
	for _, test := range w.passes() {
		return test
	}
	return nil
}

func structField(t types.Type, i int) *types.Var {
	if st, ok := code.Deref(t).Underlying().(*types.Struct); ok && i < st.NumFields() {
		return st.Field(i).Origin()
	}
	return nil
}
