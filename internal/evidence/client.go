package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A clientWalk goes from a call that sends a request to the HTTP client, its
// transport, and the transports that this one hands the request on to. T is what
// somebody wants to know of them.
type clientWalk[T any] struct {
	e       *engine
	unknown T
	asIs    T // net/http's own does no more than send

	unite     func([]T) T                                                // of several behind one call
	client    func(flow.Origin) (t T, ok bool)                           // what is special about a client; ok false: nothing
	holder    func(v flow.Val, depth int, judge func(flow.Val, int) T) T // a field or a parameter, by what comes there
	concrete  func(v flow.Val, depth int, judge func(flow.Val, int) T) T // a transport whose type is not of the package
	roundTrip func(fn *ssa.Function, self *flow.Val, depth int) T        // a RoundTrip method of self, or a function that does as one
}

// of judges what is behind call, of net/http; ok is false for other calls.
func (w *clientWalk[T]) of(call ssa.CallInstruction) (t T, ok bool) {
	f := code.Callee(call)
	switch {
	case code.IsFunc(f, "net/http", "", "Get", "Head", "Post", "PostForm"):
		return w.byDefault(), true
	case code.IsFunc(f, "net/http", "Client", "Do", "Get", "Head", "Post", "PostForm"):
		return w.ofClient(flow.At(call.Common().Args[0]).Before(call), 0), true
	case code.IsFunc(f, "net/http", "Transport", "RoundTrip"):
		return w.asIs, true
	case code.IsFunc(f, "net/http", "RoundTripper", "RoundTrip"):
		return w.ofTransport(flow.At(call.Common().Value).Before(call), 0), true
	}
	return w.unknown, false
}

// byDefault judges http.DefaultClient and http.DefaultTransport.
func (w *clientWalk[T]) byDefault() T {
	if w.e.replaced {
		return w.unknown
	}
	return w.asIs
}

// each judges all that v may be.
func (w *clientWalk[T]) each(v flow.Val, depth int, judge func(flow.Origin) T) T {
	origins := w.e.flow.Origins(v)
	if depth > maxNesting || len(origins) == 0 {
		return w.unknown
	}
	var found []T
	for _, o := range origins {
		found = append(found, judge(o))
	}
	return w.unite(found)
}

// ofClient judges the *http.Client v.
func (w *clientWalk[T]) ofClient(v flow.Val, depth int) T {
	return w.each(v, depth, func(o flow.Origin) T { return w.ofClientAt(o, depth) })
}

func (w *clientWalk[T]) ofClientAt(o flow.Origin, depth int) T {
	if t, ok := w.client(o); ok {
		return t
	}
	switch x := o.Val.V.(type) {
	case *ssa.Global:
		if isGlobal(x, "DefaultClient") {
			return w.byDefault()
		}
	case *ssa.Alloc:
		if len(o.Val.Path) == 0 && code.IsHTTP(x.Type(), "Client") {
			return w.ofTransport(o.Val.Sub(flow.FieldNamed(x.Type(), "Transport")), depth+1)
		}
	case *ssa.Call:
		if makesPlainClient(x) {
			return w.asIs
		}
	}
	return w.holder(o.Val, depth, w.ofClient)
}

// makesPlainClient reports whether call makes a client of a library that cares for
// the token, another try or connections alone.
func makesPlainClient(call *ssa.Call) bool {
	f := code.Callee(call)
	return code.IsFunc(f, "golang.org/x/oauth2", "", "NewClient") || code.IsFunc(f, "golang.org/x/oauth2", "Config", "Client") ||
		code.IsFunc(f, "golang.org/x/oauth2/clientcredentials", "Config", "Client") ||
		code.IsFunc(f, "golang.org/x/oauth2/jwt", "Config", "Client") ||
		code.IsFunc(f, "github.com/hashicorp/go-cleanhttp", "", "DefaultClient", "DefaultPooledClient") ||
		code.IsFunc(f, "github.com/hashicorp/go-retryablehttp", "Client", "StandardClient")
}

