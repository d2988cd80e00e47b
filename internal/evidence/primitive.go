package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// rawAnswer is what a call of net/http gives: a response whose status is to be
// checked, unless the client does that.
func (e *engine) rawAnswer(call ssa.CallInstruction) Answer {
	a := noAnswer
	a.Response, a.Err, a.Body = 0, 1, 0
	switch e.clientTrust(call) {
	case plain:
		a.Plain = true
	case strict:
		a.Response = -1
	}
	return a
}

// primitive gives the requests that a call of net/http, or of something with
// the signature of its Do or RoundTrip, sends by itself.
func (e *engine) primitive(call ssa.CallInstruction) ([]shape, bool) {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil {
		return nil, false
	}
	args := call.Common().Args
	if code.IsFunc(f, "net/http", "Client", "Get", "Head", "Post", "PostForm") {
		args = args[1:]
	} else if !code.IsFunc(f, "net/http", "", "Get", "Head", "Post", "PostForm") {
		return e.sendsRequest(call, f)
	}
	method := map[string]string{"Get": "GET", "Head": "HEAD", "Post": "POST", "PostForm": "POST"}[f.Name()]
	var bodies []body
	switch f.Name() {
	case "Post":
		bodies = e.bodies(flow.At(args[2]).Before(call))
	case "PostForm":
		bodies = []body{{flow.At(args[1]).Before(call), false}}
	}
	shapes := e.combine([]flow.Text{{Parts: []flow.Part{{Const: method}}}}, e.texts(flow.At(args[0]).Before(call)), bodies, nil)
	for i := range shapes {
		shapes[i].keyless = e.sentWays(call)
	}
	return shapes, true
}

// sendsRequest is primitive for what takes a whole *http.Request. A function of
// this package is judged by its body instead.
func (e *engine) sendsRequest(call ssa.CallInstruction, f *types.Func) ([]shape, bool) {
	sig := f.Signature()
	if !gives(sig) {
		return nil, false
	}
	if s, inner := e.sends(call); inner != nil || s != nil {
		return nil, false
	}
	args := call.Common().Args
	req := flow.At(args[len(args)-1]).Before(call)
	shapes := e.resolveRequest(req, call)
	if len(shapes) == 0 {
		headers := e.headersOn(req, call.Parent())
		shapes = []shape{{headers: headers, reasons: headerReasons(headers)}}
	}
	sent := e.sentWays(call)
	for i := range shapes {
		shapes[i].keyless = bothKeyless(shapes[i].keyless, sent)
	}
	return shapes, true
}

// resolveRequest finds where the *http.Request v was made, and the headers that
// are set on it from there to the instruction at, in the function that asks.
func (e *engine) resolveRequest(v flow.Val, at ssa.Instruction) []shape {
	var shapes []shape
	for _, o := range e.flow.Origins(v) {
		found := e.requestsAt(o.Val, 0)
		if len(found) == 0 {
			continue
		}
		headers := e.headersOn(o.Val, at.Parent())
		for _, s := range found {
			s.headers = append(slices.Clip(s.headers), headers...)
			s.reasons = append(slices.Clip(s.reasons), headerReasons(headers)...)
			s.keyless = e.keylessAt(o, s.keyless, at)
			shapes = append(shapes, s)
		}
	}
	return uncorrelated(shapes)
}

// requestsAt is resolveRequest for one place where a request comes from,
// without the headers.
func (e *engine) requestsAt(v flow.Val, depth int) []shape {
	switch x := v.V.(type) {
	case *ssa.Parameter:
		return []shape{{param: &v}}
	case *ssa.Alloc:
		return e.literalRequest(v)
	case *ssa.Call:
		return e.madeRequest(v, x, depth)
	}
	return nil
}

// literalRequest is resolveRequest for &http.Request{…}.
func (e *engine) literalRequest(v flow.Val) []shape {
	if !code.IsHTTP(v.V.Type(), "Request") {
		return nil
	}
	at := func(name string) flow.Val { return v.Sub(flow.FieldNamed(v.V.Type(), name)) }
	return e.combine(e.texts(at("Method")), e.texts(at("URL")), e.bodies(at("Body")), nil)
}

// madeRequest is resolveRequest for the result of a call.
func (e *engine) madeRequest(v flow.Val, call *ssa.Call, depth int) []shape {
	f := code.Callee(call)
	args := call.Call.Args
	switch {
	case code.IsFunc(f, "net/http", "", "NewRequest"):
	case code.IsFunc(f, "net/http", "", "NewRequestWithContext"):
		args = args[1:]
	case code.IsFunc(f, "net/http", "Request", "Clone", "WithContext"):
		var shapes []shape
		if depth < maxNesting {
			for _, o := range e.flow.Origins(v.With(args[0])) {
				shapes = append(shapes, e.requestsAt(o.Val, depth+1)...)
			}
		}
		return shapes
	default:
		if sum, inner := e.sends(call); sum != nil && inner == nil {
			return e.bindAt(v, call, sum.Builds)
		}
		return nil
	}
	arg := func(i int) flow.Val { return v.With(args[i]).Before(call) }
	shapes := e.combine(e.texts(arg(0)), e.texts(arg(1)), e.bodies(arg(2)), nil)
	for i := range shapes {
		shapes[i].made = call
	}
	return shapes
}
