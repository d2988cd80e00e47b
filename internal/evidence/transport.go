package evidence

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A trust says what becomes of a bad status below the caller of an HTTP client.
type trust int

const (
	unsure trust = iota // not known
	plain               // it comes as a response, as net/http does it
	strict              // it becomes an error
)

// all unites the trusts of what may stand in one place.
func all(list []trust) trust {
	if len(list) == 0 {
		return unsure
	}
	for _, t := range list {
		if t != list[0] {
			return unsure
		}
	}
	return list[0]
}

// clientTrust says what the client behind call, a call of net/http or of
// something like it, does about bad statuses.
func (e *engine) clientTrust(call ssa.CallInstruction) trust {
	f := code.Callee(call)
	switch {
	case code.IsFunc(f, "net/http", "", "Get", "Head", "Post", "PostForm"):
		return e.defaultTrust()
	case code.IsFunc(f, "net/http", "Client", "Do", "Get", "Head", "Post", "PostForm"):
		return e.trustOfClient(flow.At(call.Common().Args[0]).Before(call), 0)
	case code.IsFunc(f, "net/http", "Transport", "RoundTrip"):
		return plain
	case code.IsFunc(f, "net/http", "RoundTripper", "RoundTrip"):
		return e.trustOfTransport(flow.At(call.Common().Value).Before(call), 0)
	}
	return unsure
}

// defaultTrust is that of http.DefaultClient and http.DefaultTransport.
func (e *engine) defaultTrust() trust {
	if e.replaced {
		return unsure
	}
	return plain
}

// trustOfClient is clientTrust for the *http.Client v.
func (e *engine) trustOfClient(v flow.Val, depth int) trust {
	if depth > maxNesting {
		return unsure
	}
	var found []trust
	for _, o := range e.flow.Origins(v) {
		found = append(found, e.trustOfClientAt(o, depth))
	}
	return all(found)
}

func (e *engine) trustOfClientAt(o flow.Origin, depth int) trust {
	switch x := o.Val.V.(type) {
	case *ssa.Global:
		if isGlobal(x, "DefaultClient") {
			return e.defaultTrust()
		}
	case *ssa.Alloc:
		if len(o.Val.Path) == 0 && code.IsHTTP(x.Type(), "Client") {
			return e.trustOfTransport(transportOf(o.Val), depth+1)
		}
	case *ssa.Call:
		switch f := code.Callee(x); {
		case code.IsFunc(f, "golang.org/x/oauth2", "", "NewClient"), code.IsFunc(f, "golang.org/x/oauth2", "Config", "Client"),
			code.IsFunc(f, "golang.org/x/oauth2/clientcredentials", "Config", "Client"),
			code.IsFunc(f, "golang.org/x/oauth2/jwt", "Config", "Client"),
			code.IsFunc(f, "github.com/hashicorp/go-cleanhttp", "", "DefaultClient", "DefaultPooledClient"),
			code.IsFunc(f, "github.com/hashicorp/go-retryablehttp", "Client", "StandardClient"):
			return plain // the token, or another try, is all that they care for
		}
	}
	return e.trustOfField(o.Val, depth, e.trustOfClient)
}

// transportOf is the Transport of the client v.
func transportOf(v flow.Val) flow.Val { return v.Sub(fieldNamed(v.V.Type(), "Transport")) }

// trustOfField judges a field that is not exported by all that the package
// stores to it.
func (e *engine) trustOfField(v flow.Val, depth int, judge func(flow.Val, int) trust) trust {
	field := fieldOf(v)
	if field == nil || field.Exported() || field.Pkg() != e.pass.Pkg {
		return unsure
	}
	var found []trust
	for _, w := range e.flow.FieldWrites(field) {
		found = append(found, judge(w, depth+1))
	}
	if t := all(found); t == strict || !e.setsTransport {
		return t
	}
	return unsure // a transport may have been set later
}

// trustOfTransport is clientTrust for the http.RoundTripper v; nil stands for
// the default one.
func (e *engine) trustOfTransport(v flow.Val, depth int) trust {
	if depth > maxNesting {
		return unsure
	}
	var found []trust
	for _, o := range e.flow.Origins(v) {
		if isNoTransport(o) {
			found = append(found, e.defaultTrust())
			continue
		}
		found = append(found, e.trustOfTransportAt(o.Val, depth))
	}
	return all(found)
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

func (e *engine) trustOfTransportAt(v flow.Val, depth int) trust {
	switch x := v.V.(type) {
	case *ssa.Global:
		if isGlobal(x, "DefaultTransport") {
			return e.defaultTrust()
		}
	case *ssa.Call:
		switch f := code.Callee(x); {
		case code.IsFunc(f, "net/http", "Transport", "Clone"):
			return plain
		case code.IsFunc(f, "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", "", "NewTransport"):
			return e.trustOfTransport(v.With(x.Call.Args[0]).Before(x), depth+1)
		}
	case *ssa.MakeClosure:
		return e.trustOfRoundTrip(x.Fn.(*ssa.Function), nil, depth)
	case *ssa.Function:
		return e.trustOfRoundTrip(x, nil, depth)
	}
	t := v.Type()
	if t == nil {
		return unsure
	}
	if code.IsHTTP(t, "Transport") {
		return plain
	}
	if code.IsNamed(t, "golang.org/x/oauth2", "Transport") {
		if _, ok := v.V.(*ssa.Alloc); ok {
			return e.trustOfTransport(v.Sub(fieldNamed(t, "Base")), depth+1)
		}
		return unsure
	}
	if _, ok := code.Deref(t).Underlying().(*types.Interface); !ok {
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "RoundTrip")
		if m, ok := obj.(*types.Func); ok && m.Pkg() == e.pass.Pkg {
			if fn := e.flow.Unit.Pkg.Prog.FuncValue(m.Origin()); fn != nil {
				return e.trustOfRoundTrip(fn, &v, depth)
			}
		}
	}
	return e.trustOfField(v, depth, e.trustOfTransport)
}

// fieldNamed is the step of a path that leads to a field of the struct t.
func fieldNamed(t types.Type, name string) string {
	st := code.Deref(t).Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return flow.Field(i)
		}
	}
	return ""
}
