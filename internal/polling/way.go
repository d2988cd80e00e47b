package polling

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A pollWay follows the ways from a read in a loop on which nothing fails.
type pollWay struct {
	e    *engine
	r    repeat
	code int // that the read answers with

	// state is what the payment is in; "": anything.
	state string

	// calm says that no error at all comes up. Otherwise only the read and what
	// makes its request or decodes its answer succeed; other errors may end the
	// loop at any time.
	calm bool
}

func newPollWay(e *engine, r repeat) pollWay {
	w := pollWay{e: e, r: r, code: 200, calm: true}
	if codes := r.ops[0].Success; len(codes) > 0 {
		w.code = codes[0]
	}
	return w
}

// A verdict of a condition.
type outcome int

const (
	either  outcome = iota // it depends on something that is not understood
	byError                // it depends on an error, by a function that is not understood
	byState                // it depends on the state, which is not given
	yes
	no
)

func outcomeIf(ok bool) outcome {
	if ok {
		return yes
	}
	return no
}

func (o outcome) not() outcome {
	switch o {
	case yes:
		return no
	case no:
		return yes
	}
	return o
}

// condition judges a condition on such a way.
func (w pollWay) condition(cond ssa.Value, depth int) outcome {
	if depth > maxNesting {
		return either
	}
	switch x := cond.(type) {
	case *ssa.Const:
		return outcomeIf(x.Value != nil && x.Value.String() == "true")
	case *ssa.UnOp:
		if x.Op == token.NOT {
			return w.condition(x.X, depth+1).not()
		}
	case *ssa.BinOp:
		if x.Op == token.EQL || x.Op == token.NEQ {
			o := w.equal(x, depth)
			if x.Op == token.NEQ {
				o = o.not()
			}
			if o != either {
				return o
			}
		}
	case *ssa.Phi:
		return w.joined(x, depth)
	case *ssa.Call:
		if c, ok := w.e.comparisonBy(x); ok {
			return w.compared(c)
		}
		if w.calm && slices.ContainsFunc(x.Call.Args, func(v ssa.Value) bool { return code.IsErrorInterface(v.Type()) }) {
			if code.IsFunc(code.Callee(x), "errors", "", "Is", "As") {
				return no
			}
			return byError
		}
	}
	if holds, known := w.e.ev.ByStatus(cond, w.code); known {
		return outcomeIf(holds)
	}
	return either
}

// equal judges a comparison with ==.
func (w pollWay) equal(x *ssa.BinOp, depth int) outcome {
	a, b := x.X, x.Y
	if _, ok := a.(*ssa.Const); ok {
		a, b = b, a
	}
	c, ok := b.(*ssa.Const)
	if !ok {
		return either
	}
	if c.IsNil() {
		switch {
		case code.IsError(a.Type()):
			if w.calm || w.ofRead(a, 0) {
				return yes
			}
		case w.resultOf(a) == w.r.call && code.IsPointer(a.Type()):
			return no // the answer is there
		}
		return either
	}
	if cmp, ok := w.e.comparison(x); ok {
		return w.compared(cmp)
	}
	if c.Value != nil && (c.Value.String() == "true" || c.Value.String() == "false") {
		o := w.condition(a, depth+1)
		if c.Value.String() == "false" {
			o = o.not()
		}
		return o
	}
	return either
}

// compared judges a comparison of the state that was read.
func (w pollWay) compared(c comparison) outcome {
	if !slices.ContainsFunc(c.of, func(s *vippsapi.StateField) bool {
		return slices.ContainsFunc(w.r.ops, func(op *vippsapi.Operation) bool { return op.ID == s.Of })
	}) {
		return either
	}
	if w.state == "" {
		return byState
	}
	return outcomeIf(slices.ContainsFunc(c.values, func(v constantText) bool { return c.equal(v.text, w.state) }))
}

