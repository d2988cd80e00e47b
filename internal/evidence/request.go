package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// maxShapes bounds the requests that one call may stand for: each known method
// with each known URL.
const maxShapes = 8

// requestsOf lists the requests of fn in the order of its calls, those of which
// nothing is known left out.
func (e *engine) requestsOf(fn *ssa.Function) []*request {
	var reqs []*request
	for _, call := range code.Calls(fn) {
		if shapes, ok := e.primitive(call); ok {
			answer := e.rawAnswer(call)
			for _, s := range shapes {
				reqs = append(reqs, &request{fn: fn, call: call, shape: s, answer: answer, name: code.FuncName(code.Callee(call))})
			}
			continue
		}
		if shapes, answer, ok := e.sentByLibrary(call); ok {
			for _, s := range shapes {
				reqs = append(reqs, &request{fn: fn, call: call, shape: s, answer: answer, name: code.FuncName(code.Callee(call))})
			}
			continue
		}
		reqs = append(reqs, e.summarised(call)...)
	}
	e.retired[fn] = nil
	for _, r := range reqs {
		e.match(r)
		if len(r.shape.url) > 0 && slices.ContainsFunc(e.urls(r.shape.url), isRetired) {
			e.retired[fn] = append(e.retired[fn], r)
		}
	}
	delete(e.faint, fn)
	return slices.DeleteFunc(reqs, func(r *request) bool {
		unknown := len(r.reasons) == 0 && !e.dependsOnCaller(r)
		if unknown {
			e.faint[fn] = append(e.faint[fn], r)
		}
		return unknown
	})
}

func isRetired(url string) bool {
	_, ok := vippsapi.RetiredHost(url)
	return ok
}

// summarised are the requests of a call by what is known of the function that it
// goes to.
func (e *engine) summarised(call ssa.CallInstruction) []*request {
	sum, inner := e.sends(call)
	base := request{fn: call.Parent(), call: call, inner: inner, name: e.nameOf(call)}
	if sum == nil {
		sum = e.sendsThrough(call)
	}
	if sum == nil {
		sum, base.borrowed = e.sendsDynamically(call)
	}
	if sum == nil {
		if r := e.libraryRequest(call); r != nil {
			return []*request{r}
		}
		return nil
	}
	base.answer = sum.Answer
	var reqs []*request
	for _, s := range e.bindShapes(call, sum.Shapes) {
		r := base
		r.shape = s
		reqs = append(reqs, &r)
	}
	reqs = append(reqs, fixedRequests(base, sum)...)
	if len(reqs) == 0 {
		reqs = e.lentRequests(base, sum)
	}
	if len(reqs) == 0 {
		reqs = e.answeredOpen(base, sum)
	}
	return reqs
}

// fixedRequests are the requests of a call that nothing that it is given
// changes.
func fixedRequests(base request, sum *Sends) []*request {
	var reqs []*request
	for _, id := range sum.Fixed {
		if op := vippsapi.OperationByID(id); op != nil {
			r := base
			r.ops, r.reasons = []*vippsapi.Operation{op}, sum.Answer.Reasons
			reqs = append(reqs, &r)
		}
	}
	if len(sum.Fixed) == 0 && len(sum.Shapes) == 0 && sum.Answer.Vipps {
		r := base
		r.reasons = sum.Answer.Reasons
		reqs = append(reqs, &r)
	}
	return reqs
}

// nameOf is how a message calls the function that call goes to.
func (e *engine) nameOf(call ssa.CallInstruction) string {
	if list := e.through.dynamic[call]; len(list) == 1 && list[0].obj != nil {
		return code.FuncName(list[0].obj)
	}
	return code.FuncName(code.Callee(call))
}

// texts is flow's answer, or one hole.
func (e *engine) texts(v flow.Val) []flow.Text {
	if ts := e.flow.Texts(v); len(ts) > 0 {
		return ts
	}
	return []flow.Text{{Parts: []flow.Part{{Hole: &v}}}}
}

// combine makes a shape of each method with each URL.
func (e *engine) combine(methods, urls []flow.Text, bodies []body, reasons []Reason) []shape {
	var shapes []shape
	for _, m := range methods {
		for _, u := range urls {
			if len(shapes) == maxShapes {
				return shapes
			}
			shapes = append(shapes, shape{method: m.Parts, url: u.Parts, bodies: bodies, reasons: reasons})
		}
	}
	return shapes
}

