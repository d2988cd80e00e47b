package evidence

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// sources traces what is read back to where it came into the package's hands:
// through readers around readers, buffers, and what was read of them.
func (e *engine) sources(v flow.Val, depth int) []flow.Origin {
	if depth > maxNesting {
		return nil
	}
	var found []flow.Origin
	for _, o := range e.flow.Origins(v) {
		switch x := o.Val.V.(type) {
		case *ssa.Const:
			continue
		case *ssa.Call:
			if from := passesOn(x); from != nil && o.Result == 0 {
				found = append(found, e.sources(o.Val.With(from).Before(x), depth+1)...)
				continue
			}
		case *ssa.Convert:
			found = append(found, e.sources(o.Val.With(x.X), depth+1)...)
			continue
		case *ssa.Alloc:
			if code.IsNamed(x.Type(), "bytes", "Buffer") || code.IsNamed(x.Type(), "strings", "Builder") {
				found = append(found, e.filledFrom(o.Val, x, depth)...)
				continue
			}
		}
		if !o.Zero {
			found = append(found, o)
		}
	}
	return found
}

// filledFrom is sources for what is read into the buffer buf.
func (e *engine) filledFrom(v flow.Val, buf *ssa.Alloc, depth int) []flow.Origin {
	var found []flow.Origin
	for _, call := range code.Calls(buf.Parent()) {
		r, ok := standardReader(call)
		if !ok || r.kind != ReadsIn || r.into == nil {
			continue
		}
		for _, o := range e.flow.Origins(v.With(r.into).Before(call)) {
			if o.Val.V == ssa.Value(buf) {
				found = append(found, e.sources(v.With(r.from).Before(call), depth+1)...)
			}
		}
	}
	return found
}

// answered gives the Vipps request whose answer v is read from; nil where v may
// be something else too.
func (e *engine) answered(v flow.Val) *request { return e.answeredAt(v, 0) }

func (e *engine) answeredAt(v flow.Val, depth int) *request {
	if depth > maxNesting {
		return nil
	}
	var found *request
	for _, o := range e.sources(v, 0) {
		var r *request
		switch x := o.Val.V.(type) {
		case *ssa.Call:
			if q := e.vipps[x]; q != nil && o.Result == q.answer.Body {
				r = q
			}
			// What a general helper sends for others is not sent by this call.
			if outer := o.Val.Through(); r != nil && outer != nil {
				r = e.vipps[outer]
			}
		case *ssa.Parameter:
			r = e.passedAnswer(o.Val, x, depth)
		}
		if r == nil {
			return nil
		}
		if found == nil {
			found = r
		}
	}
	return found
}

// passedAnswer is answeredAt for a part of a parameter: what some caller in the
// package hands it.
func (e *engine) passedAnswer(v flow.Val, p *ssa.Parameter, depth int) *request {
	fn := p.Parent()
	i := v.Param(fn)
	if i < 0 || !readable(p.Type()) {
		return nil
	}
	for _, call := range e.flow.Callers(fn) {
		if e.syntax.InTest(call.Pos()) || i >= len(call.Common().Args) {
			continue
		}
		if r := e.answeredAt(flow.At(call.Common().Args[i], v.Path...).Before(call), depth+1); r != nil {
			return r
		}
	}
	return nil
}

// bodyResult is the result of fn from which the body of the answer to r can be
// read: the response, its body, or what was read of it; -1 where none is.
func (e *engine) bodyResult(fn *ssa.Function, r *request) int {
	results := fn.Signature.Results()
	if r.answer.Body < 0 {
		return -1
	}
	for i := range results.Len() {
		if !readable(results.At(i).Type()) {
			continue
		}
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok || i >= len(ret.Results) {
				continue
			}
			for _, o := range e.sources(flow.At(ret.Results[i]).Before(ret), 0) {
				if o.Val.V == r.call.Value() && o.Result == r.answer.Body || o.Val.Through() == r.call && e.isBody(o) {
					return i
				}
			}
		}
	}
	return -1
}

// isBody reports whether o is what the answer to a request of this package is
// read from.
func (e *engine) isBody(o flow.Origin) bool {
	call, ok := o.Val.V.(*ssa.Call)
	return ok && slices.ContainsFunc(e.requests[call.Parent()], func(q *request) bool {
		return q.call == call && o.Result == q.answer.Body
	})
}
