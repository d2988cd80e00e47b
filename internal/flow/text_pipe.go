package flow

import (
	"go/token"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// piped folds what is read from a pipe that call made: what one function writes
// to its other end in a straight line.
func (f *folder) piped(v Val, call *ssa.Call) []Text {
	var writes []ssa.CallInstruction
	for _, ref := range *call.Referrers() {
		if end, ok := ref.(*ssa.Extract); ok && end.Index == 1 {
			writes = append(writes, callsWith(end, maxPipe)...)
		}
	}
	writes = slices.DeleteFunc(writes, func(use ssa.CallInstruction) bool {
		fn := use.Common().StaticCallee()
		return fn != nil && slices.Contains(closers, code.FullName(fn))
	})
	var lists [][]Text
	for i, use := range writes {
		if use.Parent() != writes[0].Parent() || i > 0 && !dominates(writes[i-1], use) || leadsBack(use) {
			return f.hole(v)
		}
		list, _, ok := f.written(Val{V: call}, use)
		if !ok {
			return f.hole(v)
		}
		lists = append(lists, list)
	}
	if len(lists) == 0 {
		return f.hole(v)
	}
	return f.combine(v, lists...)
}

// maxPipe is how many variables, closures and conversions a pipe is followed
// through.
const maxPipe = 6

var closers = []string{"io.PipeWriter.Close", "io.PipeWriter.CloseWithError"}

// callsWith lists the calls that are given v, through local variables, closures
// and conversions, in the order of the source.
func callsWith(v ssa.Value, depth int) []ssa.CallInstruction {
	if v.Referrers() == nil || depth == 0 {
		return nil
	}
	var list []ssa.CallInstruction
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Call:
			if fn := ref.Call.StaticCallee(); fn != nil && code.FullName(fn) == "encoding/json.NewEncoder" {
				list = append(list, callsWith(ref, depth-1)...)
				continue
			}
			list = append(list, ref)
		case *ssa.Store:
			if ref.Val == v {
				list = append(list, callsWith(ref.Addr, depth-1)...)
			}
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				list = append(list, callsWith(ref, depth-1)...)
			}
		case *ssa.MakeClosure:
			if fn, ok := ref.Fn.(*ssa.Function); ok {
				for i, b := range ref.Bindings {
					if b == v {
						list = append(list, callsWith(fn.FreeVars[i], depth-1)...)
					}
				}
			}
		case *ssa.MakeInterface:
			list = append(list, callsWith(ref, depth-1)...)
		case *ssa.ChangeInterface:
			list = append(list, callsWith(ref, depth-1)...)
		}
	}
	slices.SortStableFunc(list, func(a, b ssa.CallInstruction) int { return int(a.Pos() - b.Pos()) })
	return slices.Compact(list)
}

// leadsBack reports whether instr can be run again in one call of its function.
func leadsBack(instr ssa.Instruction) bool {
	return slices.ContainsFunc(instr.Block().Succs, func(b *ssa.BasicBlock) bool { return code.LeadsTo(b, instr.Block()) })
}