// match says which operations r may request and why that is known. Evidence
// that came with r stays.
func (e *engine) match(r *request) {
	if e.elsewhere(r) {
		return
	}
	if len(r.shape.url) > 0 {
		method := knownMethod(r.shape.method)
		for _, url := range e.urls(r.shape.url) {
			if m, ok := vippsapi.MatchURL(method, url); ok {
				if len(r.ops) == 0 {
					r.ops = m.Ops
				}
				if m.Strength == vippsapi.Strong {
					r.reasons = append(r.reasons, Reason{e.position(r.call.Pos()), m.Reason})
					break
				}
			}
		}
	}
	var weak []*vippsapi.Operation
	for _, b := range r.shape.bodies {
		for _, m := range e.matchBody(b) {
			if m.Strength != vippsapi.Strong {
				weak = append(weak, m.Op)
				continue
			}
			if len(r.ops) == 0 {
				r.ops, r.byBody = []*vippsapi.Operation{m.Op}, true
			}
			r.reasons = append(r.reasons, Reason{e.position(r.call.Pos()), m.Reason})
			break
		}
	}
	r.reasons = append(slices.Clip(r.reasons), r.shape.reasons...)
	switch {
	case len(r.reasons) == 0:
		r.ops = nil
	case len(r.ops) == 0:
		r.ops = weak // it is Vipps', so a body that others have too tells which request
	}
}

// elsewhere reports whether r goes to a host of somebody else's. Then its body is
// theirs too, whatever names it has.
func (e *engine) elsewhere(r *request) bool {
	if len(r.shape.url) == 0 || len(r.reasons) > 0 || len(r.shape.reasons) > 0 {
		return false
	}
	method := knownMethod(r.shape.method)
	return !slices.ContainsFunc(e.urls(r.shape.url), func(url string) bool { return !vippsapi.Elsewhere(method, url) })
}

// sentElsewhere reports whether the body v of fn goes to somebody else.
func (e *engine) sentElsewhere(fn *ssa.Function, v flow.Val) bool {
	return slices.ContainsFunc(e.faint[fn], func(r *request) bool {
		return slices.ContainsFunc(r.shape.bodies, func(b body) bool { return writtenKey(b.val) == writtenKey(v) }) && e.elsewhere(r)
	})
}

// libraryRequest is the request that a method of a known client library sends
// whose inside is not seen; nil for any other call.
func (e *engine) libraryRequest(call ssa.CallInstruction) *request {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil || !vippsapi.LibraryImport(f.Pkg().Path()) || f.Signature().Recv() == nil {
		return nil
	}
	results := f.Signature().Results()
	last := results.Len() - 1
	if last < 0 || !code.IsErrorInterface(results.At(last).Type()) {
		return nil
	}
	r := &request{fn: call.Parent(), call: call, answer: noAnswer, name: code.FuncName(f)}
	r.answer.Err, r.answer.Vipps = last, true
	r.reasons = []Reason{{e.position(call.Common().Pos()), "a call into the client library " + f.Pkg().Path()}}
	for _, arg := range call.Common().Args {
		if code.IsStruct(arg.Type()) {
			r.shape.bodies = append(r.shape.bodies, body{flow.At(arg).Before(call), false})
		}
	}
	return r
}

func (e *engine) matchBody(b body) []vippsapi.BodyMatch {
	if !b.encoded {
		return vippsapi.MatchBody(e.bodyNames(b.val))
	}
	var all []vippsapi.BodyMatch
	for _, t := range e.flow.Texts(b.val) {
		names, _ := scanJSON(t)
		if len(names) > 0 {
			all = append(all, vippsapi.MatchBody(names)...)
		}
	}
	return all
}

// dependsOnCaller reports whether a caller of r.fn has a say in where r goes.
func (e *engine) dependsOnCaller(r *request) bool {
	if r.shape.param != nil {
		return r.shape.param.Param(r.fn) >= 0
	}
	return hasParam(r.fn, r.shape.url)
}

func hasParam(fn *ssa.Function, parts []flow.Part) bool {
	for _, p := range parts {
		if p.Hole != nil && p.Hole.Param(fn) >= 0 && code.IsText(p.Hole.Type()) {
			return true
		}
	}
	return false
}

// urls writes a URL as the table reads it, and again with each constant that
// the package stores in the field with which it begins: a base address is set
// in a constructor more often than not.
func (e *engine) urls(parts []flow.Part) []string {
	urls := []string{pattern(parts)}
	if parts[0].Hole == nil {
		return urls
	}
	field := fieldOf(*parts[0].Hole)
	if field == nil {
		return urls
	}
	for _, v := range e.flow.FieldWrites(field) {
		for _, t := range e.flow.Texts(v) {
			if len(t.Parts) > 0 && t.Parts[0].Hole == nil {
				urls = append(urls, pattern(t.Parts)+pattern(parts[1:]))
			}
		}
	}
	return urls
}

// fieldOf is the struct field that v is, or nil.
func fieldOf(v flow.Val) *types.Var {
	if len(v.Path) == 0 {
		return nil
	}
	last := v.Path[len(v.Path)-1]
	holder := v
	holder.Path = v.Path[:len(v.Path)-1]
	t := holder.Type()
	if t == nil {
		return nil
	}
	st, ok := code.Deref(t).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i := range st.NumFields() {
		if flow.Field(i) == last {
			return st.Field(i).Origin()
		}
	}
	return nil
}

// pattern writes parts as the table reads them.
func pattern(parts []flow.Part) string {
	s := ""
	for _, p := range parts {
		if p.Hole != nil {
			s += vippsapi.Hole
		} else {
			s += p.Const
		}
	}
	return s
}
