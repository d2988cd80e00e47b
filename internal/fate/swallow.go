package fate

import (
	"go/token"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// SwallowFate follows the error that call gives as result err along the ways on
// which the function found it not to be nil. Lost says that it is kept on none
// of them: it is not read again, nothing is logged, counted, stored, sent or
// wrapped there, and the function goes on or returns as if all was well. The
// place is that of the comparison.
//
// Checked says that some way keeps it, or answers a browser and returns. A test
// for nil that has no other side ("if err == nil { … }") is not judged.
func (r *Result) SwallowFate(call ssa.CallInstruction, err int) Outcome {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err < 0 || !readable(call) {
		return Outcome{}
	}
	w := newWalk(r, call.Parent())
	w.call = call
	w.anyRead, w.swallow = true, true
	start := state{}
	w.root(&start, err, obliged)
	w.fromCall(start)
	return w.swallowed()
}

// An errorWay is what is known of a way on which the error followed was found
// not to be nil.
type errorWay struct {
	test     *ssa.BinOp      // the comparison; nil: none yet
	branch   *ssa.BasicBlock // heads the blocks that belong to the error alone; nil: there are none
	answered bool            // a browser was told something
}

// alone reports whether block b is reached with the error only.
func (e errorWay) alone(b *ssa.BasicBlock) bool { return e.branch != nil && e.branch.Dominates(b) }

// swallowed unites the endings of the error's ways. One that keeps it is enough:
// what the others do is then done on purpose.
func (w *walk) swallowed() Outcome {
	if w.spent {
		return Outcome{}
	}
	var lost *ending
	for i := range w.ends {
		e := &w.ends[i]
		if e.fate != Lost {
			return Outcome{Fate: e.fate}
		}
		if lost == nil || w.worse(e, lost) {
			lost = e
		}
	}
	if lost == nil {
		return Outcome{}
	}
	note := "the function goes on as if all were well"
	switch {
	case lost.again:
		note = "the next call is made"
	case isReturn(lost.at):
		note = "the function ends as if all were well"
	}
	return Outcome{Fate: Lost, At: place.At(w.r.pass, lost.test.Pos()), Way: []place.Step{
		w.stepAt(w.call.Pos(), "the call"),
		w.stepAt(lost.test.Pos(), "the error is found"),
		w.stepAt(w.endPos(lost), note),
	}}
}

func isReturn(in ssa.Instruction) bool {
	_, ok := in.(*ssa.Return)
	return ok
}

// ownTest gives the comparison with nil of the error followed that cond is on
// this way, and nil where it is none.
func (w *walk) ownTest(cond ssa.Value, s *state) *ssa.BinOp {
	for range 8 {
		cond = s.resolve(cond)
		switch c := cond.(type) {
		case *ssa.UnOp:
			if c.Op != token.NOT {
				return nil
			}
			cond = c.X
		case *ssa.BinOp:
			if w.comparesOwn(c, s) {
				return c
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// comparesOwn reports whether cmp compares the error followed with nil.
func (w *walk) comparesOwn(cmp *ssa.BinOp, s *state) bool {
	if cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return false
	}
	return s.kindOf(cmp.X) == obliged && code.IsNil(cmp.Y) || s.kindOf(cmp.Y) == obliged && code.IsNil(cmp.X)
}

// onErrorWay notes, where the way takes a branch that tests the error followed,
// that it has been found, and reports whether to go on.
func (w *walk) onErrorWay(branch *ssa.If, to *ssa.BasicBlock, s *state) bool {
	if s.failed.test != nil {
		return true
	}
	cmp := w.ownTest(branch.Cond, s)
	if cmp == nil {
		return true
	}
	in := w.r.testAt(cmp.Pos())
	if in == nil || in.forNil && !in.otherSide() {
		w.end(s, ending{fate: FateUnknown})
		return false
	}
	if w.r.assignsBeyond(in.errorSide()) {
		w.keeps(branch, s) // another value, for what comes after
		return false
	}
	s.failed = errorWay{test: cmp, branch: in.head(to)}
	return true
}

// afterError takes an instruction in a walk for SwallowFate. It reports whether
// it has seen to it, and whether the way ends with it.
func (w *walk) afterError(in ssa.Instruction, s *state) (done, ends bool) {
	if cmp, ok := in.(*ssa.BinOp); ok && w.comparesOwn(cmp, s) {
		if !steers(cmp, 4) {
			return true, w.escapes(s) // kept as a truth value
		}
		if s.failed.test == nil && w.r.emptyBranch(cmp) {
			s.failed.test = cmp
		}
		return true, false
	}
	alone := s.failed.alone(in.Block())
	if e, ok := w.readsObliged(in, s); ok && !(alone && onlyTells(in)) {
		w.end(s, e)
		return true, true
	}
	if s.failed.test == nil {
		return isReturn(in), isReturn(in) // the error was not looked at
	}
	switch in := in.(type) {
	case *ssa.Return:
		w.swallowedAt(in, s, alone)
		return true, true
	case *ssa.Panic:
		return true, w.keeps(in, s)
	case *ssa.Send, *ssa.Select:
		if alone && !onlyReceives(in) {
			return true, w.keeps(in, s)
		}
	case *ssa.MapUpdate:
		if alone && !madeIn(in.Map, s.failed) {
			return true, w.keeps(in, s)
		}
	case *ssa.Store:
		switch {
		case alone && keepsBy(in) && !madeIn(in.Addr, s.failed):
			return true, w.keeps(in, s)
		case !alone && s.failed.answered && !isLocal(in.Addr):
			return true, w.goesOn(in, s)
		}
	case ssa.CallInstruction:
		return true, w.calledAfterError(in, s, alone)
	}
	return false, false
}

// steers reports whether a truth value is used for nothing but to decide where
// the way goes.
func steers(v ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.If, *ssa.DebugRef:
		case *ssa.UnOp:
			if !steers(ref, depth-1) {
				return false
			}
		case *ssa.Phi:
			if !steers(ref, depth-1) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// keeps ends a way on which the error leaves a trace.
func (w *walk) keeps(in ssa.Instruction, s *state) bool {
	w.end(s, ending{fate: Checked, result: -1, at: in})
	return true
}

// goesOn ends a way that told a browser of the error and then does what is done
// on success, but for a test with two sides: both come together there.
func (w *walk) goesOn(in ssa.Instruction, s *state) bool {
	test := w.r.testAt(s.failed.test.Pos())
	if test == nil || test.otherSide() {
		return w.keeps(in, s)
	}
	w.loses(in, s)
	return true
}

func (w *walk) loses(in ssa.Instruction, s *state) {
	w.end(s, ending{fate: Lost, result: -1, at: in, test: s.failed.test})
}

// nextRound takes the next round of the loop around the call. Where the loop is one
// over a list, the next item is asked for; else the same thing is tried again,
// and what comes after the last try decides.
func (w *walk) nextRound(in ssa.Instruction, s *state) {
	if s.failed.test != nil && w.r.overItems(w.call.Pos()) {
		w.end(s, ending{fate: Lost, result: -1, at: in, test: s.failed.test, again: true})
	}
}

// swallowedAt judges a return on the error's way.
func (w *walk) swallowedAt(ret *ssa.Return, s *state, alone bool) {
	i := w.errorResult()
	switch {
	case s.failed.answered, w.failing(ret, s):
		w.keeps(ret, s)
	case i < 0 && alone && len(ret.Results) > 0:
		w.keeps(ret, s) // a value that may tell of the failure
	case i < 0:
		w.loses(ret, s)
	case code.IsNil(s.resolve(ret.Results[i])):
		if alone && !zeroBut(ret, i, s) {
			w.keeps(ret, s)
			return
		}
		w.loses(ret, s)
	case !alone && s.kindOf(ret.Results[i]) == nothing && isOfCall(s.resolve(ret.Results[i])):
		w.loses(ret, s)
	default:
		w.escapes(s)
	}
}

// zeroBut reports whether all results but i are zero values, or point to one.
func zeroBut(ret *ssa.Return, i int, s *state) bool {
	for k, v := range ret.Results {
		if k == i {
			continue
		}
		switch v := s.resolve(v).(type) {
		case *ssa.Const:
			if !isZero(v) {
				return false
			}
		case *ssa.Alloc:
			if len(*v.Referrers()) > 1 {
				return false // it is filled, or somebody else has it
			}
		default:
			return false
		}
	}
	return true
}

// isOfCall reports whether v is what a call gave.
func isOfCall(v ssa.Value) bool {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	_, ok := v.(*ssa.Call)
	return ok
}

// calledAfterError takes a call on the error's way and reports whether the way
// ends with it. What belongs to the error alone may do anything with it; what is
// called on success as well does not.
func (w *walk) calledAfterError(in ssa.CallInstruction, s *state, alone bool) bool {
	c := in.Common()
	if neverReturns(c) {
		return w.keeps(in, s)
	}
	if b, ok := c.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "append", "copy", "delete", "close", "print", "println":
			return alone && w.keeps(in, s)
		}
		return false
	}
	switch {
	case alone && answers(c):
		s.failed.answered = true
	case alone && !keepsNothing(c):
		return w.keeps(in, s)
	case !alone && s.failed.answered && (answers(c) || !keepsNothing(c) && !logs(c) && !measures(c)):
		if _, deferred := in.(*ssa.Defer); !deferred {
			return w.goesOn(in, s)
		}
	}
	return false
}
