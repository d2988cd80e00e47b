package evidence

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// covers is what stands behind code that may authenticate requests: handlers by
// themselves, and whole routers.
type covers struct {
	h        *webhooks
	r        *reaches
	handlers map[token.Position]bool
	routers  map[ssa.Value]bool
	on       map[token.Position]map[ssa.Value]bool // routers that a handler is registered with
	inside   map[ssa.Value][]ssa.Value             // routers that a router is handed to
	before   map[*ssa.Function]Reason              // what stands before payment handlers of the package, seen where both are named
}

// covers looks for middleware in the package. What it stands before is not
// always seen: then it stands before everything.
func (h *webhooks) covers(r *reaches) *covers {
	c := &covers{h, r, map[token.Position]bool{}, map[ssa.Value]bool{}, map[token.Position]map[ssa.Value]bool{}, map[ssa.Value][]ssa.Value{}, map[*ssa.Function]Reason{}}
	for _, fn := range h.e.flow.Unit.Funcs {
		if h.e.syntax.inTest(fn.Pos()) {
			continue
		}
		if fn.Name() == "ServeHTTP" && h.guards.may(fn) && slices.ContainsFunc(callsOf(fn), delegates) {
			h.world.Guarded = true
		}
		checks := len(h.guards.touching(fn)) > 0
		for _, call := range callsOf(fn) {
			c.call(call)
			if f := callee(call); checks && carries(call) && f != nil && h.guards.isLocal(pathOf(f)) && f.Pkg() != h.e.pass.Pkg {
				c.coverDecl(f)
			}
		}
	}
	return c
}

// has reports whether something that may authenticate stands before a handler.
func (c *covers) has(handler token.Position) bool {
	if c.h.world.Guarded || c.handlers[handler] {
		return true
	}
	on := c.on[handler]
	if len(on) == 0 {
		return len(c.routers) > 0
	}
	seen := map[ssa.Value]bool{}
	var covered func(v ssa.Value) bool
	covered = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		return c.routers[v] || slices.ContainsFunc(c.inside[v], covered)
	}
	for v := range on {
		if covered(v) {
			return true
		}
	}
	return false
}

func (c *covers) call(call ssa.CallInstruction) {
	values := functionArgs(call)
	f := callee(call)
	router := routerOf(call)
	var guarding, handlers []ssa.Value
	for _, v := range values {
		switch {
		case c.guardValue(v):
			guarding = append(guarding, v)
		case handlerish(v.Type()):
			handlers = append(handlers, v)
		}
	}
	if router != nil {
		c.register(call, router, handlers)
		if len(guarding) == 0 {
			return
		}
		// A handler that authenticates by itself is registered like middleware.
		if len(handlers) > 0 || f != nil && isMiddlewareCall(f) {
			c.cover(handlers)
			for _, v := range guarding {
				c.standsBefore(guardBehind(v), handlers)
			}
		}
		if f != nil && isMiddlewareCall(f) {
			if f.Name() == "Use" || f.Name() == "Pre" {
				c.coverRouter(router)
			} else if v := call.Value(); v != nil {
				c.routers[v] = true
			}
		}
		return
	}
	if f == nil {
		c.applied(call)
		return
	}
	// A chain is put together: of handlers and middleware, or by a library that
	// takes these apart.
	if len(guarding) > 0 {
		c.cover(handlers)
		for _, v := range guarding {
			c.standsBefore(guardBehind(v), handlers)
		}
		if inPackage(call) == nil && !isStandard(pathOf(f)) && slices.ContainsFunc(guarding, func(v ssa.Value) bool { return takesNext(v.Type()) }) {
			c.h.world.Guarded = true
		}
	}
	if !handlerish(resultType(call)) && !isMiddleware(resultType(call)) || len(values) == 0 {
		return
	}
	if call.Common().IsInvoke() || c.guardFunc(f, call.Common().StaticCallee()) {
		c.cover(values)
		c.standsBefore(inPackage(call), values)
	}
}

// takesNext reports whether values of type t are given the handler that they
// stand before.
func takesNext(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for p := range sig.Params().Variables() {
		if handlerish(p.Type()) {
			return true
		}
	}
	return false
}

// guardBehind is the function of the package that a middleware is, or that makes
// it.
func guardBehind(v ssa.Value) *ssa.Function {
	if fn := unwrapped(v); fn != nil {
		return bound(fn)
	}
	if call, ok := v.(*ssa.Call); ok {
		return inPackage(call)
	}
	return nil
}

// standsBefore notes that guard stands before those of the handlers that take
// payment bodies.
func (c *covers) standsBefore(guard *ssa.Function, handlers []ssa.Value) {
	if guard == nil {
		return
	}
	for _, v := range handlers {
		for _, o := range c.h.e.flow.Origins(flow.At(v)) {
			if fn := unwrapped(o.Val.V); fn != nil {
				if acts := c.h.actsOf(bound(fn)); len(acts) > 0 {
					c.before[guard] = acts[0].decoded
				}
			}
		}
	}
}

// applied covers what a middleware in a variable is given: auth(secret)(next).
func (c *covers) applied(call ssa.CallInstruction) {
	if callee(call) != nil || call.Common().IsInvoke() || !handlerish(resultType(call)) {
		return
	}
	if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin && c.guardValue(call.Common().Value) {
		c.cover(functionArgs(call))
		c.standsBefore(guardBehind(call.Common().Value), functionArgs(call))
	}
}

