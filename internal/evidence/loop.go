package evidence

import (
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A loop is a natural loop: the blocks from which its head is reached again.
type loop struct {
	head   *ssa.BasicBlock
	blocks map[*ssa.BasicBlock]bool
}

// loopsOf lists the loops of fn by the order of their heads.
func loopsOf(fn *ssa.Function) []*loop {
	var loops []*loop
	for _, head := range fn.Blocks {
		var l *loop
		for _, from := range head.Preds {
			if !head.Dominates(from) {
				continue
			}
			if l == nil {
				l = &loop{head, map[*ssa.BasicBlock]bool{head: true}}
				loops = append(loops, l)
			}
			l.add(from)
		}
	}
	return loops
}

// add adds b and what leads to it from the head.
func (l *loop) add(b *ssa.BasicBlock) {
	if l.blocks[b] {
		return
	}
	l.blocks[b] = true
	for _, p := range b.Preds {
		l.add(p)
	}
}

// innermost is the smallest loop around b, or nil.
func innermost(loops []*loop, b *ssa.BasicBlock) *loop {
	var least *loop
	for _, l := range loops {
		if l.blocks[b] && (least == nil || len(l.blocks) < len(least.blocks)) {
			least = l
		}
	}
	return least
}

// ranges reports whether a loop goes over the elements of something: it does one
// thing for each, and waits for nothing.
func (l *loop) ranges() bool {
	return strings.HasPrefix(l.head.Comment, "rangeindex") || strings.HasPrefix(l.head.Comment, "rangeiter")
}

// holds reports whether an instruction runs in each round or in some.
func (l *loop) holds(in ssa.Instruction) bool { return l != nil && l.blocks[in.Block()] }
