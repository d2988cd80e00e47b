package evidence

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// readings lists the calls that read or decode an answer of Vipps' to some use,
// and those that make the requests, in the order of the source.
func (e *engine) readings() []*Reading {
	if len(e.vipps) == 0 {
		return nil
	}
	var found []*Reading
	made := map[*ssa.Call]*Reading{}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, r := range e.readersOf(fn) {
			if q := e.answered(flow.At(r.from, r.path...).Before(r.call)); q != nil && e.matters(r, q) {
				found = append(found, e.reading(r.call, r.kind, r.err, q))
			}
		}
		found = append(found, e.making(fn, made)...)
	}
	sortedByPos(found, func(r *Reading) int { return int(r.Instr.Common().Pos()) })
	return found
}

func (e *engine) reading(call ssa.CallInstruction, kind ReadingKind, err int, q *request) *Reading {
	return &Reading{Instr: call, Kind: kind, Err: err, Ops: q.ops, Name: code.FuncName(code.Callee(call)), Reasons: q.reasons}
}

// matters reports whether what r reads of the answer to q is used, on a way on
// which the answer was not found to be a refusal. Of what is only read in,
// nothing is lost where decoding it fails and that is looked at.
func (e *engine) matters(r reader, q *request) bool {
	if !e.reachesWell(r.call, q) {
		return false
	}
	if r.kind == Decodes {
		return r.into == nil || usedAfter(r.call, r.into)
	}
	u := e.useOf(r, q)
	return u.used && !u.checked
}

// making lists the calls that make the requests of fn from a method or URL that
// may be refused. One that makes the requests of several functions is listed
// once, with the operations of all.
func (e *engine) making(fn *ssa.Function, known map[*ssa.Call]*Reading) []*Reading {
	var found []*Reading
	for _, r := range e.requests[fn] {
		if len(r.reasons) == 0 || isConstant(r.shape.method) && isConstant(r.shape.url) {
			continue
		}
		for _, made := range []*ssa.Call{r.shape.made, madeFor(r.call)} {
			if made == nil || e.syntax.InTest(made.Pos()) {
				continue
			}
			if first := known[made]; first != nil {
				first.Ops = distinct(append(slices.Clip(first.Ops), r.ops...))
				continue
			}
			known[made] = e.reading(made, Makes, code.Callee(made).Signature().Results().Len()-1, r)
			found = append(found, known[made])
		}
	}
	return found
}

// madeFor is the call that gave the request which call sends, together with an
// error; nil where that is not what stands there.
func madeFor(call ssa.CallInstruction) *ssa.Call {
	for _, arg := range call.Common().Args {
		x, ok := arg.(*ssa.Extract)
		if !ok || !code.IsHTTP(x.Type(), "Request") {
			continue
		}
		made, ok := x.Tuple.(*ssa.Call)
		if !ok || code.Callee(made) == nil {
			continue
		}
		results := code.Callee(made).Signature().Results()
		if last := results.Len() - 1; last > 0 && code.IsErrorInterface(results.At(last).Type()) {
			return made
		}
	}
	return nil
}

// isConstant reports whether a text is known as a whole.
func isConstant(parts []flow.Part) bool {
	for _, p := range parts {
		if p.Hole != nil {
			return false
		}
	}
	return true
}

// usedAfter reports whether what into points to may be used after call: it is a
// variable that something behind call mentions, or not a variable of the
// function alone.
func usedAfter(call ssa.CallInstruction, into ssa.Value) bool {
	for {
		switch x := into.(type) {
		case *ssa.MakeInterface:
			into = x.X
			continue
		case *ssa.ChangeInterface:
			into = x.X
			continue
		case *ssa.ChangeType:
			into = x.X
			continue
		case *ssa.FieldAddr:
			into = x.X
			continue
		case *ssa.Alloc:
			return mentionedAfter(call, x, 0)
		case *ssa.Const:
			return false
		case *ssa.UnOp:
			if cell, ok := x.X.(*ssa.Alloc); ok && x.Op == token.MUL {
				return mentionedAfter(call, cell, 0)
			}
		}
		return true
	}
}

// mentionedAfter reports whether an instruction that can run after call takes
// the value v, or a part of it, up.
func mentionedAfter(call ssa.CallInstruction, v ssa.Value, depth int) bool {
	for _, ref := range *v.Referrers() {
		if ref == ssa.Instruction(call) {
			continue
		}
		switch x := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			if x.Addr != v && runsAfter(call, x) {
				return true
			}
		case *ssa.MakeInterface, *ssa.FieldAddr, *ssa.ChangeType, *ssa.MakeClosure:
			// Made before the call and used behind it, or by somebody unseen.
			if _, ok := x.(*ssa.MakeClosure); ok || depth < 3 && mentionedAfter(call, x.(ssa.Value), depth+1) {
				return true
			}
		default:
			if runsAfter(call, x) {
				return true
			}
		}
	}
	return false
}

// runsAfter reports whether in can run after call.
func runsAfter(call ssa.CallInstruction, in ssa.Instruction) bool {
	from := call.Block()
	if in.Block() == from {
		for _, x := range from.Instrs {
			if x == in {
				break
			}
			if x == ssa.Instruction(call) {
				return true
			}
		}
	}
	seen := map[*ssa.BasicBlock]bool{}
	work := append([]*ssa.BasicBlock(nil), from.Succs...)
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if b == in.Block() {
			return true
		}
		if !seen[b] {
			seen[b] = true
			work = append(work, b.Succs...)
		}
	}
	return false
}
