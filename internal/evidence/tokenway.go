package evidence

import (
	"go/constant"
	"go/token"
	"go/types"
	"net/http"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// everySuccess reports whether call was made on every way on which its function
// succeeds. A way that gives an error fails, and so does one that gives none of
// the results asked about.
func (e *engine) everySuccess(call ssa.Instruction, results []int) bool {
	fn := call.Parent()
	some := false
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || b == fn.Recover {
			continue
		}
		if before(call, []ssa.Instruction{ret}) {
			some = true
			continue
		}
		if !fails(ret) && !empty(ret, results) {
			return false
		}
	}
	return some
}

// empty reports whether all of the results are zero values.
func empty(ret *ssa.Return, results []int) bool {
	for _, i := range results {
		c, ok := resultOf(ret, i).(*ssa.Const)
		if !ok || c.Value != nil && (c.Value.Kind() != constant.String || constant.StringVal(c.Value) != "") {
			return false
		}
	}
	return len(results) > 0
}

// resultOf is what result i of a return was set to right before it: in a function
// that defers something, results are variables.
func resultOf(ret *ssa.Return, i int) ssa.Value {
	load, ok := ret.Results[i].(*ssa.UnOp)
	if !ok {
		return ret.Results[i]
	}
	value := ret.Results[i]
	for _, in := range ret.Block().Instrs {
		if st, ok := in.(*ssa.Store); ok && st.Addr == load.X {
			value = st.Val
		}
	}
	return value
}

// fails reports whether a return is one of failure: it gives an error that is
// made there, or stands behind a comparison that found one.
func fails(ret *ssa.Return) bool {
	for i, r := range ret.Results {
		if !code.IsError(r.Type()) {
			continue
		}
		switch x := resultOf(ret, i).(type) {
		case *ssa.MakeInterface:
			return true
		case *ssa.Call:
			if f := code.Callee(x); code.IsFunc(f, "fmt", "", "Errorf") || code.IsFunc(f, "errors", "", "New") {
				return true
			}
		case *ssa.UnOp:
			if _, ok := x.X.(*ssa.Global); ok {
				return true
			}
		}
	}
	return foundError(ret.Block())
}

// foundError reports whether b is only reached where an error was not nil.
func foundError(b *ssa.BasicBlock) bool {
	for ; b != nil && b.Idom() != nil; b = b.Idom() {
		branch, ok := lastOf(b.Idom()).(*ssa.If)
		if !ok {
			continue
		}
		cmp, ok := branch.Cond.(*ssa.BinOp)
		if !ok || !code.IsError(cmp.X.Type()) || cmp.Op != token.NEQ && cmp.Op != token.EQL {
			continue
		}
		side := b.Idom().Succs[0]
		if cmp.Op == token.EQL {
			side = b.Idom().Succs[1]
		}
		if c, ok := cmp.Y.(*ssa.Const); ok && c.IsNil() && side == b && len(b.Preds) == 1 {
			return true
		}
	}
	return false
}

func lastOf(b *ssa.BasicBlock) ssa.Instruction { return b.Instrs[len(b.Instrs)-1] }

// renews reports whether a branch before call asks for something that tells of an
// old token: the time, a refusal, or that there is nothing yet.
func renews(call *ssa.Call) bool {
	for b := call.Block(); b.Idom() != nil; b = b.Idom() {
		branch, ok := lastOf(b.Idom()).(*ssa.If)
		if !ok || len(b.Preds) != 1 {
			continue
		}
		if cmp, ok := branch.Cond.(*ssa.BinOp); ok && isZero(cmp.Y) && !code.IsErrorInterface(cmp.X.Type()) {
			if (cmp.Op == token.EQL) == (b.Idom().Succs[0] == b) {
				return true
			}
		}
		if code.MadeOf(branch.Cond, tellsOfAge) {
			return true
		}
	}
	return false
}

// isZero reports whether v is "" or nil.
func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && (c.IsNil() || c.Value != nil && c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "")
}

