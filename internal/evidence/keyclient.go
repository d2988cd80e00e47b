package evidence

import (
	"go/ast"
	"go/token"
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

// bareClient judges the client behind call.
func (e *engine) bareClient(call ssa.CallInstruction) bareness {
	f := code.Callee(call)
	switch {
	case code.IsFunc(f, "net/http", "", "Get", "Head", "Post", "PostForm"):
		return e.bareDefault()
	case code.IsFunc(f, "net/http", "Client", "Do", "Get", "Head", "Post", "PostForm"):
		return e.bareClientAt(flow.At(call.Common().Args[0]).Before(call), 0)
	case code.IsFunc(f, "net/http", "Transport", "RoundTrip"):
		return keyBare
	case code.IsFunc(f, "net/http", "RoundTripper", "RoundTrip"):
		return e.bareTransport(flow.At(call.Common().Value).Before(call), 0)
	case call.Common().IsInvoke():
		return e.leastBare(flow.At(call.Common().Value).Before(call), func(o flow.Origin) bareness {
			if t := o.Val.Type(); t == nil || !code.IsHTTP(t, "Client") && !types.IsInterface(t) {
				return keyUnseen
			}
			return e.bareClientOf(o, 0)
		})
	}
	return keyUnseen
}

// bareDefault is the bareness of net/http's own client and transport.
func (e *engine) bareDefault() bareness {
	if e.replaced {
		return keyUnseen
	}
	return keyBare
}

// leastBare is the worst that judge says of all that v may be.
func (e *engine) leastBare(v flow.Val, judge func(flow.Origin) bareness) bareness {
	origins := e.flow.Origins(v)
	if len(origins) == 0 {
		return keyUnseen
	}
	least := keyBare
	for _, o := range origins {
		least = min(least, judge(o))
	}
	return least
}

// bareClientAt is bareClient for the *http.Client v.
func (e *engine) bareClientAt(v flow.Val, depth int) bareness {
	if depth > maxNesting {
		return keyUnseen
	}
	return e.leastBare(v, func(o flow.Origin) bareness { return e.bareClientOf(o, depth) })
}

func (e *engine) bareClientOf(o flow.Origin, depth int) bareness {
	if o.Zero {
		return e.bareDefault()
	}
	switch x := o.Val.V.(type) {
	case *ssa.Const:
		if x.IsNil() {
			return keyBare
		}
	case *ssa.Global:
		if isGlobal(x, "DefaultClient") {
			return e.bareDefault()
		}
	case *ssa.Alloc:
		if len(o.Val.Path) == 0 && code.IsHTTP(x.Type(), "Client") {
			if e.setsTransport || isShared(x) {
				return keyUnseen // a transport may have been set later
			}
			return e.bareTransport(transportOf(o.Val), depth+1)
		}
	case *ssa.Call:
		if e.trustOfClientAt(o, depth) == plain {
			return keyBare // what oauth2 and its like give
		}
	}
	return e.bareSources(o.Val, depth, e.bareClientAt)
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

// isSet reports whether the source of the package sets a field: by its name, or as
// one of those of a literal without names.
func (e *engine) isSet(field *types.Var) bool {
	info := e.pass.TypesInfo
	is := func(x ast.Expr) bool {
		switch x := ast.Unparen(x).(type) {
		case *ast.Ident:
			return info.Uses[x] == field
		case *ast.SelectorExpr:
			return info.Uses[x.Sel] == field
		}
		return false
	}
	found := false
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				found = found || slices.ContainsFunc(n.Lhs, is)
			case *ast.UnaryExpr:
				found = found || n.Op == token.AND && is(n.X)
			case *ast.KeyValueExpr:
				found = found || is(n.Key)
			case *ast.CompositeLit:
				if len(n.Elts) > 0 && !isKeyed(n) {
					found = found || hasField(info.TypeOf(n), field)
				}
			}
			return !found
		})
	}
	return found
}

func isKeyed(lit *ast.CompositeLit) bool {
	_, ok := lit.Elts[0].(*ast.KeyValueExpr)
	return ok
}

func hasField(t types.Type, field *types.Var) bool {
	st, ok := code.Deref(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		if f.Origin() == field {
			return true
		}
	}
	return false
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

// bareTransport is bareClient for the http.RoundTripper v; nil stands for the
// default one.
func (e *engine) bareTransport(v flow.Val, depth int) bareness {
	if depth > maxNesting {
		return keyUnseen
	}
	return e.leastBare(v, func(o flow.Origin) bareness {
		if isNoTransport(o) {
			return e.bareDefault()
		}
		switch x := o.Val.V.(type) {
		case *ssa.Global:
			if isGlobal(x, "DefaultTransport") {
				return e.bareDefault()
			}
		case *ssa.Call:
			switch f := code.Callee(x); {
			case code.IsFunc(f, "net/http", "Transport", "Clone"):
				return keyBare
			case code.IsFunc(f, "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", "", "NewTransport"):
				return e.bareTransport(o.Val.With(x.Call.Args[0]).Before(x), depth+1)
			}
		case *ssa.MakeClosure:
			return e.bareRoundTrip(x.Fn.(*ssa.Function), nil, depth)
		case *ssa.Function:
			return e.bareRoundTrip(x, nil, depth)
		}
		t := o.Val.Type()
		switch {
		case t == nil:
			return keyUnseen
		case code.IsHTTP(t, "Transport"):
			return keyBare
		case code.IsNamed(t, "golang.org/x/oauth2", "Transport"):
			if _, made := o.Val.V.(*ssa.Alloc); !made {
				return keyUnseen
			}
			return e.bareTransport(o.Val.Sub(fieldNamed(t, "Base")), depth+1)
		case types.IsInterface(t):
			return e.bareSources(o.Val, depth, e.bareTransport)
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
		if m, ok := obj.(*types.Func); ok && m.Pkg() == e.pass.Pkg {
			if fn := e.flow.Unit.Pkg.Prog.FuncValue(m.Origin()); fn != nil {
				return e.bareRoundTrip(fn, &o.Val, depth)
			}
		}
		return keyUnseen
	})
}

// bareRoundTrip judges fn, a RoundTrip method of self or a function that does as
// one, and what it hands the request on to.
func (e *engine) bareRoundTrip(fn *ssa.Function, self *flow.Val, depth int) bareness {
	if len(fn.Blocks) == 0 || depth > maxNesting || len(fn.Params) == 0 || e.setsKey(fn) {
		return keyUnseen
	}
	least := keyBare
	for _, call := range code.Calls(fn) {
		f := code.Callee(call)
		if f == nil || !gives(f.Signature()) {
			continue
		}
		if f.Name() == "RoundTrip" && call.Common().IsInvoke() && self != nil {
			if inner, ok := e.partOf(call, *self); ok {
				least = min(least, e.bareTransport(inner, depth+1))
				continue
			}
		}
		least = min(least, e.bareClient(call))
	}
	return least
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
			return e.trustOfClientAt(flow.Origin{Val: flow.At(c)}, 0) != plain
		case code.IsHTTP(r.Type(), "RoundTripper"):
			return e.bareTransport(flow.At(c), 0) != keyBare
		}
	}
	return false
}