// cover marks what the values of handlers are.
func (c *covers) cover(values []ssa.Value) {
	for _, v := range values {
		for _, o := range c.h.e.flow.Origins(flow.At(v)) {
			c.coverOrigin(v, o.Val.V)
		}
	}
}

func (c *covers) coverOrigin(v, from ssa.Value) {
	if fn := unwrapped(from); fn != nil {
		c.coverFunc(bound(fn))
		return
	}
	if m, ok := v.(*ssa.MakeInterface); ok && !isRouterType(m.X.Type()) {
		if obj, _, _ := types.LookupFieldOrMethod(m.X.Type(), true, nil, "ServeHTTP"); obj != nil {
			if method, ok := obj.(*types.Func); ok && method.Pkg() != nil && method.Pkg().Path() != "net/http" {
				c.coverDecl(method)
				return
			}
		}
	}
	switch x := from.(type) {
	case *ssa.Alloc, *ssa.MakeInterface:
		c.coverRouter(from)
	case *ssa.Call:
		f := callee(x)
		if !c.h.guards.isLocal(pathOf(f)) {
			c.coverRouter(from)
			return
		}
		c.coverDecl(f)
		c.cover(functionArgs(x))
	default:
		c.h.world.Guarded = true
	}
}

func pathOf(f *types.Func) string {
	if f == nil || f.Pkg() == nil {
		return ""
	}
	return f.Pkg().Path()
}

func (c *covers) coverFunc(fn *ssa.Function) {
	c.handlers[c.h.e.position(fn.Pos())] = true
	for _, call := range callsOf(fn) {
		if inner := inPackage(call); inner != nil {
			c.handlers[c.h.e.position(inner.Pos())] = true
		}
	}
	if fn.Parent() != nil {
		return
	}
	if reach := c.r.of(fn); reach != nil {
		for _, h := range reach.Handlers {
			c.handlers[h.Pos] = true
		}
	}
}

func (c *covers) coverDecl(f *types.Func) {
	c.handlers[c.h.e.position(f.Pos())] = true
	if reach := c.r.ofDecl(f.Origin()); reach != nil {
		for _, h := range reach.Handlers {
			c.handlers[h.Pos] = true
		}
	}
}

func (c *covers) coverRouter(router ssa.Value) {
	for _, v := range c.routerOrigins(router) {
		if _, global := v.(*ssa.Global); global {
			c.h.world.Guarded = true
		}
		c.routers[v] = true
	}
}

// register notes which router the handlers are registered with.
func (c *covers) register(call ssa.CallInstruction, router ssa.Value, handlers []ssa.Value) {
	on := c.routerOrigins(router)
	for _, v := range handlers {
		for _, o := range c.h.e.flow.Origins(flow.At(v)) {
			if fn := unwrapped(o.Val.V); fn != nil {
				c.note(bound(fn), on)
				continue
			}
			for _, sub := range on {
				c.inside[o.Val.V] = append(c.inside[o.Val.V], sub)
			}
		}
	}
	// The router of a group is one inside the router that makes it, and so is
	// the one that a function for a group is given.
	if v := call.Value(); v != nil {
		c.inside[v] = append(c.inside[v], on...)
	}
	for _, arg := range call.Common().Args {
		if fn := unwrapped(arg); fn != nil && !isHandler(fn.Signature) {
			for _, p := range fn.Params {
				c.inside[p] = append(c.inside[p], on...)
			}
		}
	}
}

func (c *covers) note(fn *ssa.Function, on []ssa.Value) {
	positions := []token.Position{c.h.e.position(fn.Pos())}
	if reach := c.r.of(fn); reach != nil && fn.Parent() == nil {
		for _, h := range reach.Handlers {
			positions = append(positions, h.Pos)
		}
	}
	for _, pos := range positions {
		if c.on[pos] == nil {
			c.on[pos] = map[ssa.Value]bool{}
		}
		for _, v := range on {
			c.on[pos][v] = true
		}
	}
}

// routerOrigins are the values that make a router.
func (c *covers) routerOrigins(v ssa.Value) []ssa.Value {
	var found []ssa.Value
	for _, o := range c.h.e.flow.Origins(flow.At(v)) {
		found = append(found, o.Val.V)
	}
	if len(found) == 0 {
		return []ssa.Value{v}
	}
	return found
}

// routerOf is the router whose method call is, nil where it is no such call.
func routerOf(call ssa.CallInstruction) ssa.Value {
	f := callee(call)
	if f == nil || f.Signature().Recv() == nil || !isRouterType(f.Signature().Recv().Type()) {
		return nil
	}
	v, _ := argument(call, 0)
	return v
}

// isRouterType reports whether values of type t register handlers.
func isRouterType(t types.Type) bool {
	n, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	return isNamed(t, "net/http", "ServeMux") || isRouterPath(n.Obj().Pkg().Path()) && !isContext(t)
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
	return isHTTP(t, "Handler") || isNamed(t, "net/http", "ServeMux") && !types.IsInterface(t)
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
			fn = bound(fn)
			obj, _ := fn.Object().(*types.Func)
			if c.guardFunc(obj, fn) {
				return true
			}
			continue
		}
		call, ok := o.Val.V.(*ssa.Call)
		if !ok || callee(call) == nil || c.guardFunc(callee(call), call.Call.StaticCallee()) {
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
	if isStandard(path) {
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
