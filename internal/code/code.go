// Package code answers small questions about Go code that every stage asks:
// about types, functions and the ways between blocks.
package code

import "golang.org/x/tools/go/ssa"

// Returns lists the returns of fn.
func Returns(fn *ssa.Function) []*ssa.Return {
	var list []*ssa.Return
	for _, b := range fn.Blocks {
		if b == fn.Recover {
			continue
		}
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			list = append(list, ret)
		}
	}
	return list
}

// LeadsTo reports whether the way from block a can come to b.
func LeadsTo(a, b *ssa.BasicBlock) bool {
	return LeadsThrough(a, b, func(*ssa.BasicBlock) bool { return true })
}

// LeadsThrough reports whether the way from block a can come to b through blocks
// for which through holds.
func LeadsThrough(a, b *ssa.BasicBlock, through func(*ssa.BasicBlock) bool) bool {
	seen := map[*ssa.BasicBlock]bool{a: true}
	todo := []*ssa.BasicBlock{a}
	for len(todo) > 0 {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if x == b {
			return true
		}
		if !through(x) {
			continue
		}
		for _, next := range x.Succs {
			if !seen[next] {
				seen[next] = true
				todo = append(todo, next)
			}
		}
	}
	return false
}
