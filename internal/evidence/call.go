package evidence

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/place"
)

// callsFound lists the calls that answer with what Vipps said, in the order of
// the source.
func (e *engine) callsFound(checkingTransport bool) []*Call {
	e.markInner()
	e.indexVipps()
	var found []*Call
	byInstr := map[ssa.CallInstruction]*Call{}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, r := range e.requests[fn] {
			if len(r.reasons) == 0 {
				continue
			}
			if c := byInstr[r.call]; c != nil {
				c.Ops = distinct(append(c.Ops, r.ops...))
				continue
			}
			c := &Call{
				Instr: r.call, Ops: r.ops, Name: r.name, Reasons: r.reasons,
				Response: r.answer.Response, Status: r.answer.Status, Err: r.answer.Err,
			}
			mayCheck := checkingTransport && !r.answer.Plain
			if mayCheck {
				c.Response, c.Status = -1, -1 // the status may have become an error already
			}
			if r.answer.Lost && !r.answer.Vipps && r.inner == nil && !mayCheck {
				c.Inside = &fate.Outcome{Fate: fate.Lost, At: place.Place{Position: r.answer.LostAt}}
			}
			byInstr[r.call] = c
			found = append(found, c)
		}
	}
	return found
}

// indexVipps notes the requests that are known to be Vipps' by their calls.
func (e *engine) indexVipps() {
	e.vipps = map[ssa.CallInstruction]*request{}
	for _, fn := range e.flow.Unit.Funcs {
		for _, r := range e.requests[fn] {
			if len(r.reasons) > 0 && e.vipps[r.call] == nil {
				e.vipps[r.call] = r
			}
		}
	}
}

// markInner tells the requests of general functions of this package what their
// callers in it send through them.
func (e *engine) markInner() {
	for range maxRounds {
		changed := false
		for _, fn := range e.flow.Unit.Funcs {
			for _, r := range e.requests[fn] {
				if len(r.reasons) > 0 && r.inner != nil {
					changed = e.markRequests(r) || changed
				}
			}
		}
		if !changed {
			return
		}
	}
}

// markRequests marks what the function that r calls sends for its callers. What
// is general there stands for the operations of all of them.
func (e *engine) markRequests(r *request) bool {
	changed := false
	for _, q := range e.requests[r.inner] {
		if len(q.reasons) == 0 {
			q.reasons = r.reasons
			changed = true
		}
		if len(q.ops) == 0 {
			q.lent = true
		}
		if ops := distinct(append(slices.Clip(q.ops), r.ops...)); q.lent && len(ops) > len(q.ops) {
			q.ops = ops
			changed = true
		}
	}
	return changed
}

// callPos orders calls.
func callPos(c *Call) token.Pos { return c.Instr.Common().Pos() }
