package evidence

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A keyWalk searches the ways through a function on which a request goes on
// without the header.
type keyWalk struct {
	*keyTrace
	loops []*code.Loop
	known map[*ssa.BasicBlock][]KeyWay
	busy  map[*ssa.BasicBlock]bool
	leads map[*ssa.BasicBlock]bool // whether an exit is reached from a block
	split map[*ssa.BasicBlock]bool // whether both sides of a branch were followed
}

// waysWithout are the ways from the instruction start of fn (nil: from its
// entry) to one of exits on which header is not set on the request v, in terms
// of the parameters of fn.
func (e *engine) waysWithout(fn *ssa.Function, v ssa.Value, start ssa.Instruction, header string, exits map[ssa.Instruction]bool) []KeyWay {
	w := &keyWalk{
		keyTrace: e.traced(fn, v, header, exits, 0),
		loops:    code.LoopsOf(fn), known: map[*ssa.BasicBlock][]KeyWay{}, busy: map[*ssa.BasicBlock]bool{}, leads: map[*ssa.BasicBlock]bool{}, split: map[*ssa.BasicBlock]bool{},
	}
	for in := range exits {
		w.leadTo(in.Block())
	}
	if start == nil {
		return w.decided(w.from(fn.Blocks[0], 0))
	}
	for i, in := range start.Block().Instrs {
		if in == start {
			return w.decided(w.from(start.Block(), i+1))
		}
	}
	return nil
}