// tellsOfAge reports whether v is a time, or the code of a refusal.
func tellsOfAge(v ssa.Value) (yes, end bool) {
	if c, ok := v.(*ssa.Const); ok {
		return c.Value != nil && c.Value.Kind() == constant.Int && (c.Int64() == http.StatusUnauthorized || c.Int64() == http.StatusForbidden), true
	}
	_, call := v.(*ssa.Call)
	return code.IsNamed(v.Type(), "time", "Time") || code.IsNamed(v.Type(), "time", "Duration"), call && !isTimes(v)
}

// isTimes reports whether v is what a method of a time gives.
func isTimes(v ssa.Value) bool {
	f := code.Callee(v.(*ssa.Call))
	return f != nil && f.Pkg() != nil && f.Pkg().Path() == "time"
}

// loopsAround lists the loops of the function of in that in stands in.
func (e *engine) loopsAround(in ssa.Instruction) []*code.Loop {
	fn := in.Parent()
	all, ok := e.tokens.loops[fn]
	if !ok {
		all = code.LoopsOf(fn)
		e.tokens.loops[fn] = all
	}
	var found []*code.Loop
	for _, l := range all {
		if l.Holds(in) {
			found = append(found, l)
		}
	}
	return found
}

// inLoop reports whether in stands in a loop that may run more often than a
// request is tried again.
func inLoop(in ssa.Instruction) bool {
	for _, l := range code.LoopsOf(in.Parent()) {
		if l.Holds(in) && !retries(l) {
			return true
		}
	}
	return false
}

// maxTries is how often a request may be tried in a loop that counts to a
// constant.
const maxTries = 10

// retries reports whether a loop counts to a small constant.
func retries(l *code.Loop) bool {
	branch, ok := lastOf(l.Head).(*ssa.If)
	if !ok || l.Ranges() {
		return false
	}
	cmp, ok := branch.Cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	c, ok := cmp.Y.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return false
	}
	n, exact := constant.Int64Val(c.Value)
	return exact && n <= maxTries && (cmp.Op == token.LSS || cmp.Op == token.LEQ)
}

// waits reports whether a loop waits for a time to pass or to come.
func waits(l *code.Loop) bool {
	for b := range l.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Call:
				if code.IsFunc(code.Callee(in), "time", "", "Sleep") {
					return true
				}
			case *ssa.UnOp:
				if in.Op == token.ARROW && ofTime(in.X.Type()) {
					return true
				}
			case *ssa.Select:
				if slices.ContainsFunc(in.States, func(s *ssa.SelectState) bool { return ofTime(s.Chan.Type()) }) {
					return true
				}
			}
		}
	}
	return false
}

func ofTime(t types.Type) bool {
	c, ok := t.Underlying().(*types.Chan)
	return ok && code.IsNamed(c.Elem(), "time", "Time")
}

// sendsMany reports whether the function that call goes to sends requests in a
// loop.
func (e *engine) sendsMany(call ssa.CallInstruction) bool {
	if fn := code.Helper(e.pass.Pkg, call); fn != nil {
		return e.manyIn(fn)
	}
	given := e.importedFetches(call)
	return given != nil && given.Many
}

func (e *engine) manyIn(fn *ssa.Function) bool {
	known, ok := e.tokens.many[fn]
	if ok {
		return known
	}
	e.tokens.many[fn] = true // one that calls itself sends again
	many := slices.ContainsFunc(e.requests[fn], func(r *request) bool {
		return !onlyToken(r) && (inLoop(r.call) || e.sendsMany(r.call))
	})
	e.tokens.many[fn] = many
	return many
}

// sendsAlways reports whether fn sends what its caller describes on every way on
// which it succeeds.
func (e *engine) sendsAlways(fn *ssa.Function) bool {
	known, ok := e.tokens.always[fn]
	if ok {
		return known
	}
	e.tokens.always[fn] = false // one that calls itself is not followed
	always := slices.ContainsFunc(e.requests[fn], func(r *request) bool {
		if !e.dependsOnCaller(r) || !e.everySuccess(r.call, nil) {
			return false
		}
		if inner := code.Helper(e.pass.Pkg, r.call); inner != nil {
			return e.sendsAlways(inner)
		}
		if given := e.importedFetches(r.call); given != nil {
			return given.Always
		}
		return code.Callee(r.call) != nil
	})
	e.tokens.always[fn] = always
	return always
}
