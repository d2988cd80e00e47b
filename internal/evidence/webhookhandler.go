package evidence

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An UnsignedHandler is a handler that acts on a payment body and has nothing in
// it that could authenticate the request. What stands before it decides whether
// that is wrong.
type UnsignedHandler struct {
	Handler HandlerRef
	Act     token.Position
	Mild    bool // see act
}

// unsigned judges one function by itself.
func (h *webhooks) unsigned(fn *ssa.Function) (UnsignedHandler, bool) {
	if !isHandler(fn.Signature) || h.guards.may(fn) {
		return UnsignedHandler{}, false
	}
	acts := h.actsOf(fn)
	if len(acts) == 0 || h.calledBehindGuard(fn) {
		return UnsignedHandler{}, false
	}
	a := worst(acts)
	h.own[h.e.position(fn.Pos())] = a
	return UnsignedHandler{
		Handler: HandlerRef{Decoding: Decoding{a.inbound.ID, a.decoded}, Name: handlerName(fn), Pos: h.e.position(fn.Pos())},
		Act:     h.e.position(actPos(a)), Mild: a.mild,
	}, true
}

// worst is the first act that surely is one on the body, else the first.
func worst(acts []act) act {
	if i := slices.IndexFunc(acts, func(a act) bool { return !a.mild }); i >= 0 {
		return acts[i]
	}
	return acts[0]
}

func actPos(a act) token.Pos {
	if call, ok := a.at.(ssa.CallInstruction); ok {
		return call.Common().Pos()
	}
	if lit, ok := a.at.(*ssa.MakeClosure); ok {
		return lit.Fn.Pos()
	}
	return a.at.Pos()
}

// calledBehindGuard reports whether a function of the package that may
// authenticate the request calls fn, or hands it to what it calls.
func (h *webhooks) calledBehindGuard(fn *ssa.Function) bool {
	for _, site := range h.e.flow.Callers(fn) {
		for up := site.Parent(); up != nil; up = up.Parent() {
			if len(h.guards.touching(up)) > 0 {
				return true
			}
		}
	}
	return false
}

// unsignedHere lists the unsigned handlers that this main package wires up: at
// what they do, or at what leads to them where they are of another package.
func (h *webhooks) unsignedHere() []*Unsigned {
	var found []*Unsigned
	if len(h.world.Unsigned) == 0 {
		return nil
	}
	refs := h.reaches.references()
	for _, u := range h.world.Unsigned {
		in := vippsapi.InboundByID(u.Handler.Inbound)
		if in == nil || h.world.Guarded || u.Mild && (h.world.ReadsAny || slices.Contains(h.world.Reads, in.Family)) {
			continue
		}
		one := &Unsigned{Kind: Unchecked, Inbound: in, Reasons: []Reason{u.Handler.Reason}}
		if a, own := h.own[u.Handler.Pos]; own {
			at := h.span(a)
			one.Pos, one.End = at.Pos, at.End
		} else if i := slices.IndexFunc(refs, func(ref reference) bool { return ref.handler.Pos == u.Handler.Pos }); i >= 0 {
			one.Pos, one.End = refs[i].Pos, refs[i].End
			one.Way = []place.Step{{Pos: u.Handler.Pos, Note: "the handler " + u.Handler.Name}, {Pos: u.Act, Note: "acts on the body"}}
		} else {
			continue
		}
		found = append(found, one)
	}
	return found
}

// span is the range of what a does, where it stands by itself.
func (h *webhooks) span(a act) place.Span {
	if call, ok := a.at.(ssa.CallInstruction); ok {
		return h.e.syntax.Call(call)
	}
	return place.Span{Pos: actPos(a), End: actPos(a)}
}