// decided leaves out the ways on whose conditions it depends, too, whether the
// request is made or sent at all.
func (w *keyWalk) decided(ways []KeyWay) []KeyWay {
	var before []ParamRef
	for _, b := range w.fn.Blocks {
		if branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && !w.split[b] {
			if c, ok := w.condition(branch.Cond); ok {
				before = append(before, c.Param)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(ways), func(way KeyWay) bool {
		return slices.ContainsFunc(way, func(c KeyCond) bool {
			return slices.ContainsFunc(before, func(p ParamRef) bool { return sameRef(p, c.Param) })
		})
	})
}

// leadTo notes that b leads to an exit.
func (w *keyWalk) leadTo(b *ssa.BasicBlock) {
	if w.leads[b] {
		return
	}
	w.leads[b] = true
	for _, p := range b.Preds {
		w.leadTo(p)
	}
}

// block is from for a whole block. A way that goes round in a circle is none.
func (w *keyWalk) block(b *ssa.BasicBlock) []KeyWay {
	if ways, ok := w.known[b]; ok {
		return ways
	}
	if w.busy[b] || !w.leads[b] {
		return nil
	}
	w.busy[b] = true
	ways := w.from(b, 0)
	delete(w.busy, b)
	w.known[b] = ways
	return ways
}

// from are the ways from instruction i of b.
func (w *keyWalk) from(b *ssa.BasicBlock, i int) []KeyWay {
	if l := w.passing(b, i); l != nil {
		return w.after(l)
	}
	before := always
	for _, in := range b.Instrs[i:] {
		if w.exits[in] {
			return before
		}
		if ways, ok := w.effects[in]; ok {
			if before = bothWays(before, ways); len(before) == 0 {
				return nil
			}
		}
	}
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		var after []KeyWay
		for _, next := range b.Succs {
			after = eitherWays(after, w.block(next))
		}
		return bothWays(before, after)
	}
	return bothWays(before, w.branch(b, branch.Cond))
}

// passing is the loop that begins with b and lies wholly between the request and
// the exits.
func (w *keyWalk) passing(b *ssa.BasicBlock, i int) *code.Loop {
	for _, l := range w.loops {
		if l.Head != b || i > 0 {
			continue
		}
		for in := range w.exits {
			if l.Holds(in) {
				return nil
			}
		}
		return l
	}
	return nil
}

// after are the ways behind a loop, each round of which may set the header.
func (w *keyWalk) after(l *code.Loop) []KeyWay {
	ways := always
	for _, b := range w.fn.Blocks {
		if !l.Blocks[b] {
			continue
		}
		for _, in := range b.Instrs {
			if set, ok := w.effects[in]; ok {
				ways = bothWays(ways, set)
			}
		}
	}
	var on []KeyWay
	for _, b := range w.fn.Blocks {
		if !l.Blocks[b] {
			continue
		}
		for _, next := range b.Succs {
			if !l.Blocks[next] {
				on = eitherWays(on, w.block(next))
			}
		}
	}
	return bothWays(ways, on)
}

// branch are the ways on both sides of a branch.
func (w *keyWalk) branch(b *ssa.BasicBlock, cond ssa.Value) []KeyWay {
	yes, no := b.Succs[0], b.Succs[1]
	if !w.leads[yes] || !w.leads[no] {
		return eitherWays(w.block(yes), w.block(no)) // the other side ends without the request
	}
	w.split[b] = true
	onYes, onNo := w.block(yes), w.block(no)
	if len(onYes) > 0 && len(onNo) > 0 && len(onYes) == len(onNo) {
		same := true
		for i := range onYes {
			same = same && sameWay(onYes[i], onNo[i])
		}
		if same {
			return onYes
		}
	}
	if c, ok := w.condition(cond); ok {
		not := c
		not.Is = !c.Is
		return eitherWays(bothWays([]KeyWay{{c}}, onYes), bothWays([]KeyWay{{not}}, onNo))
	}
	if l := code.Innermost(w.loops, b); l != nil && (!l.Blocks[yes] || !l.Blocks[no]) || w.isCount(cond) {
		return eitherWays(onYes, onNo)
	}
	return bothWays(onYes, onNo) // nobody knows which side is taken: both have to lead on
}

// condition writes cond as one on a parameter.
func (w *keyWalk) condition(cond ssa.Value) (KeyCond, bool) {
	switch x := cond.(type) {
	case *ssa.UnOp:
		if x.Op == token.NOT {
			c, ok := w.condition(x.X)
			c.Is = !c.Is
			return c, ok
		}
	case *ssa.BinOp:
		return w.comparison(x)
	}
	if ref, ok := w.param(cond); ok {
		return KeyCond{Param: ref, Is: true, Than: "true"}, true
	}
	return KeyCond{}, false
}

func (w *keyWalk) comparison(x *ssa.BinOp) (KeyCond, bool) {
	c, ok := x.Y.(*ssa.Const)
	v := x.X
	if !ok {
		if c, ok = x.X.(*ssa.Const); !ok || x.Op != token.EQL && x.Op != token.NEQ {
			return KeyCond{}, false
		}
		v = x.Y
	}
	if call, ok := v.(*ssa.Call); ok && isBuiltin(call) && call.Call.Value.Name() == "len" {
		return w.counted(x.Op, call.Call.Args[0], c)
	}
	if x.Op != token.EQL && x.Op != token.NEQ || code.IsError(v.Type()) {
		return KeyCond{}, false
	}
	ref, ok := w.param(v)
	if !ok {
		return KeyCond{}, false
	}
	than := thanNil
	if !c.IsNil() {
		if c.Value == nil {
			return KeyCond{}, false
		}
		than = c.Value.ExactString()
		if c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "" {
			than = thanEmpty
		}
	}
	return KeyCond{Param: ref, Is: x.Op == token.EQL, Than: than}, true
}

// counted is comparison for the length of v.
func (w *keyWalk) counted(op token.Token, v ssa.Value, c *ssa.Const) (KeyCond, bool) {
	ref, ok := w.param(v)
	if !ok || c.Value == nil || constant.Sign(c.Value) != 0 {
		return KeyCond{}, false
	}
	switch op {
	case token.EQL, token.LEQ:
		return KeyCond{Param: ref, Is: true, Than: thanEmpty}, true
	case token.NEQ, token.GTR:
		return KeyCond{Param: ref, Than: thanEmpty}, true
	}
	return KeyCond{}, false
}

// param is the parameter that v is, and nothing else.
func (w *keyWalk) param(v ssa.Value) (ParamRef, bool) {
	origins := w.e.flow.Origins(flow.At(v))
	if len(origins) != 1 {
		return ParamRef{}, false
	}
	ref, ok := paramRef(w.fn, origins[0].Val)
	if ok && len(ref.Path) > 0 && w.e.handedOn(w.fn.Params[ref.Index]) {
		return ParamRef{}, false
	}
	return ref, ok
}

// isCount reports whether cond depends on nothing but the rounds of loops in the
// function itself.
func (w *keyWalk) isCount(cond ssa.Value) bool {
	counts := false
	foreign := code.MadeOf(cond, func(v ssa.Value) (foreign, end bool) {
		switch v := v.(type) {
		case *ssa.Const, *ssa.BinOp:
			return false, false
		case *ssa.Phi:
			b, ok := v.Type().Underlying().(*types.Basic)
			round := slices.ContainsFunc(w.loops, func(l *code.Loop) bool { return l.Head == v.Block() })
			counts = counts || round
			return !ok || b.Info()&types.IsInteger == 0 || !round, false
		}
		return true, true
	})
	return counts && !foreign
}
