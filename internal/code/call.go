package code

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Calls lists the calls in fn in the order of its blocks, go and defer statements
// among them.
func Calls(fn *ssa.Function) []ssa.CallInstruction {
	var calls []ssa.CallInstruction
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if c, ok := in.(ssa.CallInstruction); ok {
				calls = append(calls, c)
			}
		}
	}
	return calls
}

// Callee is the function that call goes to, as it was declared, or the interface
// method. It is nil for a method value, whose arguments have no receiver before
// them, and where call goes through another value.
func Callee(call ssa.CallInstruction) *types.Func {
	c := call.Common()
	if c.IsInvoke() {
		return c.Method.Origin()
	}
	if fn := c.StaticCallee(); fn != nil && !IsThunk(fn) {
		return Declared(fn)
	}
	return nil
}

// CalleeName is the name of the function or method that a call goes to, for
// messages.
func CalleeName(call *ssa.CallCommon) string {
	if call.IsInvoke() {
		return call.Method.Name()
	}
	if fn := call.StaticCallee(); fn != nil {
		return fn.Name()
	}
	return "a function value"
}

// Argument gives argument i of call as the called function numbers its
// parameters (0 is the receiver of a method); false where it has none.
func Argument(call ssa.CallInstruction, i int) (ssa.Value, bool) {
	args := call.Common().Args
	if call.Common().IsInvoke() {
		if i == 0 {
			return call.Common().Value, true
		}
		i--
	}
	if i < 0 || i >= len(args) {
		return nil, false
	}
	return args[i], true
}

// MaxHelpers bounds how deep calls are followed into helpers of a package.
const MaxHelpers = 6

// Static is the function that call names, with a body or without, the generic one
// of an instance; nil where it goes through a value or an interface.
func Static(call ssa.CallInstruction) *ssa.Function {
	fn := call.Common().StaticCallee()
	if fn == nil || IsThunk(fn) {
		return nil
	}
	return Origin(fn)
}

// Helper is the function of the package pkg that call goes to, with a body, the
// generic one of an instance; nil where it goes elsewhere or through a value.
func Helper(pkg *types.Package, call ssa.CallInstruction) *ssa.Function {
	fn := Static(call)
	if fn == nil || fn.Package() == nil || fn.Package().Pkg != pkg || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// NamesWhat reports whether call is given more than a receiver and contexts: then
// that tells what it asks for.
func NamesWhat(call ssa.CallInstruction) bool {
	sig := call.Common().Signature()
	for v := range sig.Params().Variables() {
		if !IsNamed(v.Type(), "context", "Context") {
			return true
		}
	}
	return false
}
