package evidence

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// engine finds the requests of one package.
type engine struct {
	pass    *analysis.Pass
	flow    *flow.Result
	related bool // the package can know of Vipps

	sums     map[*ssa.Function]*Sends // of the package's functions, literals included
	imported map[*types.Func]*Sends   // facts that were looked up; nil: none
	headers  map[*ssa.Function]*functionHeaders
	requests map[*ssa.Function][]*request
	faint    map[*ssa.Function][]*request // those of which nobody knows whether they are Vipps'
	syntax   *syntax
	through  *interfaces
	scan     *moduleScan // of the module's other main packages; nil: not asked for yet

	replaced      bool // net/http's own client or transport is another's, here or below
	setsTransport bool // the package changes the transport of a client after that is made

	retired map[*ssa.Function][]*request // that go to hosts which no longer answer
	takes   map[*ssa.Function]*Takes
	written map[string]bool // bodies that were seen to go into a request

	states *states
	stores map[*types.Var][]*ssa.Store // see fieldStores

	globals map[*ssa.Global][]ssa.Instruction // see globalUses

	tokens *tokens

	answers map[answerKey]*fates
	vipps   map[ssa.CallInstruction]*request // the first that is known to be Vipps' of each call; see indexVipps
}

// A request is one that a call in a function of the package sends, alone or
// through what it calls.
type request struct {
	fn       *ssa.Function
	call     ssa.CallInstruction
	shape    shape
	ops      []*vippsapi.Operation
	borrowed bool // it is what a caller of fn hands in to be run

	byBody  bool     // the operation is known by the body, and not by the URL
	lent    bool     // the operations are those that callers in the package ask for
	reasons []Reason // strong evidence; none: not known to be Vipps'

	answer Answer        // what call gives
	inner  *ssa.Function // the function of this package that call goes to; nil: another
	name   string        // of what is called, for messages
}

// A shape is what is known of a request where it is sent: every value in terms
// of the function that sends it.
type shape struct {
	method, url []flow.Part
	param       *flow.Val // the *http.Request is a parameter; nothing else is known
	bodies      []body
	headers     []header  // that the table knows, or of which only a caller knows the name
	keyless     []Keyless // in terms of the function that asks
	reasons     []Reason
	made        *ssa.Call // the call of http.NewRequest behind it; nil: another way, or another package
}

// A body is a value that is written as JSON, or, encoded, the text itself.
type body struct {
	val     flow.Val
	encoded bool
}

func newEngine(pass *analysis.Pass, fl *flow.Result) *engine {
	return &engine{
		pass:     pass,
		flow:     fl,
		sums:     map[*ssa.Function]*Sends{},
		imported: map[*types.Func]*Sends{},
		headers:  map[*ssa.Function]*functionHeaders{},
		requests: map[*ssa.Function][]*request{},
		retired:  map[*ssa.Function][]*request{},
		faint:    map[*ssa.Function][]*request{},
		answers:  map[answerKey]*fates{},
		tokens:   newTokens(),
	}
}

// maxRounds bounds the fixpoint over the functions of a package: a chain of
// wrappers longer than this within one package is not followed to its end.
const maxRounds = 8

// solve finds the requests of every function, callers after what they call,
// until nothing changes.
func (e *engine) solve() {
	dirty := map[*ssa.Function]bool{}
	for _, fn := range e.flow.Unit.Funcs {
		dirty[fn] = true
	}
	for range maxRounds {
		next := map[*ssa.Function]bool{}
		for _, fn := range e.flow.Unit.Funcs {
			if !dirty[fn] {
				continue
			}
			delete(e.headers, fn)
			e.requests[fn] = e.requestsOf(fn)
			sum := e.summarise(fn)
			if sameSends(sum, e.sums[fn]) {
				continue
			}
			e.sums[fn] = sum
			for _, site := range e.flow.Callers(fn) {
				next[site.Parent()] = true
			}
			for _, caller := range e.through.callers[fn] {
				next[caller] = true
			}
		}
		if len(next) == 0 {
			return
		}
		dirty = next
	}
}

// sends gives what is known of the function that call goes to: the summary of a
// function of this package or the fact of another one's.
func (e *engine) sends(call ssa.CallInstruction) (*Sends, *ssa.Function) {
	fn := call.Common().StaticCallee()
	if fn == nil || isThunk(fn) {
		return nil, nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if s, ok := e.sums[fn]; ok {
		return s, fn
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		return e.fact(obj.Origin()), nil
	}
	return nil, nil
}

func (e *engine) fact(obj *types.Func) *Sends {
	if obj.Pkg() == nil || obj.Pkg() == e.pass.Pkg {
		return nil
	}
	s, ok := e.imported[obj]
	if !ok {
		var f Sends
		if e.pass.ImportObjectFact(obj, &f) {
			s = &f
		}
		e.imported[obj] = s
	}
	return s
}

// calls of fn in the order of the source.
func callsOf(fn *ssa.Function) []ssa.CallInstruction {
	var calls []ssa.CallInstruction
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if c, ok := in.(ssa.CallInstruction); ok {
				calls = append(calls, c)
			}
		}
	}
	return calls
}

// argument gives argument i of call as the called function numbers its
// parameters (0 is the receiver of a method).
func argument(call ssa.CallInstruction, i int) (ssa.Value, bool) {
	args := call.Common().Args
	if call.Common().IsInvoke() {
		if i == 0 {
			return call.Common().Value, true
		}
		i--
	}
	if i < 0 || i >= len(args) {
		return nil, false
	}
	return args[i], true
}

// callee is the function that call goes to, as it was declared, or the
// interface method. It is nil for a method value, whose arguments have no
// receiver before them.
func callee(call ssa.CallInstruction) *types.Func {
	c := call.Common()
	if c.IsInvoke() {
		return c.Method.Origin()
	}
	if fn := c.StaticCallee(); fn != nil && !isThunk(fn) {
		if obj, ok := fn.Object().(*types.Func); ok {
			return obj.Origin()
		}
	}
	return nil
}

// isFunc reports whether f is the function or method name of the package with
// the path pkg; recv is the name of the receiver's type or "".
func isFunc(f *types.Func, pkg, recv string, names ...string) bool {
	if f == nil || f.Pkg() == nil || f.Pkg().Path() != pkg || receiverName(f) != recv {
		return false
	}
	for _, n := range names {
		if f.Name() == n {
			return true
		}
	}
	return false
}

func receiverName(f *types.Func) string {
	r := f.Signature().Recv()
	if r == nil {
		return ""
	}
	if n, ok := types.Unalias(deref(r.Type())).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// funcName is how a message calls f: "Client.Capture", "http.Get".
func funcName(f *types.Func) string {
	if f == nil {
		return "the function called"
	}
	if r := receiverName(f); r != "" {
		return r + "." + f.Name()
	}
	if f.Pkg() != nil {
		return f.Pkg().Name() + "." + f.Name()
	}
	return f.Name()
}

func (e *engine) position(pos token.Pos) token.Position { return e.pass.Fset.Position(pos) }