// joined judges a value that branches have set before, by those of them that
// such a way takes.
func (w pollWay) joined(phi *ssa.Phi, depth int) outcome {
	result, found := either, false
	for i, edge := range phi.Edges {
		from := phi.Block().Preds[i]
		if w.r.loop.Blocks[phi.Block()] && !w.r.loop.Blocks[from] || w.edge(from, phi.Block(), depth) == no {
			continue
		}
		o := w.condition(edge, depth+1)
		if found && o != result {
			if o == byState || result == byState {
				result = byState
				continue
			}
			return either
		}
		result, found = o, true
	}
	return result
}

// edge judges whether a way that comes to a block goes on to the next.
func (w pollWay) edge(from, to *ssa.BasicBlock, depth int) outcome {
	if depth > maxNesting {
		return either
	}
	o := yes
	if branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If); ok {
		o = w.condition(branch.Cond, depth+1)
		if from.Succs[0] != to {
			o = o.not()
		} else if from.Succs[1] == to {
			o = yes
		}
	}
	if o == yes && len(from.Preds) == 1 && from != w.r.call.Block() {
		return w.edge(from.Preds[0], from, depth+1)
	}
	return o
}

// ofRead reports whether an error comes from the read, or from making its
// request or decoding its answer.
func (w pollWay) ofRead(v ssa.Value, depth int) bool {
	if depth > maxNesting {
		return false
	}
	if phi, ok := v.(*ssa.Phi); ok {
		return !slices.ContainsFunc(phi.Edges, func(edge ssa.Value) bool { return !w.ofRead(edge, depth+1) })
	}
	if c, ok := v.(*ssa.Const); ok {
		return c.IsNil()
	}
	call := w.resultOf(v)
	if call == nil {
		return false
	}
	if evidence.Reads(call) || call == w.r.call {
		return true
	}
	f := code.Callee(call)
	if code.IsFunc(f, "net/http", "", "NewRequest", "NewRequestWithContext") {
		return true
	}
	return w.e.asksVipps(call) // the token, for one
}

// resultOf is the call that v is a result of, or nil.
func (w pollWay) resultOf(v ssa.Value) ssa.CallInstruction {
	switch x := v.(type) {
	case *ssa.Call:
		return x
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok {
			return call
		}
	}
	return nil
}

// A round is what is on the ways from a read to the next.
type round struct {
	blocks map[*ssa.BasicBlock]bool // on a way back to the read
	exits  bool                     // a way leads out of the loop
}

// round follows all ways from the read. pass says through which branches whose
// outcome is open a way goes, and enter which blocks it may go through; nil: all.
func (w pollWay) round(pass func(outcome) bool, enter func(*ssa.BasicBlock) bool) round {
	start := w.r.call.Block()
	next := func(b *ssa.BasicBlock) []*ssa.BasicBlock {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			return b.Succs
		}
		switch o := w.condition(branch.Cond, 0); o {
		case yes:
			return b.Succs[:1]
		case no:
			return b.Succs[1:]
		default:
			if pass(o) {
				return b.Succs
			}
			return nil
		}
	}
	var out round
	reached := map[*ssa.BasicBlock]bool{}
	back := map[*ssa.BasicBlock][]*ssa.BasicBlock{}
	work := []*ssa.BasicBlock{start}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		for _, s := range next(b) {
			if !w.r.loop.Blocks[s] {
				out.exits = true
				continue
			}
			back[s] = append(back[s], b)
			if !reached[s] && (s == start || enter == nil || enter(s)) {
				reached[s] = true
				if s != start {
					work = append(work, s)
				}
			}
		}
	}
	out.blocks = map[*ssa.BasicBlock]bool{}
	if !reached[start] {
		return out
	}
	work = []*ssa.BasicBlock{start}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if out.blocks[b] {
			continue
		}
		out.blocks[b] = true
		for _, p := range back[b] {
			if p == start || reached[p] {
				work = append(work, p)
			}
		}
	}
	return out
}
