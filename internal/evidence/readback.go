package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// anyFamily stands for a read-back of which nobody knows whose it is.
const anyFamily vippsapi.Family = ""

// readsBack lists the families whose payments fn itself may read back. What is
// doubtful counts: it can only silence.
func (e *engine) readsBack(fn *ssa.Function) []vippsapi.Family {
	var found []vippsapi.Family
	known := map[ssa.CallInstruction]bool{}
	for _, r := range e.requests[fn] {
		known[r.call] = true
		if r.lent {
			continue // the callers ask
		}
		for _, op := range r.ops {
			found = append(found, op.ReadsBack...)
		}
		switch {
		case len(r.reasons) == 0:
			found = append(found, e.faintReads(r)...)
		case len(r.ops) == 0 && r.inner == nil && mayRead(r):
			found = append(found, anyFamily)
		}
	}
	for _, r := range e.faint[fn] {
		known[r.call] = true
		found = append(found, e.faintReads(r)...)
		if len(r.shape.url) > 0 && strings.Trim(pattern(r.shape.url), vippsapi.Hole+"/?") == "" && mayRead(r) {
			found = append(found, anyFamily)
		}
	}
	for _, call := range callsOf(fn) {
		if !known[call] {
			found = append(found, e.toldReads(call)...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// mayRead reports whether nothing known of r rules out that it reads.
func mayRead(r *request) bool {
	if r.shape.param != nil || hasParam(r.fn, r.shape.url) || hasParam(r.fn, r.shape.method) {
		return false // whoever calls the function says what it requests
	}
	m := r.shape.method
	return len(m) != 1 || m[0].Hole != nil || m[0].Const == "GET" || m[0].Const == ""
}

// faintReads lists what a request may read back that is not known as Vipps',
// since only a part of its path is seen.
func (e *engine) faintReads(r *request) []vippsapi.Family {
	var found []vippsapi.Family
	if len(r.shape.url) > 0 && mayRead(r) {
		for _, url := range e.urls(r.shape.url) {
			found = append(found, urlReads(url)...)
		}
	}
	return found
}

// urlReads lists what a GET of url may read back.
func urlReads(url string) []vippsapi.Family {
	m, _ := vippsapi.MatchURL("GET", url)
	var found []vippsapi.Family
	for _, op := range m.Ops {
		found = append(found, op.ReadsBack...)
	}
	return found
}

// toldReads lists what a call may read back that is given the path of a read,
// and of which nobody knows what it does with it: one through an interface or a
// function value, or into another's code.
func (e *engine) toldReads(call ssa.CallInstruction) []vippsapi.Family {
	c := call.Common()
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return nil
	}
	if f := c.StaticCallee(); f != nil && !c.IsInvoke() && (len(f.Blocks) > 0 || f.Pkg == nil || !strings.Contains(f.Pkg.Pkg.Path(), ".")) {
		return nil
	}
	if slices.ContainsFunc(c.Args, takesRequests) {
		return nil // it is the route of a server
	}
	var found []vippsapi.Family
	for _, arg := range c.Args {
		if !isText(arg.Type()) {
			continue
		}
		for _, t := range e.flow.Texts(flow.At(arg).Before(call)) {
			if text := pattern(t.Parts); strings.Contains(text, "/") {
				found = append(found, urlReads(text)...)
			}
		}
	}
	return found
}

// takesRequests reports whether v is a handler, or the list of some that a
// variadic router is given.
func takesRequests(v ssa.Value) bool {
	t := v.Type()
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return takesRequest(sig)
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	return obj != nil
}
