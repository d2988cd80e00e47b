package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Fetches is the fact on a function that asks for an access token on every way
// on which it succeeds, and keeps none, or that sends requests for others.
type Fetches struct {
	Results []int // results that hold the token
	Params  []int // parameters that it writes it to
	Op      string
	At      token.Position // of the request for the token

	Always bool // on every way on which it succeeds, it sends the request that its caller describes
	Many   bool // it sends requests in a loop
}

// AFact marks Fetches as a fact.
func (*Fetches) AFact() {}

func (*Fetches) String() string { return "fetches" }

func (f *Fetches) gives() bool { return f != nil && len(f.Results)+len(f.Params) > 0 }

// tokens remembers what is known of the functions of the package.
type tokens struct {
	fetches  map[*ssa.Function]*Fetches
	imported map[*types.Func]*Fetches // facts that were looked up; nil: none
	spreads  map[spreadKey]*spread
	many     map[*ssa.Function]bool
	always   map[*ssa.Function]bool
	loops    map[*ssa.Function][]*code.Loop
	paces    *paces
}

type spreadKey struct {
	fn    *ssa.Function
	param int
}

func newTokens() *tokens {
	return &tokens{
		fetches: map[*ssa.Function]*Fetches{}, imported: map[*types.Func]*Fetches{}, spreads: map[spreadKey]*spread{},
		many: map[*ssa.Function]bool{}, always: map[*ssa.Function]bool{}, loops: map[*ssa.Function][]*code.Loop{},
	}
}

// A fetch is a call that asks for a token whenever it is made.
type fetch struct {
	call *ssa.Call
	op   *vippsapi.Operation
	at   token.Position // of the request for the token
	to   *spread

	inside bool // the call gives a request that has the token already
}

// onlyToken reports whether r asks for a token and nothing else.
func onlyToken(r *request) bool {
	for _, op := range r.ops {
		if op.Purpose != vippsapi.Token {
			return false
		}
	}
	return len(r.ops) > 0 && len(r.reasons) > 0
}

// requestsOfCall lists the requests of a call, those of which nobody knows whether they
// are Vipps' too.
func (e *engine) requestsOfCall(call ssa.CallInstruction) []*request {
	fn := call.Parent()
	var found []*request
	for _, r := range slices.Concat(e.requests[fn], e.faint[fn]) {
		if r.call == call {
			found = append(found, r)
		}
	}
	return found
}

// fetchesIn lists the calls of fn that ask for a token, with where it goes.
func (e *engine) fetchesIn(fn *ssa.Function) []*fetch {
	var found []*fetch
	for _, in := range code.Calls(fn) {
		call, ok := in.(*ssa.Call)
		if !ok {
			continue
		}
		f := &fetch{call: call, to: e.newSpread(fn, 0)}
		if f.op = e.asksToken(call); f.op != nil {
			f.at = e.position(call.Common().Pos())
			f.answer()
		} else if given := e.fetchesOf(call); given.gives() {
			f.op, f.at = vippsapi.OperationByID(given.Op), given.At
			f.to.addResults(call, given.Results)
			f.inside = f.givesRequest(given)
			f.to.authorizes = f.inside
			for _, p := range given.Params {
				if arg, ok := code.Argument(call, p); ok {
					f.to.mark(arg)
				}
			}
		} else {
			continue
		}
		f.to.run()
		found = append(found, f)
	}
	return found
}

// asksToken is the operation by which call itself asks for a token, or has a
// general function of any package ask that sends whatever it is told to.
func (e *engine) asksToken(call *ssa.Call) *vippsapi.Operation {
	var op *vippsapi.Operation
	for _, r := range e.requestsOfCall(call) {
		if !onlyToken(r) || r.lent || r.borrowed {
			return nil
		}
		op = r.ops[0]
	}
	if op == nil {
		return nil
	}
	sum, inner := e.sends(call)
	if sum == nil {
		if _, ok := e.primitive(call); ok {
			return op
		}
		if _, _, ok := e.sentByLibrary(call); ok {
			return op
		}
		return nil
	}
	if len(sum.Shapes) == 0 {
		return nil // it asks for the token by itself, or not
	}
	if inner != nil && e.sendsAlways(inner) {
		return op
	}
	if given := e.importedFetches(call); inner == nil && given != nil && given.Always {
		return op
	}
	return nil
}

// answer marks what the answer with the token comes in: the results, and what
// it is decoded into.
func (f *fetch) answer() {
	if results := f.call.Call.Signature().Results(); results.Len() > 0 {
		for i := range results.Len() {
			f.to.addResults(f.call, []int{i})
		}
	}
	args := f.call.Call.Args
	method := code.Callee(f.call) != nil && code.Callee(f.call).Signature().Recv() != nil && !f.call.Call.IsInvoke()
	if method {
		args = args[1:]
	}
	for _, arg := range args {
		if m, ok := arg.(*ssa.MakeInterface); ok {
			arg = m.X
		}
		if code.IsPointer(arg.Type()) && !carriesHeaders(arg.Type()) && !code.IsHTTP(arg.Type(), "Client") {
			f.to.mark(arg)
		}
	}
	if lib, _ := libraryOf(code.Callee(f.call)); lib != nil && method {
		f.decoded(f.call.Call.Args[0], 0)
	}
}

