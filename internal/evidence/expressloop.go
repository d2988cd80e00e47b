package evidence

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// outgrown lists those among the origins of a list with which a loop begins that
// surely appends to it: after it, the list is not that any more.
func (e *engine) outgrown(origins []flow.Origin) []ssa.Value {
	var gone []ssa.Value
	for _, o := range origins {
		call, ok := o.Val.V.(*ssa.Call)
		if !ok || !appends(call) {
			continue
		}
		if first := e.appendsTo(call); first != nil {
			if sl, ok := first.(*ssa.Slice); ok {
				first = sl.X
			}
			gone = append(gone, first)
		}
	}
	return gone
}

// appendsTo gives the list that a loop begins with which runs at least once, and
// begins each round with the block of call, which appends to the list; nil where
// that is not certain.
func (e *engine) appendsTo(call *ssa.Call) ssa.Value {
	phi, ok := call.Call.Args[0].(*ssa.Phi)
	if !ok || len(phi.Edges) != 2 || phi.Edges[1] != ssa.Value(call) {
		return nil
	}
	head := phi.Block()
	branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
	if !ok || head.Succs[0] != call.Block() || len(call.Block().Preds) != 1 {
		return nil
	}
	cond, ok := branch.Cond.(*ssa.BinOp)
	if !ok || cond.Op != token.LSS || !startsAtZero(cond.X, head) || !e.isPositive(cond.Y) {
		return nil
	}
	return phi.Edges[0]
}

// startsAtZero reports whether i, in the condition at the head of a loop, is 0
// there at first: as in for i := 0, or in a range loop, which adds 1 to -1.
func startsAtZero(i ssa.Value, head *ssa.BasicBlock) bool {
	first := int64(0)
	if add, ok := i.(*ssa.BinOp); ok && add.Op == token.ADD && add.Block() == head && isInt(add.Y, 1) {
		i, first = add.X, -1
	}
	phi, ok := i.(*ssa.Phi)
	return ok && phi.Block() == head && len(phi.Edges) == 2 && isInt(phi.Edges[0], first)
}

// isInt reports whether v is the integer constant n.
func isInt(v ssa.Value, n int64) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Int && c.Int64() == n
}

// isPositive reports whether n is a positive constant, or the length of a list
// that is written down with elements.
func (e *engine) isPositive(n ssa.Value) bool {
	if c, ok := n.(*ssa.Const); ok {
		return c.Value != nil && c.Value.Kind() == constant.Int && c.Int64() > 0
	}
	call, ok := n.(*ssa.Call)
	if !ok {
		return false
	}
	if b, ok := call.Call.Value.(*ssa.Builtin); !ok || b.Name() != "len" {
		return false
	}
	list := call.Call.Args[0]
	if load, ok := list.(*ssa.UnOp); ok && load.Op == token.MUL {
		g, ok := load.X.(*ssa.Global)
		return ok && e.keepsElements(g)
	}
	return isFilledLiteral(list)
}

// keepsElements reports whether the variable g of the package is never set but to
// lists that are written down with elements.
func (e *engine) keepsElements(g *ssa.Global) bool {
	if !e.setsAlone(g) {
		return false
	}
	for _, in := range e.flow.Unit.Uses(g) {
		switch in := in.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if in.Addr != ssa.Value(g) || !isFilledLiteral(in.Val) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isFilledLiteral reports whether v is a list that is written down with elements.
func isFilledLiteral(v ssa.Value) bool {
	sl, ok := v.(*ssa.Slice)
	if !ok || sl.Low != nil || sl.High != nil {
		return false
	}
	a, ok := sl.X.(*ssa.Alloc)
	if !ok || a.Comment != "slicelit" {
		return false
	}
	array, ok := code.Deref(a.Type()).Underlying().(*types.Array)
	return ok && array.Len() > 0
}
