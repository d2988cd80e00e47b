package evidence

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// engine finds the requests of one package.
type engine struct {
	pass    *analysis.Pass
	flow    *flow.Result
	fate    *fate.Result
	related bool // the package can know of Vipps

	sums     map[*ssa.Function]*Sends // of the package's functions, literals included
	imported map[*types.Func]*Sends   // facts that were looked up; nil: none
	headers  map[*ssa.Function]*functionHeaders
	requests map[*ssa.Function][]*request
	faint    map[*ssa.Function][]*request // those of which nobody knows whether they are Vipps'
	syntax   *place.Index
	through  *interfaces
	scan     *moduleScan // of the module's other main packages; nil: not asked for yet

	replaced      bool // net/http's own client or transport is another's, here or below
	setsTransport bool // the package changes the transport of a client after that is made
	trusts        *clientWalk[trust]
	bareness      *clientWalk[bareness]
	set           map[*types.Var]bool // fields, see isSet

	retired map[*ssa.Function][]*request // that go to hosts which no longer answer
	takes   map[*ssa.Function]*Takes
	written map[string]bool // bodies that were seen to go into a request

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

func newEngine(pass *analysis.Pass) *engine {
	e := &engine{
		pass:     pass,
		flow:     pass.ResultOf[flow.Analyzer].(*flow.Result),
		fate:     pass.ResultOf[fate.Analyzer].(*fate.Result),
		sums:     map[*ssa.Function]*Sends{},
		imported: map[*types.Func]*Sends{},
		headers:  map[*ssa.Function]*functionHeaders{},
		requests: map[*ssa.Function][]*request{},
		retired:  map[*ssa.Function][]*request{},
		faint:    map[*ssa.Function][]*request{},
		answers:  map[answerKey]*fates{},
		tokens:   newTokens(),
	}
	e.trusts, e.bareness = newTrusts(e), newBareness(e)
	return e
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
	fn := code.Static(call)
	if fn == nil {
		return nil, nil
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

func (e *engine) position(pos token.Pos) token.Position { return e.pass.Fset.Position(pos) }
