package fate

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// failing reports whether a return says that the function failed. What is
// behind a test of an error that is not nil was left out before, so only errors
// made for the purpose are left.
func (w *walk) failing(ret *ssa.Return, s *state) bool {
	errs := false
	for _, v := range ret.Results {
		if code.IsError(v.Type()) {
			errs = true
			if w.fails(v, s, 4) {
				return true
			}
		}
	}
	return !errs && zero(ret, s) && w.givesMore()
}

// zero reports whether a return has results and all of them are zero values.
func zero(ret *ssa.Return, s *state) bool {
	for _, v := range ret.Results {
		if c, ok := s.resolve(v).(*ssa.Const); !ok || !isZero(c) {
			return false
		}
	}
	return len(ret.Results) > 0
}

// isZero reports whether c is the zero value of its type.
func isZero(c *ssa.Const) bool {
	if c.Value == nil {
		return true
	}
	switch c.Value.Kind() {
	case constant.Bool:
		return !constant.BoolVal(c.Value)
	case constant.String:
		return constant.StringVal(c.Value) == ""
	}
	return constant.Sign(c.Value) == 0
}

// givesMore reports whether some return of the function gives more than zero
// values: then zero values alone tell the caller of a failure.
func (w *walk) givesMore() bool {
	for _, ret := range code.Returns(w.fn) {
		if !zero(ret, &state{}) {
			return true
		}
	}
	return false
}

// fails reports whether v is an error that is certainly not nil.
func (w *walk) fails(v ssa.Value, s *state, depth int) bool {
	v = s.resolve(v)
	if depth == 0 || s.kindOf(v) == ownError {
		return false
	}
	if t := s.get(v).truth; t != 0 {
		return t > 0
	}
	switch v := v.(type) {
	case *ssa.MakeInterface, *ssa.Alloc:
		return true
	case *ssa.ChangeInterface:
		return w.fails(v.X, s, depth-1)
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.Global)
		return ok
	case *ssa.Phi:
		for _, e := range v.Edges {
			if !w.fails(e, s, depth-1) {
				return false
			}
		}
		return true
	case *ssa.Call:
		return w.r.makesError(v, depth-1)
	}
	return false
}

// makesError reports whether a call's only result is an error that is never
// nil: by its body where there is one, else by its name, so that an unknown
// constructor of errors is not mistaken for a success.
func (r *Result) makesError(call *ssa.Call, depth int) bool {
	if !code.IsError(call.Type()) {
		return false
	}
	c := call.Common()
	if c.IsInvoke() {
		if code.IsNamed(c.Value.Type(), "context", "Context") {
			return true
		}
		return namesError(c.Method.Name())
	}
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	if fn = code.Origin(fn); len(fn.Blocks) > 0 {
		w := newWalk(r, fn)
		rets := code.Returns(fn)
		for _, ret := range rets {
			if len(ret.Results) != 1 || !w.fails(ret.Results[0], &state{}, depth) && !testedNotNil(ret.Results[0], ret.Block()) {
				return false
			}
		}
		return len(rets) > 0
	}
	if obj := fn.Object(); obj != nil && obj.Pkg() != nil && strings.HasSuffix(obj.Pkg().Path(), "pkg/errors") && strings.HasPrefix(obj.Name(), "With") {
		return false
	}
	return namesError(fn.Name())
}

// namesError reports whether a function of that name makes an error.
func namesError(name string) bool {
	return strings.HasPrefix(name, "New") || strings.HasPrefix(name, "new") ||
		strings.Contains(strings.ToLower(name), "err") && !strings.HasPrefix(strings.ToLower(name), "check")
}

// testedNotNil reports whether block b is reached only where v was found not to
// be nil.
func testedNotNil(v ssa.Value, b *ssa.BasicBlock) bool {
	for ; b.Idom() != nil; b = b.Idom() {
		head := b.Idom()
		branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
		if !ok || len(b.Preds) != 1 || b.Preds[0] != head {
			continue
		}
		cmp, ok := branch.Cond.(*ssa.BinOp)
		if !ok || cmp.Op != token.NEQ && cmp.Op != token.EQL {
			continue
		}
		if (cmp.X == v && code.IsNil(cmp.Y) || cmp.Y == v && code.IsNil(cmp.X)) && (cmp.Op == token.NEQ) == (head.Succs[0] == b) {
			return true
		}
	}
	return false
}

// answersFailure reports whether a call tells a browser of a failure: with a
// constant from 400 to 599 given as an int together with what answers go to.
func answersFailure(c *ssa.CallCommon) bool {
	if fn := c.StaticCallee(); fn != nil && code.FullName(fn) == "net/http.NotFound" {
		return true
	}
	answers := c.IsInvoke() && isAnswer(c.Value.Type())
	bad := false
	for _, arg := range c.Args {
		answers = answers || isAnswer(arg.Type())
		k, ok := arg.(*ssa.Const)
		if ok && k.Value != nil && types.Identical(k.Type(), types.Typ[types.Int]) {
			bad = bad || 400 <= k.Int64() && k.Int64() < 600
		}
	}
	return answers && bad
}

// isAnswer reports whether t is what a handler writes its answer to: a
// http.ResponseWriter, or the context of one of the common routers.
func isAnswer(t types.Type) bool {
	if code.IsNamed(t, "net/http", "ResponseWriter") {
		return true
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() == "context" {
		return false
	}
	return named.Obj().Name() == "Context" || named.Obj().Name() == "Ctx"
}
