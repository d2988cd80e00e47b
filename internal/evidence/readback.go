package evidence

import (
	"go/types"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
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
	seen := map[string]bool{} // paths of requests whose method is known: what is said of them elsewhere in fn is of these
	for _, r := range e.requests[fn] {
		known[r.call] = true
		if r.lent {
			continue // the callers ask
		}
		for _, op := range r.ops {
			found = append(found, op.ReadsBack...)
			seen[op.Path] = true
		}
		switch {
		case len(r.reasons) == 0:
			found = append(found, familiesOf(e.faintReads(r))...)
		case len(r.ops) == 0 && r.inner == nil && mayRead(r):
			found = append(found, anyFamily)
		}
	}
	for _, r := range e.faint[fn] {
		known[r.call] = true
		found = append(found, familiesOf(e.faintReads(r))...)
		if len(r.shape.url) > 0 && strings.Trim(pattern(r.shape.url), vippsapi.Hole+"/?") == "" && mayRead(r) {
			found = append(found, anyFamily)
		}
	}
	for _, call := range code.Calls(fn) {
		if known[call] {
			continue
		}
		for _, op := range e.toldReads(call) {
			if !seen[op.Path] {
				found = append(found, op.ReadsBack...)
			}
		}
	}
	if rewritesPath(fn) {
		found = append(found, anyFamily)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// rewritesPath reports whether fn is the RoundTrip of a transport that changes
// the address of a request: then nobody knows what the requests of its clients
// ask for.
func rewritesPath(fn *ssa.Function) bool {
	sig := fn.Signature
	if fn.Name() != "RoundTrip" || sig.Recv() == nil || sig.Params().Len() != 1 || !code.IsHTTP(sig.Params().At(0).Type(), "Request") {
		return false
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			st, ok := in.(*ssa.Store)
			if !ok {
				continue
			}
			addr, ok := st.Addr.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			if code.IsNamed(addr.X.Type(), "net/url", "URL") || code.IsNamed(st.Val.Type(), "net/url", "URL") {
				return true
			}
		}
	}
	return false
}

func familiesOf(ops []*vippsapi.Operation) []vippsapi.Family {
	var list []vippsapi.Family
	for _, op := range ops {
		list = append(list, op.ReadsBack...)
	}
	return list
}

// mayRead reports whether nothing known of r rules out that it reads.
func mayRead(r *request) bool {
	if r.shape.param != nil || hasParam(r.fn, r.shape.url) || hasParam(r.fn, r.shape.method) {
		return false // whoever calls the function says what it requests
	}
	m := r.shape.method
	return len(m) != 1 || m[0].Hole != nil || m[0].Const == http.MethodGet || m[0].Const == ""
}

// faintReads lists what a request may read back that is not known as Vipps',
// since only a part of its path is seen.
func (e *engine) faintReads(r *request) []*vippsapi.Operation {
	var found []*vippsapi.Operation
	if len(r.shape.url) > 0 && mayRead(r) {
		for _, url := range e.urls(r.shape.url) {
			m, _ := vippsapi.MatchURL(http.MethodGet, url)
			found = append(found, m.Ops...)
		}
	}
	return found
}

// toldReads lists what may be read back by means of a call that is given or
// gives the path of a read, where nobody knows what becomes of that: a call
// through an interface or a function value, one into another's code, one that
// makes a request which is sent elsewhere, one that puts a path together.
func (e *engine) toldReads(call ssa.CallInstruction) []*vippsapi.Operation {
	if sum, _ := e.sends(call); sum != nil {
		var found []*vippsapi.Operation
		for _, s := range e.bindShapes(call, sum.Builds) {
			found = append(found, e.faintReads(&request{fn: call.Parent(), call: call, shape: s})...)
		}
		return found
	}
	var found []*vippsapi.Operation
	for _, v := range e.paths(call) {
		for _, t := range e.flow.Texts(v) {
			if text := pattern(t.Parts); strings.Contains(text, "/") {
				m, _ := vippsapi.MatchURL(http.MethodGet, text)
				found = append(found, m.Ops...)
			}
		}
	}
	return found
}

// paths lists the texts that call is given or gives, where they may be paths of
// requests that are not seen.
func (e *engine) paths(call ssa.CallInstruction) []flow.Val {
	c := call.Common()
	if _, builtin := c.Value.(*ssa.Builtin); builtin || slices.ContainsFunc(c.Args, takesRequests) {
		return nil // with a handler it is the route of a server
	}
	f := code.Callee(call)
	if v, ok := call.(*ssa.Call); ok && (code.IsFunc(f, "fmt", "", "Sprintf") || code.IsFunc(f, "net/url", "", "JoinPath") || code.IsFunc(f, "path", "", "Join")) {
		return []flow.Val{flow.At(v)}
	}
	if fn := c.StaticCallee(); fn != nil && !c.IsInvoke() {
		switch {
		case code.IsFunc(f, "net/http", "", "NewRequest", "NewRequestWithContext"):
			if m, ok := code.ConstText(c.Args[len(c.Args)-3]); ok && m != "" && m != http.MethodGet {
				return nil
			}
		case code.IsFunc(f, "net/url", "", "Parse"), code.IsFunc(f, "net/url", "URL", "Parse"):
		case len(fn.Blocks) > 0 || fn.Pkg == nil || !strings.Contains(fn.Pkg.Pkg.Path(), "."):
			return nil
		}
	}
	var list []flow.Val
	for _, arg := range c.Args {
		if code.IsText(arg.Type()) {
			list = append(list, flow.At(arg).Before(call))
		}
	}
	return list
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
