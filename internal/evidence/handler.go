package evidence

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// DecodedBy reports whether call decodes JSON into a value, as encoding/json, its
// namesakes and the bind methods of web frameworks do: into is what it writes to,
// and data holds the text, as bytes, a decoder or the context of a request.
func DecodedBy(call ssa.CallInstruction) (into, data ssa.Value, ok bool) {
	f := code.Callee(call)
	args := call.Common().Args
	if f == nil || len(args) == 0 || f.Pkg() == nil {
		return nil, nil, false
	}
	into = args[len(args)-1]
	switch f.Name() {
	case "Unmarshal", "UnmarshalFromString", "UnmarshalRead":
		return pointerIn(args[1:]), args[0], len(args) >= 2 && decodesJSON(f.Pkg().Path())
	case "JSON":
		return into, args[0], code.ReceiverName(f) == "Bind" // gin's Context.JSON writes
	case "ShouldBindWith", "MustBindWith", "ShouldBindBodyWith":
		return pointerIn(args), args[0], true
	case "Decode", "Bind", "BindJSON", "ShouldBind", "ShouldBindJSON", "ShouldBindBodyWithJSON", "BodyParser", "Body", "DecodeJSON", "ReadJSON":
		data = args[0]
		if call.Common().IsInvoke() {
			data = call.Common().Value
		}
		return into, data, true
	}
	return nil, nil, false
}

// pointerIn is the first of the arguments that is a pointer behind an interface,
// or the last argument.
func pointerIn(args []ssa.Value) ssa.Value {
	for _, arg := range args {
		if m, ok := arg.(*ssa.MakeInterface); ok && code.IsPointer(m.X.Type()) {
			return m.X
		}
	}
	if len(args) == 0 {
		return nil
	}
	return args[len(args)-1]
}

// decodesJSON reports whether an Unmarshal of a package reads JSON.
func decodesJSON(path string) bool {
	return strings.Contains(path, "json") || strings.HasSuffix(path, "/sonic")
}

// inboundOf is the payment body that Vipps sends and that a value of v's type
// must be, or nil.
func inboundOf(v ssa.Value) *vippsapi.InboundMatch {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	t := code.Deref(v.Type())
	if !code.IsStruct(t) {
		return nil
	}
	for _, m := range vippsapi.MatchInbound(jsonNames(t)) {
		if m.Strength == vippsapi.Strong && m.Inbound.Payment {
			return &m
		}
	}
	return nil
}

// fromResponse reports whether v is made from the answer to a request.
func fromResponse(v ssa.Value) bool {
	return code.MadeOf(v, func(v ssa.Value) (yes, end bool) { return code.IsHTTP(v.Type(), "Response"), false })
}

// isHandler reports whether a function with this signature answers requests:
// net/http's, a web framework's by its context, a lambda's by its event.
func isHandler(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		n, ok := types.Unalias(code.Deref(p.Type())).(*types.Named)
		if !ok || n.Obj().Pkg() == nil {
			continue
		}
		path, name := n.Obj().Pkg().Path(), n.Obj().Name()
		switch {
		case path == "net/http" && name == "ResponseWriter":
			return true
		case strings.Contains(path, ".") && (name == "Context" || name == "Ctx" || name == "RequestCtx"):
			return true
		case strings.HasPrefix(name, "APIGateway") || strings.HasPrefix(name, "LambdaFunctionURL") || strings.HasPrefix(name, "ALBTargetGroup"):
			return true
		}
	}
	return false
}

// takesRequest is isHandler, and counts the merchant's own kinds of handlers
// too, which are given the request and write no answer themselves.
func takesRequest(sig *types.Signature) bool {
	if isHandler(sig) {
		return true
	}
	for r := range sig.Results().Variables() {
		if code.IsHTTP(r.Type(), "Response") {
			return false // it sends requests
		}
	}
	for p := range sig.Params().Variables() {
		if code.IsHTTP(p.Type(), "Request") {
			return true
		}
	}
	return false
}

func handlerName(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok {
		return code.FuncName(obj)
	}
	if fn.Parent() != nil {
		return "a function literal in " + handlerName(fn.Parent())
	}
	return fn.Name()
}
