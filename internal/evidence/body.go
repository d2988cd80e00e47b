package evidence

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// bodies finds what is written into the reader, bytes or text v.
func (e *engine) bodies(v flow.Val) []body { return e.bodiesAt(v, 0) }

func (e *engine) bodiesAt(v flow.Val, depth int) []body {
	if depth > maxNesting {
		return nil
	}
	var found []body
	for _, o := range e.flow.Origins(v) {
		switch x := o.Val.V.(type) {
		case *ssa.Const:
			if !x.IsNil() {
				found = append(found, body{o.Val, true})
			}
		case *ssa.Convert:
			found = append(found, e.bodiesAt(o.Val.With(x.X), depth+1)...)
		case *ssa.Alloc:
			found = append(found, e.encodedInto(o.Val, x)...)
		case *ssa.Call:
			found = append(found, e.calledBody(o.Val, x, depth)...)
		default:
			found = append(found, body{o.Val, true})
		}
	}
	return found
}

// calledBody is bodiesAt for the result of a call.
func (e *engine) calledBody(v flow.Val, call *ssa.Call, depth int) []body {
	f := code.Callee(call)
	args := call.Call.Args
	switch {
	case code.IsFunc(f, "bytes", "", "NewReader", "NewBuffer", "NewBufferString", "Clone"),
		code.IsFunc(f, "strings", "", "NewReader"),
		code.IsFunc(f, "bufio", "", "NewReader"),
		code.IsFunc(f, "io", "", "NopCloser"):
		return e.bodiesAt(v.With(args[0]).Before(call), depth+1)
	case code.IsFunc(f, "net/url", "Values", "Encode"), isMarshal(f):
		return []body{{v.With(addressed(args[0])).Before(call), false}}
	default:
		return []body{{v, true}}
	}
}

// addressed is the parameter whose address v is, where nothing else is ever
// stored there, or v: callers know what they give, and not what its copy is.
func addressed(v ssa.Value) ssa.Value {
	x := v
	if boxed, ok := x.(*ssa.MakeInterface); ok {
		x = boxed.X
	}
	alloc, ok := x.(*ssa.Alloc)
	if !ok {
		return v
	}
	var param *ssa.Parameter
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			p, ok := ref.Val.(*ssa.Parameter)
			if ref.Addr != ssa.Value(alloc) || !ok || param != nil {
				return v
			}
			param = p
		case *ssa.FieldAddr:
			if changes(ref, 0) {
				return v
			}
		case *ssa.MakeInterface, *ssa.UnOp, *ssa.DebugRef:
		default:
			return v
		}
	}
	if param == nil {
		return v
	}
	return param
}

// isMarshal reports whether f writes its first argument as JSON: that of the
// standard library, or its namesake in a JSON library.
func isMarshal(f *types.Func) bool {
	return f != nil && f.Pkg() != nil && strings.Contains(f.Pkg().Path(), "json") && code.ReceiverName(f) == "" &&
		(f.Name() == "Marshal" || f.Name() == "MarshalIndent") && f.Signature().Params().Len() > 0
}

// encodedInto finds what a json.Encoder writes into the buffer buf, in the
// function that makes it.
func (e *engine) encodedInto(v flow.Val, buf *ssa.Alloc) []body {
	found := []body{}
	for _, call := range code.Calls(buf.Parent()) {
		if !code.IsFunc(code.Callee(call), "encoding/json", "Encoder", "Encode") {
			continue
		}
		args := call.Common().Args
		if e.writesTo(v.With(args[0]), buf) {
			found = append(found, body{v.With(addressed(args[1])).Before(call), false})
		}
	}
	if len(found) == 0 {
		return []body{{v, true}}
	}
	return found
}

// writesTo reports whether the encoder enc was made for buf.
func (e *engine) writesTo(enc flow.Val, buf *ssa.Alloc) bool {
	for _, o := range e.flow.Origins(enc) {
		call, ok := o.Val.V.(*ssa.Call)
		if !ok || !code.IsFunc(code.Callee(call), "encoding/json", "", "NewEncoder") {
			continue
		}
		for _, w := range e.flow.Origins(o.Val.With(call.Call.Args[0])) {
			if w.Val.V == ssa.Value(buf) {
				return true
			}
		}
	}
	return false
}
