package evidence

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// handedOn reports whether v, a parameter, a variable or a pointer, is given to
// code that is not seen: what lies in it may be changed there.
func (e *engine) handedOn(v ssa.Value) bool { return e.handsOn(v, map[ssa.Value]bool{}) }

func (e *engine) handsOn(v ssa.Value, seen map[ssa.Value]bool) bool {
	if load, ok := v.(*ssa.UnOp); ok {
		if local, ok := load.X.(*ssa.Alloc); ok {
			v = local // a struct, or a pointer in a variable
		}
	}
	if seen[v] || v.Referrers() == nil {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.Field, *ssa.UnOp, *ssa.BinOp, *ssa.Extract, *ssa.DebugRef, *ssa.Return:
			return false
		case *ssa.Store:
			local, ok := ref.Addr.(*ssa.Alloc)
			return ref.Addr != v && (!ok || e.handsOn(local, seen))
		case ssa.CallInstruction:
			return e.handsToUnseen(ref, v, seen)
		}
		return true
	})
}

// handsToUnseen is handedOn for what call is given as v.
func (e *engine) handsToUnseen(call ssa.CallInstruction, v ssa.Value, seen map[ssa.Value]bool) bool {
	fn := call.Common().StaticCallee()
	if fn == nil {
		return true
	}
	if len(fn.Blocks) == 0 {
		sum, _ := e.sends(call)
		return sum == nil
	}
	for i, arg := range call.Common().Args {
		if arg == v && e.handsOn(fn.Params[i], seen) {
			return true
		}
	}
	return false
}
