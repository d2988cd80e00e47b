package evidence

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// An edge is how a way comes into a block.
type edge struct{ from, to *ssa.BasicBlock }

// leadsTo reports whether a way from an edge on leads to an instruction that is
// the goal, and over no test at which stop is true, or of a setting. A test of a constant that
// the way brings along goes one way only.
func leadsTo(from edge, stop func(*ssa.If) bool, goal func(ssa.Instruction) bool) bool {
	seen := map[edge]bool{}
	work := []edge{from}
	for len(work) > 0 {
		e := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[e] {
			continue
		}
		seen[e] = true
		if slices.ContainsFunc(e.to.Instrs, goal) {
			return true
		}
		test, ok := e.to.Instrs[len(e.to.Instrs)-1].(*ssa.If)
		if !ok {
			for _, next := range e.to.Succs {
				work = append(work, edge{e.to, next})
			}
			continue
		}
		if side, known := decided(test, e); known {
			work = append(work, edge{e.to, e.to.Succs[side]})
			continue
		}
		if stop(test) || isSwitch(test.Cond) {
			continue
		}
		work = append(work, edge{e.to, e.to.Succs[0]}, edge{e.to, e.to.Succs[1]})
	}
	return false
}

// isSwitch reports whether a test is of a setting: a bool that is kept somewhere.
// What a program does where it is set is on purpose.
func isSwitch(cond ssa.Value) bool {
	if u, ok := cond.(*ssa.UnOp); ok && u.Op == token.NOT {
		cond = u.X
	}
	switch x := cond.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return true
	case *ssa.UnOp:
		switch from := x.X.(type) {
		case *ssa.Global, *ssa.FreeVar:
			return true
		case *ssa.FieldAddr:
			_, local := from.X.(*ssa.Alloc)
			return !local
		}
	}
	return false
}

// decided is the successor that a test takes where the way by which it is
// reached says so: a && b is false where a is.
func decided(test *ssa.If, e edge) (side int, known bool) {
	cond, not := test.Cond, false
	if u, ok := cond.(*ssa.UnOp); ok && u.Op == token.NOT {
		cond, not = u.X, true
	}
	phi, ok := cond.(*ssa.Phi)
	if !ok || phi.Block() != e.to {
		return 0, false
	}
	i := slices.Index(e.to.Preds, e.from)
	if i < 0 {
		return 0, false
	}
	c, ok := phi.Edges[i].(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Bool {
		return 0, false
	}
	if constant.BoolVal(c.Value) == not {
		return 1, true
	}
	return 0, true
}

// stemsFrom reports whether v is made from what one of the instructions gives.
func stemsFrom(v ssa.Value, from []ssa.Instruction, seen map[ssa.Value]bool) bool {
	if v == nil || seen[v] || len(seen) > code.MaxSlice {
		return false
	}
	seen[v] = true
	in, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	if slices.Contains(from, in) {
		return true
	}
	if alloc, ok := v.(*ssa.Alloc); ok {
		for _, ref := range *alloc.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == v && stemsFrom(s.Val, from, seen) {
				return true
			}
		}
	}
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op != nil && stemsFrom(*op, from, seen) {
			return true
		}
	}
	return false
}
