package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A Refetch is a call of the package at hand that asks for an access token each
// time, for the requests of that time alone.
type Refetch struct {
	Pos, End token.Pos             // where the token comes into the request, or into the function that sends it
	Op       *vippsapi.Operation   // by which the token is asked for
	At       token.Position        // of the request for it
	For      []*vippsapi.Operation // what it is used for; empty where that is not known
	Used     token.Position        // the first request with it
	Reasons  []Reason              // why the request for it is Vipps'
}

// refetches lists the calls that fetch a token anew for each request.
func (e *engine) refetches() []*Refetch {
	byPos := map[token.Pos]*Refetch{}
	var found []*Refetch
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, t := range e.perRequest(fn) {
			if known := byPos[t.Pos]; known != nil {
				known.For = distinct(append(known.For, t.For...))
				continue
			}
			byPos[t.Pos] = t
			found = append(found, t)
		}
	}
	sortedByPos(found, func(t *Refetch) int { return int(t.Pos) })
	return found
}

// perRequest lists the calls in fn that fetch a token which only requests made
// after them, in fn or in what it hands the token to, are sent with.
func (e *engine) perRequest(fn *ssa.Function) []*Refetch {
	var sure []*fetch
	for _, f := range e.fetchesIn(fn) {
		if !f.to.kept && !f.to.many && !f.leaves() && !renews(f.call) && e.servesAll(f) {
			sure = append(sure, f)
		}
	}
	if len(sure) == 0 || e.otherwise(fn, sure) || e.makesClient(fn) {
		return nil
	}
	var found []*Refetch
	for _, f := range sure {
		if e.runsOften(fn, f.call) {
			found = append(found, e.tokenOf(f))
		}
	}
	return found
}

// leaves reports whether the function hands the token on to its caller, besides
// the requests that it is sent with.
func (f *fetch) leaves() bool {
	fn := f.to.fn
	return len(f.to.results) > 0 || slices.ContainsFunc(f.to.params, func(i int) bool { return !carriesHeaders(fn.Params[i].Type()) })
}

// makesClient reports whether fn gives what sends requests: it runs once for many
// of them.
func (e *engine) makesClient(fn *ssa.Function) bool {
	for r := range fn.Signature.Results().Variables() {
		if !types.IsInterface(r.Type()) && e.isClient(r.Type()) {
			return true
		}
	}
	return false
}

func (e *engine) tokenOf(f *fetch) *Refetch {
	at := e.syntax.Call(e.joins(f).call)
	t := &Refetch{Pos: at.Pos, End: at.End, Op: f.op, At: f.at}
	for _, u := range f.to.bearers() {
		place := e.position(u.req.call.Common().Pos())
		if !t.Used.IsValid() || comparePositions(place, t.Used) < 0 {
			t.Used = place
		}
		if !u.req.lent {
			t.For = append(t.For, u.req.ops...)
		}
	}
	t.For = distinct(t.For)
	for _, r := range e.requestsOfCall(f.call) {
		t.Reasons = append(t.Reasons, r.reasons...)
	}
	return t
}

// joins is f, or, where f is a call that gives a request with the token in it, the
// call below in this package that fetches the token for it.
func (e *engine) joins(f *fetch) *fetch {
	for range code.MaxHelpers {
		fn := code.Helper(e.pass.Pkg, f.call)
		if fn == nil || !f.inside {
			break
		}
		inner := e.fetchesIn(fn)
		i := slices.IndexFunc(inner, func(g *fetch) bool { return g.at == f.at })
		if i < 0 {
			break
		}
		f = inner[i]
	}
	return f
}

// seldom are the families of which a program asks something when it is set up, or
// once a day, when no token would live long enough to be kept.
var seldom = []vippsapi.Family{vippsapi.Webhooks, vippsapi.Report, vippsapi.Management}

// bearers lists the requests with the token that want one, and that are made for
// customers.
func (s *spread) bearers() []tokenUse {
	var found []tokenUse
	for _, u := range s.uses {
		takes := len(u.req.ops) == 0 && (s.authorizes || len(u.req.reasons) > 0)
		for _, op := range u.req.ops {
			takes = takes || op.TakesToken() && !slices.Contains(seldom, op.Family)
		}
		if takes {
			found = append(found, u)
		}
	}
	return found
}

// servesAll reports whether each request with the token is sent after it was
// fetched, and not again and again with the same token.
func (e *engine) servesAll(f *fetch) bool {
	for _, u := range f.to.uses {
		if !before(f.call, []ssa.Instruction{u.at}) {
			return false
		}
		for _, l := range e.loopsAround(u.at) {
			if !l.Holds(f.call) && !retries(l) {
				return false
			}
		}
	}
	return len(f.to.bearers()) > 0
}

// otherwise reports whether fn sends a request that wants a token and comes
// before all of those fetched: it has one from somewhere else, and fetches
// another where that one is too old.
func (e *engine) otherwise(fn *ssa.Function, sure []*fetch) bool {
	return slices.ContainsFunc(e.requests[fn], func(r *request) bool {
		if onlyToken(r) {
			return false
		}
		wants := len(r.ops) == 0
		for _, op := range r.ops {
			wants = wants || op.TakesToken()
		}
		return wants && !slices.ContainsFunc(sure, func(f *fetch) bool {
			return r.call == ssa.CallInstruction(f.call) || before(f.call, []ssa.Instruction{r.call})
		})
	})
}
