package evidence

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A bareness says what the client behind a call does about the header by which
// Vipps knows a request again.
type bareness int

const (
	keyUnseen  bareness = iota // not known, or it sets one
	keyOutside                 // it comes from a package above, where something may set one
	keyBare                    // it sets none
)

// sentWays are the ways on which call, of net/http or of something like it, sends
// a request with no more headers than it has.
func (e *engine) sentWays(call ssa.CallInstruction) []Keyless {
	switch e.bareClient(call) {
	case keyBare:
		return neverKeyed(always)
	case keyOutside:
		return neverKeyed([]KeyWay{{{Param: ParamRef{Index: -1}, Is: true, Than: thanOutside}}})
	}
	return nil
}

// newBareness asks what an HTTP client does about the header.
func newBareness(e *engine) *clientWalk[bareness] {
	w := &clientWalk[bareness]{e: e, unknown: keyUnseen, asIs: keyBare}
	w.unite = func(list []bareness) bareness { return slices.Min(append(list, keyBare)) }
	w.client = e.bareAtOnce
	w.holder = e.bareSources
	w.concrete = func(flow.Val, int, func(flow.Val, int) bareness) bareness { return keyUnseen }
	w.roundTrip = e.bareRoundTrip
	return w
}

// bareClient judges the client behind call.
func (e *engine) bareClient(call ssa.CallInstruction) bareness {
	if b, ok := e.bareness.of(call); ok {
		return b
	}
	if !call.Common().IsInvoke() {
		return keyUnseen
	}
	return e.bareness.each(flow.At(call.Common().Value).Before(call), 0, func(o flow.Origin) bareness {
		if t := o.Val.Type(); t == nil || !code.IsHTTP(t, "Client") && !types.IsInterface(t) {
			return keyUnseen
		}
		return e.bareness.ofClientAt(o, 0)
	})
}

// bareAtOnce judges a client of which it is known at once: none, and one whose
// transport may be set later.
func (e *engine) bareAtOnce(o flow.Origin) (b bareness, ok bool) {
	if o.Zero {
		return e.bareness.byDefault(), true
	}
	switch x := o.Val.V.(type) {
	case *ssa.Const:
		return keyBare, x.IsNil()
	case *ssa.Alloc:
		return keyUnseen, len(o.Val.Path) == 0 && code.IsHTTP(x.Type(), "Client") && (e.setsTransport || isShared(x))
	}
	return keyUnseen, false
}

// isShared reports whether a client is the value of a variable that other packages
// see.
func isShared(client *ssa.Alloc) bool {
	return slices.ContainsFunc(*client.Referrers(), func(ref ssa.Instruction) bool {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Val != ssa.Value(client) {
			return false
		}
		g, ok := st.Addr.(*ssa.Global)
		return ok && g.Object() != nil && g.Object().Exported()
	})
}

// bareSources judges a field or a parameter by all that comes there. What other
// packages can set, they may.
func (e *engine) bareSources(v flow.Val, depth int, judge func(flow.Val, int) bareness) bareness {
	if p, ok := v.V.(*ssa.Parameter); ok && len(v.Path) == 0 {
		return e.bareArguments(p, depth, judge)
	}
	field := fieldOf(v)
	if field == nil || e.setsTransport {
		return keyUnseen
	}
	if field.Pkg() != e.pass.Pkg {
		return keyOutside
	}
	least := keyBare
	if field.Exported() && !e.inMain() {
		least = keyOutside
	}
	writes := e.flow.FieldWrites(field)
	if len(writes) == 0 && e.isSet(field) {
		return keyUnseen // by a function that was not worth looking at
	}
	for _, w := range writes {
		least = min(least, judge(w, depth+1))
	}
	return least
}

// isSet reports whether the source of the package sets a field.
func (e *engine) isSet(field *types.Var) bool {
	if e.set == nil {
		e.set = map[*types.Var]bool{}
		for _, file := range e.pass.Files {
			code.FieldWrites(e.pass.TypesInfo, file, func(f *types.Var, _ ast.Expr) { e.set[f] = true })
		}
	}
	return e.set[field]
}

// bareArguments is bareSources for a parameter.
func (e *engine) bareArguments(p *ssa.Parameter, depth int, judge func(flow.Val, int) bareness) bareness {
	fn := p.Parent()
	least := keyBare
	if calls, all := e.flow.AllCallers(fn); !all {
		f := code.Declared(fn)
		if f == nil || e.flow.Escapes(fn) {
			return keyUnseen
		}
		if len(calls) == 0 || !e.inMain() || f.Signature().Recv() != nil {
			least = keyOutside
		}
	}
	for _, call := range e.flow.Callers(fn) {
		arg, ok := code.Argument(call, slices.Index(fn.Params, p))
		if !ok {
			return keyUnseen
		}
		least = min(least, judge(flow.At(arg).Before(call), depth+1))
	}
	return least
}

// inMain reports whether no other package can use this one.
func (e *engine) inMain() bool { return e.pass.Pkg.Name() == "main" }

// bareRoundTrip judges fn, a RoundTrip method of self or a function that does as
// one, and what it hands the request on to.
func (e *engine) bareRoundTrip(fn *ssa.Function, self *flow.Val, depth int) bareness {
	if len(fn.Blocks) == 0 || depth > maxNesting || len(fn.Params) == 0 || e.setsKey(fn) {
		return keyUnseen
	}
	return e.bareness.unite(e.bareness.within(fn, self, depth, e.bareClient))
}

// setsKey reports whether fn, which sends the request that is its last parameter,
// sets such a header on it, or may.
func (e *engine) setsKey(fn *ssa.Function) bool {
	return slices.ContainsFunc(vippsapi.KeyHeaders(), func(header string) bool {
		return e.traced(fn, fn.Params[len(fn.Params)-1], header, nil, 0).touches()
	})
}

// addKeyed adds to w whether something in the package may put a client between
// its callers and Vipps that sets such a header: a transport of its own, or one
// from a library that is not known.
func (e *engine) addKeyed(w *World) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) || w.Keyed {
			continue
		}
		w.Keyed = gives(fn.Signature) && len(fn.Params) > 0 && e.setsKey(fn) ||
			slices.ContainsFunc(code.Calls(fn), e.givesUnknownClient)
	}
}

// givesUnknownClient reports whether call gets a client or a transport from a
// library of which nobody knows what headers it sets.
func (e *engine) givesUnknownClient(call ssa.CallInstruction) bool {
	c, ok := call.(*ssa.Call)
	f := code.Callee(call)
	if !ok || f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || code.IsStandard(f.Pkg().Path()) || e.through.local[f.Pkg().Path()] {
		return false
	}
	for r := range f.Signature().Results().Variables() {
		switch {
		case code.IsHTTP(r.Type(), "Client"):
			return !makesPlainClient(c)
		case code.IsHTTP(r.Type(), "RoundTripper"):
			return e.bareness.ofTransport(flow.At(c), 0) != keyBare
		}
	}
	return false
}
