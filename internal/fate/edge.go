package fate

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// edges gives the indices of the successors of b to which the way goes on. Left
// out are those on which the call or something else failed, and those that can't
// be taken on this way.
func (w *walk) edges(b *ssa.BasicBlock, s *state) []int {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		all := make([]int, len(b.Succs))
		for i := range all {
			all[i] = i
		}
		return all
	}
	yes, no := w.sides(branch.Cond, s, 8)
	if yes && no {
		s.doubt = s.doubt || aboutError(s.resolve(branch.Cond), 5)
		if in, ok := w.loop(b); ok && !slices.Contains(s.entered, b.Index) {
			s.entered = append(slices.Clone(s.entered), b.Index)
			slices.Sort(s.entered)
			return []int{in}
		}
	}
	var next []int
	if yes {
		next = append(next, 0)
	}
	if no {
		next = append(next, 1)
	}
	return next
}

// sides says on which sides of a condition the way goes on.
func (w *walk) sides(cond ssa.Value, s *state, depth int) (yes, no bool) {
	if w.code != nil {
		if yes, ok := w.decide(cond, s); ok {
			return yes, !yes
		}
	}
	if t := s.get(cond).truth; t != 0 {
		return t > 0, t < 0
	}
	cond = s.resolve(cond)
	if depth == 0 {
		return true, true
	}
	switch c := cond.(type) {
	case *ssa.Const:
		if c.Value != nil && c.Value.Kind() == constant.Bool {
			t := constant.BoolVal(c.Value)
			return t, !t
		}
	case *ssa.UnOp:
		if c.Op == token.NOT {
			yes, no = w.sides(c.X, s, depth-1)
			return no, yes
		}
	case *ssa.BinOp:
		switch c.Op {
		case token.EQL:
			return w.equal(c.X, c.Y, s)
		case token.NEQ:
			yes, no = w.equal(c.X, c.Y, s)
			return no, yes
		}
	case *ssa.Call:
		if fn := c.Call.StaticCallee(); fn != nil && len(c.Call.Args) == 2 {
			switch name := code.FullName(fn); name {
			case "errors.Is":
				return w.inputEnds(c.Call.Args[1], s), true
			case "errors.As":
				return false, true
			}
		}
	case *ssa.Extract:
		if a, ok := c.Tuple.(*ssa.TypeAssert); ok && c.Index == 1 && code.IsError(a.X.Type()) {
			return false, true
		}
	}
	return true, true
}

// equal says on which sides of x == y the way goes on.
func (w *walk) equal(x, y ssa.Value, s *state) (yes, no bool) {
	x, y = s.resolve(x), s.resolve(y)
	if code.IsNil(x) {
		x, y = y, x
	}
	switch {
	case code.IsNil(x) && code.IsNil(y):
		return true, false
	case w.swallow && code.IsNil(y) && s.kindOf(x) == obliged:
		return false, true
	case code.IsNil(y) && isResponse(x.Type()) && !w.anyRead:
		return false, true
	case code.IsNil(y) && mayHaveNone(x):
		return true, false
	case code.IsNil(y) && code.IsError(x.Type()):
		return !w.fails(x, s, 4), false
	case cancelled(x, y) || cancelled(y, x):
		return false, true
	case code.IsError(x.Type()) && code.IsError(y.Type()):
		return w.inputEnds(x, s) || w.inputEnds(y, s), true
	}
	return true, true
}

// mayHaveNone reports whether x is what a method Err gave, of a context, rows or
// a scanner. Returned, it is a failure; compared with nil, it may be none.
func mayHaveNone(x ssa.Value) bool {
	call, ok := x.(*ssa.Call)
	if !ok || !code.IsError(x.Type()) {
		return false
	}
	if call.Call.IsInvoke() {
		return call.Call.Method.Name() == "Err"
	}
	fn := call.Call.StaticCallee()
	return fn != nil && fn.Signature.Recv() != nil && fn.Name() == "Err"
}

// cancelled reports whether x == y says that a select statement found a context
// done: what follows gives up.
func cancelled(x, y ssa.Value) bool {
	which, ok1 := x.(*ssa.Extract)
	k, ok2 := y.(*ssa.Const)
	if !ok1 || !ok2 || which.Index != 0 {
		return false
	}
	sel, ok := which.Tuple.(*ssa.Select)
	if !ok || k.Value == nil || k.Int64() < 0 || k.Int64() >= int64(len(sel.States)) {
		return false
	}
	done, ok := sel.States[k.Int64()].Chan.(*ssa.Call)
	return ok && done.Call.IsInvoke() && done.Call.Method.Name() == "Done" && code.IsNamed(done.Call.Value.Type(), "context", "Context")
}

// inputEnds reports whether v is io.EOF, the one error that is no failure.
func (w *walk) inputEnds(v ssa.Value, s *state) bool {
	load, ok := s.resolve(v).(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "EOF" && g.Object() != nil && g.Object().Pkg() != nil && g.Object().Pkg().Path() == "io"
}

// aboutError reports whether a condition is what a function says of an error, so
// that one of its sides may be the error's.
func aboutError(v ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Call:
		for _, op := range v.Operands(nil) {
			x := *op
			if m, ok := x.(*ssa.MakeInterface); ok {
				x = m.X
			} else if c, ok := x.(*ssa.ChangeInterface); ok {
				x = c.X
			}
			if x != nil && code.IsError(x.Type()) {
				return true
			}
		}
	case *ssa.BinOp:
		return aboutError(v.X, depth-1) || aboutError(v.Y, depth-1)
	case *ssa.UnOp:
		return v.Op == token.NOT && aboutError(v.X, depth-1)
	case *ssa.Extract:
		return aboutError(v.Tuple, depth-1)
	}
	return false
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// loop gives the successor of b that stays in the loop whose head b is, where
// the other one leaves it and the loop does not hold the call. Such a loop is
// taken to run at least once: a status that is compared with each of a list of
// codes is looked at.
func (w *walk) loop(b *ssa.BasicBlock) (int, bool) {
	if !slices.ContainsFunc(b.Preds, b.Dominates) {
		return 0, false
	}
	first, second := staysIn(b.Succs[0], b), staysIn(b.Succs[1], b)
	if first == second || w.call != nil && staysIn(w.call.Block(), b) {
		return 0, false
	}
	if second {
		return 1, true
	}
	return 0, true
}

// staysIn reports whether the way from block a can come to b, the head of a loop,
// without leaving the loop: without a block that b does not dominate, such as the
// head of a loop around it.
func staysIn(a, b *ssa.BasicBlock) bool { return code.LeadsThrough(a, b, b.Dominates) }
