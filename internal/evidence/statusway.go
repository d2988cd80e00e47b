package evidence

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
)

// usualSuccess are the codes that stand for success where the operation is not
// known.
var usualSuccess = []int{200, 201, 202, 204}

// reachesWell reports whether in is reached on a way on which the status of the
// answer has not been found bad: one that an answer with a code of success takes. A branch that depends on the status in a manner that is not understood
// ends the way.
func (e *engine) reachesWell(in ssa.Instruction, r *request) bool {
	codes := usualSuccess
	for i, op := range r.ops {
		if i == 0 {
			codes = nil
		}
		codes = append(codes[:len(codes):len(codes)], op.Success...)
	}
	return slices.ContainsFunc(codes, func(code int) bool {
		return statusWay{e, code}.reaches(in)
	})
}

// A statusWay follows the ways that an answer with one status code takes.
type statusWay struct {
	e    *engine
	code int
}

// reaches reports whether such a way leads from the entry of the function to in.
func (w statusWay) reaches(in ssa.Instruction) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if b == in.Block() {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		for i, next := range b.Succs {
			if ok && w.side(branch.Cond, i == 0) != open {
				continue
			}
			if walk(next) {
				return true
			}
		}
		return false
	}
	return walk(in.Parent().Blocks[0])
}

// A passage says whether a way goes through one side of a branch.
type passage int

const (
	unclear passage = iota // the branch depends on the status in a manner that is not understood
	shut
	open
)

func passageIf(ok bool) passage {
	if ok {
		return open
	}
	return shut
}

// side says whether cond can come out as side. A condition that has nothing to
// do with a status can.
func (w statusWay) side(cond ssa.Value, side bool) passage {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		return w.side(not.X, !side)
	}
	if !w.ofStatus(cond) {
		return open
	}
	if call, ok := cond.(*ssa.Call); ok {
		return w.asked(call, side)
	}
	cmp, ok := cond.(*ssa.BinOp)
	if !ok {
		return unclear
	}
	if code.IsErrorInterface(cmp.X.Type()) { // a helper was given the response, and gave an error
		if w.code >= 300 {
			return unclear
		}
		return passageIf((cmp.Op == token.EQL) == side)
	}
	x, ok := w.number(cmp.X)
	y, ok2 := w.number(cmp.Y)
	switch cmp.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		if ok && ok2 {
			return passageIf(constant.Compare(x, cmp.Op, y) == side)
		}
	}
	return unclear
}

// asked is side for a library's method that tells success from failure.
func (w statusWay) asked(call *ssa.Call, side bool) passage {
	switch asksResponse(call) {
	case "IsError", "IsStatusFailure", "IsErrorState":
		return passageIf((w.code >= 400) == side)
	case "IsSuccess", "IsStatusSuccess", "IsSuccessState":
		return passageIf((w.code/100 == 2) == side)
	}
	return unclear
}

// number is the number that v is, where it is a constant, the status code, or
// one divided by the other.
func (w statusWay) number(v ssa.Value) (constant.Value, bool) {
	if w.isCode(v) {
		return constant.MakeInt64(int64(w.code)), true
	}
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.Int {
			return x.Value, true
		}
	case *ssa.BinOp:
		if x.Op != token.QUO {
			return nil, false
		}
		a, ok := w.number(x.X)
		b, ok2 := w.number(x.Y)
		if ok && ok2 && constant.Sign(b) != 0 {
			return constant.BinaryOp(a, token.QUO_ASSIGN, b), true
		}
	}
	return nil, false
}

// isCode reports whether v is the status code: that of a response, or an int
// that came with the answer.
func (w statusWay) isCode(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.Call:
		return asksResponse(x) == "StatusCode"
	case *ssa.UnOp:
		return x.Op == token.MUL && statusField(x.X) == "StatusCode"
	case *ssa.Extract:
		call, ok := x.Tuple.(*ssa.Call)
		return ok && w.e.vipps[call] != nil && types.Identical(x.Type(), types.Typ[types.Int])
	}
	return false
}

// ofStatus reports whether v is made from the status of a response, or by a
// function that was given the response.
func (w statusWay) ofStatus(v ssa.Value) bool {
	return code.MadeOf(v, func(v ssa.Value) (yes, end bool) {
		if name := statusField(v); name == "StatusCode" || name == "Status" || w.isCode(v) {
			return true, true
		}
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, false
		}
		if _, reads := standardReader(call); reads || isSender(code.Callee(call)) {
			return false, true
		}
		for _, arg := range call.Call.Args {
			if fate.IsResponse(arg.Type()) {
				return passesOn(call) == nil, true
			}
		}
		return false, false
	})
}

// isSender reports whether f gives a response: its error says nothing of the
// status.
func isSender(f *types.Func) bool {
	if f == nil {
		return false
	}
	for v := range f.Signature().Results().Variables() {
		if fate.IsResponse(v.Type()) {
			return true
		}
	}
	return false
}

// statusField is the name of the field of a response that v is or points to,
// or "".
func statusField(v ssa.Value) string {
	switch x := v.(type) {
	case *ssa.FieldAddr:
		if code.IsHTTP(x.X.Type(), "Response") {
			return code.FieldName(x.X.Type(), x.Field)
		}
	case *ssa.Field:
		if code.IsHTTP(x.X.Type(), "Response") {
			return code.FieldName(x.X.Type(), x.Field)
		}
	}
	return ""
}