// decoded marks what a library was told to decode the answer into, before.
func (f *fetch) decoded(v ssa.Value, depth int) {
	call, ok := v.(*ssa.Call)
	if !ok || depth > code.MaxSlice || len(call.Call.Args) == 0 {
		return
	}
	lib, name := libraryOf(code.Callee(call))
	if lib == nil {
		return
	}
	if name == "Request.SetResult" || name == "Request.SetSuccessResult" {
		f.to.mark(call.Call.Args[1])
	}
	f.decoded(call.Call.Args[0], depth+1)
}

// givesRequest reports whether what is given is a request, or is written to one:
// the token is its header already.
func (f *fetch) givesRequest(given *Fetches) bool {
	sig := f.call.Call.Signature()
	for _, i := range given.Results {
		if i < sig.Results().Len() && carriesHeaders(sig.Results().At(i).Type()) {
			return true
		}
	}
	for _, p := range given.Params {
		if arg, ok := code.Argument(f.call, p); ok && carriesHeaders(arg.Type()) {
			return true
		}
	}
	return false
}

// fetchesOf is what is known of the function that call goes to.
func (e *engine) fetchesOf(call ssa.CallInstruction) *Fetches {
	if fn := code.Helper(e.pass.Pkg, call); fn != nil {
		return e.fetched(fn)
	}
	return e.importedFetches(call)
}

func (e *engine) importedFetches(call ssa.CallInstruction) *Fetches {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || !e.through.local[f.Pkg().Path()] || call.Common().IsInvoke() {
		return nil
	}
	given, ok := e.tokens.imported[f]
	if !ok {
		var fact Fetches
		if e.pass.ImportObjectFact(f, &fact) {
			given = &fact
		}
		e.tokens.imported[f] = given
	}
	return given
}

// fetched says whether a function of the package fetches a token for its
// callers each time; nil where it does not, or not for sure.
func (e *engine) fetched(fn *ssa.Function) *Fetches {
	known, ok := e.tokens.fetches[fn]
	if ok {
		return known
	}
	e.tokens.fetches[fn] = nil // one that calls itself is not followed
	if e.syntax.InTest(fn.Pos()) {
		return nil
	}
	for _, f := range e.fetchesIn(fn) {
		if f.to.kept || len(f.to.bearers()) > 0 || !e.everySuccess(f.call, f.to.results) {
			continue
		}
		given := &Fetches{Op: f.op.ID, At: f.at, Params: f.to.params}
		for _, i := range f.to.results {
			if !e.isClient(fn.Signature.Results().At(i).Type()) {
				given.Results = append(given.Results, i)
			}
		}
		if given.gives() && len(given.Results) == len(f.to.results) {
			e.tokens.fetches[fn] = given
			break
		}
	}
	return e.tokens.fetches[fn]
}

// isClient reports whether values of type t send requests by themselves: one that
// holds a token may serve for many.
func (e *engine) isClient(t types.Type) bool {
	if code.IsHTTP(t, "Client") || code.IsHTTP(t, "RoundTripper") {
		return true
	}
	_, param := types.Unalias(t).(*types.TypeParam)
	if param || carriesHeaders(t) {
		return false
	}
	if types.IsInterface(t) {
		return true
	}
	set := types.NewMethodSet(types.NewPointer(code.Deref(t)))
	for i := range set.Len() {
		m, ok := set.At(i).Obj().(*types.Func)
		if !ok {
			continue
		}
		m = m.Origin()
		if m.Pkg() != e.pass.Pkg {
			if e.fact(m) != nil {
				return true
			}
			continue
		}
		if fn := e.flow.Unit.Pkg.Prog.FuncValue(m); fn != nil && len(e.requests[fn]) > 0 {
			return true
		}
	}
	return false
}

// spreadOf follows what a function is given as a parameter.
func (e *engine) spreadOf(fn *ssa.Function, param, depth int) *spread {
	key := spreadKey{fn, param}
	if known := e.tokens.spreads[key]; known != nil {
		return known
	}
	s := e.newSpread(fn, depth)
	if depth > code.MaxHelpers || param >= len(fn.Params) {
		s.kept = true
		return s
	}
	e.tokens.spreads[key] = &spread{many: true} // for one that calls itself
	s.add(fn.Params[param])
	s.run()
	e.tokens.spreads[key] = s
	return s
}

// exportFetches exports what the callers of the package's functions have to know.
func (e *engine) exportFetches() {
	for _, fn := range e.flow.Unit.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() != e.pass.Pkg || e.syntax.InTest(fn.Pos()) {
			continue
		}
		var f Fetches
		if given := e.fetched(fn); given != nil {
			f = *given
		}
		if sum := e.sums[fn]; sum != nil {
			f.Always, f.Many = len(sum.Shapes) > 0 && e.sendsAlways(fn), e.manyIn(fn)
		}
		if f.gives() || f.Always || f.Many {
			e.pass.ExportObjectFact(obj.Origin(), &f)
		}
	}
}
