package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// sendsAsIs reports whether call, of net/http or of something like it, sends the
// request with no more headers than it has: the client is known, and no transport
// of it sets one by which Vipps knows a request again.
func (e *engine) sendsAsIs(call ssa.CallInstruction) bool {
	f := code.Callee(call)
	switch {
	case code.IsFunc(f, "net/http", "", "Get", "Head", "Post", "PostForm"):
		return !e.replaced
	case code.IsFunc(f, "net/http", "Client", "Do", "Get", "Head", "Post", "PostForm"):
		return e.plainClient(flow.At(call.Common().Args[0]).Before(call), 0)
	case code.IsFunc(f, "net/http", "Transport", "RoundTrip"):
		return true
	case code.IsFunc(f, "net/http", "RoundTripper", "RoundTrip"):
		return e.plainTransport(flow.At(call.Common().Value).Before(call), 0)
	case call.Common().IsInvoke():
		v := flow.At(call.Common().Value).Before(call)
		origins := e.flow.Origins(v)
		return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool {
			t := o.Val.Type()
			return t == nil || !code.IsHTTP(t, "Client")
		}) && e.plainClient(v, 0)
	}
	return false
}

// every reports whether judge is true of all that v may be.
func (e *engine) every(v flow.Val, judge func(flow.Origin) bool) bool {
	origins := e.flow.Origins(v)
	return len(origins) > 0 && !slices.ContainsFunc(origins, func(o flow.Origin) bool { return !judge(o) })
}

// plainClient is sendsAsIs for the *http.Client v.
func (e *engine) plainClient(v flow.Val, depth int) bool {
	return depth <= maxNesting && e.every(v, func(o flow.Origin) bool {
		if o.Zero {
			return !e.replaced
		}
		switch x := o.Val.V.(type) {
		case *ssa.Const:
			return x.IsNil()
		case *ssa.Global:
			if isGlobal(x, "DefaultClient") {
				return !e.replaced
			}
		case *ssa.Alloc:
			if len(o.Val.Path) == 0 && code.IsHTTP(x.Type(), "Client") {
				if e.setsTransport || isShared(x) {
					return false // a transport may have been set later
				}
				return e.plainTransport(transportOf(o.Val), depth+1)
			}
		}
		if e.trustOfClientAt(o, depth) == plain {
			if _, ok := o.Val.V.(*ssa.Call); ok {
				return true // what oauth2 and its like give
			}
		}
		return e.plainSources(o.Val, depth, e.plainClient)
	})
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

// plainSources judges a field or a parameter by all that comes there, where that
// is seen.
func (e *engine) plainSources(v flow.Val, depth int, judge func(flow.Val, int) bool) bool {
	if p, ok := v.V.(*ssa.Parameter); ok && len(v.Path) == 0 {
		calls, all := e.flow.AllCallers(p.Parent())
		i := slices.Index(p.Parent().Params, p)
		return all && len(calls) > 0 && !slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool {
			arg, ok := code.Argument(call, i)
			return !ok || !judge(flow.At(arg).Before(call), depth+1)
		})
	}
	field := fieldOf(v)
	if field == nil || field.Exported() || field.Pkg() != e.pass.Pkg || e.setsTransport {
		return false
	}
	writes := e.flow.FieldWrites(field)
	if len(writes) == 0 {
		_, pointer := field.Type().Underlying().(*types.Pointer)
		return !pointer && !types.IsInterface(field.Type()) // a client that is a part of its holder
	}
	return !slices.ContainsFunc(writes, func(w flow.Val) bool { return !judge(w, depth+1) })
}

// plainTransport is sendsAsIs for the http.RoundTripper v; nil stands for the
// default one.
func (e *engine) plainTransport(v flow.Val, depth int) bool {
	return depth <= maxNesting && e.every(v, func(o flow.Origin) bool {
		if isNoTransport(o) {
			return !e.replaced
		}
		switch x := o.Val.V.(type) {
		case *ssa.Global:
			if isGlobal(x, "DefaultTransport") {
				return !e.replaced
			}
		case *ssa.Call:
			switch f := code.Callee(x); {
			case code.IsFunc(f, "net/http", "Transport", "Clone"):
				return true
			case code.IsFunc(f, "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", "", "NewTransport"):
				return e.plainTransport(o.Val.With(x.Call.Args[0]).Before(x), depth+1)
			}
		case *ssa.MakeClosure:
			return e.plainRoundTrip(x.Fn.(*ssa.Function), nil, depth)
		case *ssa.Function:
			return e.plainRoundTrip(x, nil, depth)
		}
		t := o.Val.Type()
		switch {
		case t == nil:
			return false
		case code.IsHTTP(t, "Transport"):
			return true
		case code.IsNamed(t, "golang.org/x/oauth2", "Transport"):
			_, made := o.Val.V.(*ssa.Alloc)
			return made && e.plainTransport(o.Val.Sub(fieldNamed(t, "Base")), depth+1)
		case types.IsInterface(t):
			return e.plainSources(o.Val, depth, e.plainTransport)
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
		if m, ok := obj.(*types.Func); ok && m.Pkg() == e.pass.Pkg {
			if fn := e.flow.Unit.Pkg.Prog.FuncValue(m.Origin()); fn != nil {
				return e.plainRoundTrip(fn, &o.Val, depth)
			}
		}
		return false
	})
}

// plainRoundTrip reports whether fn, a RoundTrip method of self or a function that
// does as one, sets no such header, nor does what it hands the request on to.
func (e *engine) plainRoundTrip(fn *ssa.Function, self *flow.Val, depth int) bool {
	if len(fn.Blocks) == 0 || depth > maxNesting || len(fn.Params) == 0 {
		return false
	}
	req := fn.Params[len(fn.Params)-1]
	for _, h := range vippsapi.KeyHeaders() {
		if e.traced(fn, req, h, nil, 0).touches() {
			return false
		}
	}
	for _, call := range code.Calls(fn) {
		f := code.Callee(call)
		if f == nil || !gives(f.Signature()) {
			continue
		}
		if f.Name() == "RoundTrip" && call.Common().IsInvoke() && self != nil {
			if inner, ok := e.partOf(call, *self); ok {
				if !e.plainTransport(inner, depth+1) {
					return false
				}
				continue
			}
		}
		if !e.sendsAsIs(call) {
			return false
		}
	}
	return true
}
