package evidence

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// decodes lists the inbound payment bodies that fn decodes, itself or through
// what it calls, from something that is not the answer to a request.
func (r *reaches) decodes(fn *ssa.Function) []Decoding {
	var found []Decoding
	for _, call := range callsOf(fn) {
		if into, data, ok := decoding(call); ok {
			if m := inboundOf(into); m != nil && !fromResponse(data, map[ssa.Value]bool{}) {
				reason := Reason{r.e.position(call.Common().Pos()), "decodes " + m.Reason + ", which only Vipps sends together"}
				found = append(found, Decoding{m.Inbound.ID, reason})
			}
			continue
		}
		if f := call.Common().StaticCallee(); f != nil && f != fn {
			if ref := r.of(f); ref != nil {
				found = append(found, ref.Decodes...)
			}
		}
	}
	return distinct(found)
}

// decoding reports whether call decodes JSON into a value: encoding/json, a
// namesake of it, and the bind methods of web frameworks.
func decoding(call ssa.CallInstruction) (into, data ssa.Value, ok bool) {
	f := callee(call)
	args := call.Common().Args
	if f == nil || len(args) == 0 || f.Pkg() == nil {
		return nil, nil, false
	}
	into = args[len(args)-1]
	switch f.Name() {
	case "Unmarshal":
		return into, args[0], len(args) == 2 && strings.Contains(f.Pkg().Path(), "json")
	case "Decode", "Bind", "BindJSON", "ShouldBind", "ShouldBindJSON", "ShouldBindBodyWith", "BodyParser", "Body", "DecodeJSON":
		data = args[0]
		if call.Common().IsInvoke() {
			data = call.Common().Value
		}
		return into, data, true
	}
	return nil, nil, false
}

// inboundOf is the payment body that Vipps sends and that a value of v's type
// must be, or nil.
func inboundOf(v ssa.Value) *vippsapi.InboundMatch {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	t := deref(v.Type())
	if !isStruct(t) {
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
func fromResponse(v ssa.Value, seen map[ssa.Value]bool) bool {
	if v == nil || seen[v] || len(seen) > maxSlice {
		return false
	}
	seen[v] = true
	if isHTTP(v.Type(), "Response") {
		return true
	}
	in, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op != nil && fromResponse(*op, seen) {
			return true
		}
	}
	return false
}

// isHandler reports whether a function with this signature answers requests:
// net/http's, a web framework's by its context, a lambda's by its event.
func isHandler(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		n, ok := types.Unalias(deref(t)).(*types.Named)
		if !ok || n.Obj().Pkg() == nil {
			continue
		}
		path, name := n.Obj().Pkg().Path(), n.Obj().Name()
		switch {
		case path == "net/http" && name == "ResponseWriter":
			return true
		case strings.Contains(path, ".") && (name == "Context" || name == "Ctx" || name == "RequestCtx"):
			return true
		case strings.HasPrefix(name, "APIGateway") || strings.HasPrefix(name, "LambdaFunctionURL"):
			return true
		}
	}
	return false
}

func handlerName(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok {
		return funcName(obj)
	}
	if fn.Parent() != nil {
		return "a function literal in " + handlerName(fn.Parent())
	}
	return fn.Name()
}
