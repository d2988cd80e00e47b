package code

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Loop is a natural loop: the blocks from which its head is reached again.
type Loop struct {
	Head   *ssa.BasicBlock
	Blocks map[*ssa.BasicBlock]bool // the head among them
}

// LoopsOf lists the loops of fn by the order of their heads.
func LoopsOf(fn *ssa.Function) []*Loop {
	var loops []*Loop
	for _, head := range fn.Blocks {
		var l *Loop
		for _, from := range head.Preds {
			if !head.Dominates(from) {
				continue
			}
			if l == nil {
				l = &Loop{head, map[*ssa.BasicBlock]bool{head: true}}
				loops = append(loops, l)
			}
			l.add(from)
		}
	}
	return loops
}

// add adds b and what leads to it from the head.
func (l *Loop) add(b *ssa.BasicBlock) {
	if l.Blocks[b] {
		return
	}
	l.Blocks[b] = true
	for _, p := range b.Preds {
		l.add(p)
	}
}

// Innermost is the smallest loop around b, or nil.
func Innermost(loops []*Loop, b *ssa.BasicBlock) *Loop {
	var least *Loop
	for _, l := range loops {
		if l.Blocks[b] && (least == nil || len(l.Blocks) < len(least.Blocks)) {
			least = l
		}
	}
	return least
}

// Ranges reports whether a loop goes over the elements of something: it does one
// thing for each, and waits for nothing.
func (l *Loop) Ranges() bool {
	return strings.HasPrefix(l.Head.Comment, "rangeindex") || strings.HasPrefix(l.Head.Comment, "rangeiter")
}

// Holds reports whether an instruction runs in each round or in some. A nil Loop
// holds none.
func (l *Loop) Holds(in ssa.Instruction) bool { return l != nil && l.Blocks[in.Block()] }
