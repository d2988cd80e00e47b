package polling

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// tooFast judges how long r waits between two reads; nil where that is not known
// or the guidelines are kept.
func (e *engine) tooFast(r repeat) *Poll {
	at := e.syntax.Call(r.call)
	p := &Poll{Pos: at.Pos, End: at.End, Ops: r.ops, Name: r.name, Reasons: r.reasons}
	w := newPollWay(e, r)
	pauses := map[*ssa.BasicBlock]pause{}
	stateful := false
	total, ok := e.pauseOn(w.round(func(o outcome) bool {
		stateful = stateful || o == byState
		return o != byError
	}, nil), r, pauses)
	switch {
	case ok && total.kind == known && total.least < vippsapi.PollEvery:
		p.Pause, p.Grows, p.Waits = total.least, total.grows, e.position(total.at)
		return p
	case ok && total.kind == none && stateful:
		return p
	}
	// A way without any pause, on which nothing decides but the state.
	bare := w.round(func(o outcome) bool { return o == byState }, func(b *ssa.BasicBlock) bool {
		return e.blockPause(b, r, pauses).kind == none
	})
	if len(bare.blocks) > 0 && e.blockPause(r.call.Block(), r, pauses).kind == none {
		return p
	}
	return nil
}

// pauseOn adds up the pauses on the ways back to the read; false where there is
// no such way.
func (e *engine) pauseOn(on round, r repeat, pauses map[*ssa.BasicBlock]pause) (pause, bool) {
	var total pause
	for _, b := range r.call.Parent().Blocks {
		if on.blocks[b] {
			total = total.and(e.blockPause(b, r, pauses))
		}
	}
	return total, len(on.blocks) > 0
}

func (e *engine) blockPause(b *ssa.BasicBlock, r repeat, pauses map[*ssa.BasicBlock]pause) pause {
	total, ok := pauses[b]
	if ok {
		return total
	}
	for _, in := range b.Instrs {
		total = total.and(e.pauseOf(in, r.loop, 0))
	}
	pauses[b] = total
	return total
}

// and is one pause after the other.
func (p pause) and(q pause) pause {
	switch {
	case p.kind == unsaid || q.kind == unsaid:
		return pause{kind: unsaid}
	case p.kind == known && q.kind == known:
		p.least += q.least
		p.grows = p.grows || q.grows
		return p
	case p.kind == known:
		return p
	case q.kind == known:
		return q
	}
	return pause{kind: max(p.kind, q.kind)}
}

// endless judges whether a loop ends on some states and goes on for ever on
// others that are final too; nil where it does not, or may end otherwise.
func (e *engine) endless(r repeat) *Endless {
	for _, op := range r.ops {
		if len(op.ReadsBack) == 0 {
			return nil
		}
	}
	var found *Endless
	for _, op := range r.ops {
		for _, s := range vippsapi.StatesOf(op.ID) {
			if len(s.Failure) == 0 || strings.Contains(s.Path, "[]") {
				continue // of a list, one member has an end, and the next another
			}
			ends := false
			var missing []string
			for _, v := range append(slices.Clone(s.Success), s.Failure...) {
				w := newPollWay(e, r)
				w.state, w.calm = v, false
				on := w.round(func(outcome) bool { return true }, nil)
				switch {
				case on.exits:
					ends = true
				case len(on.blocks) > 0 && slices.Contains(s.Failure, v):
					missing = append(missing, v)
				}
			}
			if !ends || len(missing) == 0 || e.limited(r) {
				return nil
			}
			at := e.syntax.Call(r.call)
			found = &Endless{Pos: at.Pos, End: at.End, State: s, Missing: missing, Reasons: r.reasons}
		}
	}
	return found
}

// limited reports whether the read is given a context that ends by itself.
func (e *engine) limited(r repeat) bool {
	fns := map[*ssa.Function]bool{}
	work := []*ssa.Function{r.call.Parent()}
	for len(work) > 0 && len(fns) < code.MaxSlice {
		fn := work[0]
		work = work[1:]
		if fns[fn] {
			continue
		}
		fns[fn] = true
		for _, call := range code.Calls(fn) {
			if code.IsFunc(code.Callee(call), "context", "", "WithTimeout", "WithDeadline", "WithTimeoutCause", "WithDeadlineCause") && !r.loop.Holds(call) {
				return true
			}
		}
		if fn.Parent() != nil {
			work = append(work, fn.Parent())
		}
		for _, call := range e.flow.Callers(fn) {
			work = append(work, call.Parent())
		}
	}
	return false
}