// ofTransport judges the http.RoundTripper v; nil stands for the default one.
func (w *clientWalk[T]) ofTransport(v flow.Val, depth int) T {
	return w.each(v, depth, func(o flow.Origin) T {
		if isNoTransport(o) {
			return w.byDefault()
		}
		return w.ofTransportAt(o.Val, depth)
	})
}

// isNoTransport reports whether o is a transport that is not set. A value without
// fields, or with none set, is one all the same.
func isNoTransport(o flow.Origin) bool {
	if c, ok := o.Val.V.(*ssa.Const); ok && c.IsNil() {
		return true
	}
	t := o.Val.Type()
	return o.Zero && o.Held == nil && (t == nil || types.IsInterface(t))
}

func (w *clientWalk[T]) ofTransportAt(v flow.Val, depth int) T {
	switch x := v.V.(type) {
	case *ssa.Global:
		if isGlobal(x, "DefaultTransport") {
			return w.byDefault()
		}
	case *ssa.Call:
		switch f := code.Callee(x); {
		case code.IsFunc(f, "net/http", "Transport", "Clone"):
			return w.asIs
		case code.IsFunc(f, "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", "", "NewTransport"):
			return w.ofTransport(v.With(x.Call.Args[0]).Before(x), depth+1)
		}
	case *ssa.MakeClosure:
		return w.roundTrip(x.Fn.(*ssa.Function), nil, depth)
	case *ssa.Function:
		return w.roundTrip(x, nil, depth)
	}
	t := v.Type()
	switch {
	case t == nil:
		return w.unknown
	case code.IsHTTP(t, "Transport"):
		return w.asIs
	case code.IsNamed(t, "golang.org/x/oauth2", "Transport"):
		if _, made := v.V.(*ssa.Alloc); !made {
			return w.unknown
		}
		return w.ofTransport(v.Sub(flow.FieldNamed(t, "Base")), depth+1)
	case types.IsInterface(code.Deref(t)):
		return w.holder(v, depth, w.ofTransport)
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
	if m, ok := obj.(*types.Func); ok && m.Pkg() == w.e.pass.Pkg {
		if fn := w.e.flow.Unit.Pkg.Prog.FuncValue(m.Origin()); fn != nil {
			return w.roundTrip(fn, &v, depth)
		}
	}
	return w.concrete(v, depth, w.ofTransport)
}

// within lists the judgements of what fn, a RoundTrip, hands the request on to: a
// part of self, its receiver, or what is behind any other call.
func (w *clientWalk[T]) within(fn *ssa.Function, self *flow.Val, depth int, other func(ssa.CallInstruction) T) []T {
	var found []T
	for _, call := range sendsOf(fn) {
		if code.Callee(call).Name() == "RoundTrip" && call.Common().IsInvoke() && self != nil {
			if inner, ok := w.e.partOf(call, *self); ok {
				found = append(found, w.ofTransport(inner, depth+1))
				continue
			}
		}
		found = append(found, other(call))
	}
	return found
}

// sendsOf lists the calls in fn that give an HTTP response for a request.
func sendsOf(fn *ssa.Function) []ssa.CallInstruction {
	return slices.DeleteFunc(code.Calls(fn), func(call ssa.CallInstruction) bool {
		f := code.Callee(call)
		return f == nil || !gives(f.Signature())
	})
}

// partOf is the part of self, the receiver of the function that calls, whose
// method is called.
func (e *engine) partOf(call ssa.CallInstruction, self flow.Val) (flow.Val, bool) {
	origins := e.flow.Origins(flow.At(call.Common().Value).Before(call))
	if len(origins) != 1 || origins[0].Val.Param(call.Parent()) != 0 {
		return flow.Val{}, false
	}
	return self.Sub(origins[0].Val.Path...), true
}
