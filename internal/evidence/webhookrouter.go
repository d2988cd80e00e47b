package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// routerOf is the router whose method call is, nil where it is no such call.
func routerOf(call ssa.CallInstruction) ssa.Value {
	f := code.Callee(call)
	if f == nil || f.Signature().Recv() == nil || !isRouterType(f.Signature().Recv().Type()) {
		return nil
	}
	v, _ := code.Argument(call, 0)
	return v
}

// isRouterType reports whether values of type t register handlers.
func isRouterType(t types.Type) bool {
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	return code.IsNamed(t, "net/http", "ServeMux") || isRouterPath(n.Obj().Pkg().Path()) && !isContext(t)
}

func isMiddlewareCall(f *types.Func) bool {
	return slices.Contains([]string{"Use", "Pre", "With", "Group"}, f.Name())
}

// functionArgs lists the arguments of call that are functions or handlers, those
// of a variadic call one by one. A receiver is none.
func functionArgs(call ssa.CallInstruction) []ssa.Value {
	var found []ssa.Value
	args := call.Common().Args
	if call.Common().Signature().Recv() != nil && !call.Common().IsInvoke() && len(args) > 0 {
		args = args[1:]
	}
	for _, arg := range args {
		if slice, ok := arg.(*ssa.Slice); ok {
			if array, ok := slice.X.(*ssa.Alloc); ok {
				found = append(found, elements(array)...)
				continue
			}
		}
		found = append(found, arg)
	}
	for i, v := range found {
		if m, ok := v.(*ssa.MakeInterface); ok && m.Type().Underlying().(*types.Interface).NumMethods() == 0 {
			found[i] = m.X
		}
	}
	return slices.DeleteFunc(found, func(v ssa.Value) bool { return !handlerish(v.Type()) && !isMiddleware(v.Type()) })
}

// elements are the values stored into the elements of an array.
func elements(array *ssa.Alloc) []ssa.Value {
	var found []ssa.Value
	for _, ref := range *array.Referrers() {
		el, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, store := range *el.Referrers() {
			if s, ok := store.(*ssa.Store); ok && s.Addr == ssa.Value(el) {
				found = append(found, s.Val)
			}
		}
	}
	return found
}

// handlerish reports whether values of type t answer requests.
func handlerish(t types.Type) bool {
	if t == nil {
		return false
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		return isHandler(sig)
	}
	return code.IsHTTP(t, "Handler") || code.IsNamed(t, "net/http", "ServeMux") && !types.IsInterface(t)
}

// isMiddleware reports whether values of type t make handlers of handlers.
func isMiddleware(t types.Type) bool {
	if t == nil {
		return false
	}
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 1 && sig.Results().Len() == 1 && handlerish(sig.Params().At(0).Type()) && handlerish(sig.Results().At(0).Type())
}

func resultType(call ssa.CallInstruction) types.Type {
	if results := call.Common().Signature().Results(); results.Len() > 0 {
		return results.At(0).Type()
	}
	return nil
}

// guardValue reports whether a function value may authenticate: what it is has
// to be seen to say no.
func (c *covers) guardValue(v ssa.Value) bool {
	if _, ok := v.Type().Underlying().(*types.Signature); !ok {
		return false
	}
	origins := c.h.e.flow.Origins(flow.At(v))
	for _, o := range origins {
		if fn := unwrapped(o.Val.V); fn != nil {
			fn = code.Bound(fn)
			obj, _ := fn.Object().(*types.Func)
			if c.guardFunc(obj, fn) {
				return true
			}
			continue
		}
		call, ok := o.Val.V.(*ssa.Call)
		if !ok || code.Callee(call) == nil || c.guardFunc(code.Callee(call), call.Call.StaticCallee()) {
			return true
		}
	}
	return len(origins) == 0
}

// guardFunc reports whether a function, or the handler that it makes, may
// authenticate.
func (c *covers) guardFunc(f *types.Func, fn *ssa.Function) bool {
	if fn != nil {
		if o := fn.Origin(); o != nil {
			fn = o
		}
		if len(fn.Blocks) > 0 {
			return c.h.guards.may(fn)
		}
	}
	if f == nil {
		return true
	}
	path := pathOf(f)
	if c.h.guards.isLocal(path) {
		return c.h.e.pass.ImportObjectFact(f.Origin(), &Guard{})
	}
	if code.IsStandard(path) {
		return false
	}
	name := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:] + "." + f.Name())
	return !slices.ContainsFunc(harmless, func(word string) bool { return strings.Contains(name, word) })
}

// harmless are words in the names of middleware that authenticates nobody.
var harmless = []string{
	"cache", "cors", "compress", "gzip", "heartbeat", "limit", "log", "metric", "otel", "prometheus", "realip", "recover", "requestid",
	"slash", "strip", "throttle", "timeout", "trace", "tracing", "cleanpath", "wraph", "wrapf",
}
