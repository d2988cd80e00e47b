package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
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
	before   map[*ssa.Function]act                 // what stands before payment handlers of the package, seen where both are named
}

// covers looks for middleware in the package. What it stands before is not
// always seen: then it stands before everything.
func (h *webhooks) covers(r *reaches) *covers {
	c := &covers{h, r, map[token.Position]bool{}, map[ssa.Value]bool{}, map[token.Position]map[ssa.Value]bool{}, map[ssa.Value][]ssa.Value{}, map[*ssa.Function]act{}}
	for _, fn := range h.e.flow.Unit.Funcs {
		if h.e.syntax.InTest(fn.Pos()) {
			continue
		}
		if fn.Name() == "ServeHTTP" && h.guards.may(fn) && slices.ContainsFunc(code.Calls(fn), delegates) {
			h.world.Guarded = true
		}
		checks := len(h.guards.touching(fn)) > 0
		for _, call := range code.Calls(fn) {
			c.call(call)
			if f := code.Callee(call); checks && carries(call) && f != nil && h.guards.isLocal(pathOf(f)) && f.Pkg() != h.e.pass.Pkg {
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
	f := code.Callee(call)
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
		if inPackage(call) == nil && !code.IsStandard(pathOf(f)) && slices.ContainsFunc(guarding, func(v ssa.Value) bool { return takesNext(v.Type()) }) {
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
		return code.Bound(fn)
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
				if acts := c.h.actsOf(code.Bound(fn)); len(acts) > 0 {
					c.before[guard] = acts[0]
				}
			}
		}
	}
}

// applied covers what a middleware in a variable is given: auth(secret)(next).
func (c *covers) applied(call ssa.CallInstruction) {
	if code.Callee(call) != nil || call.Common().IsInvoke() || !handlerish(resultType(call)) {
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
		c.coverFunc(code.Bound(fn))
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
		f := code.Callee(x)
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

// at is where fn stands.
func (c *covers) at(fn *ssa.Function) token.Position {
	if f, ok := fn.Object().(*types.Func); ok {
		return c.atDecl(f)
	}
	return c.h.e.position(fn.Pos())
}

// atDecl is where f stands, as its own package says: under go vet the positions
// of what is imported have no columns.
func (c *covers) atDecl(f *types.Func) token.Position {
	if reach := c.r.ofDecl(f.Origin()); reach != nil && reach.Name != "" {
		return reach.At
	}
	return c.h.e.position(f.Pos())
}

func (c *covers) coverFunc(fn *ssa.Function) {
	c.handlers[c.at(fn)] = true
	for _, call := range code.Calls(fn) {
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
	c.handlers[c.atDecl(f)] = true
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
				c.note(code.Bound(fn), on)
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
	positions := []token.Position{c.at(fn)}
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
