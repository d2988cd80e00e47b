package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A binder gives the arguments of one call to a summary's parameters.
type binder struct {
	e    *engine
	call ssa.CallInstruction
	at   flow.Val // a value of the function in which the call stands; its chain of calls counts
}

// bindShapes makes the shapes of a summary complete with the arguments of call.
func (e *engine) bindShapes(call ssa.CallInstruction, shapes []Shape) []shape {
	return e.bindAll(binder{e: e, call: call}, shapes)
}

// bindAt is bindShapes for a call that is seen through the chain of calls of v.
func (e *engine) bindAt(v flow.Val, call ssa.CallInstruction, shapes []Shape) []shape {
	return e.bindAll(binder{e, call, v}, shapes)
}

func (e *engine) bindAll(b binder, shapes []Shape) []shape {
	var bound []shape
	for _, s := range shapes {
		if s.Request != nil {
			if v, ok := b.val(*s.Request); ok {
				for _, r := range e.resolveRequest(v, b.call) {
					r.reasons = append(slices.Clip(r.reasons), s.Reasons...)
					r.headers = append(slices.Clip(r.headers), b.headers(s.Headers)...)
					r.keyless = bothKeyless(r.keyless, b.keyless(s.Keyless))
					bound = append(bound, r)
				}
			}
			continue
		}
		var bodies []body
		for _, pb := range s.Bodies {
			bodies = append(bodies, b.bodies(pb)...)
		}
		headers, keyless := b.headers(s.Headers), b.keyless(s.Keyless)
		for _, r := range e.combine(b.texts(s.Method), b.texts(s.URL), bodies, s.Reasons) {
			r.headers, r.keyless = headers, keyless
			bound = append(bound, r)
		}
	}
	return uncorrelated(bound)
}

// val is the argument, or the part of it, that ref names.
func (b binder) val(ref ParamRef) (flow.Val, bool) {
	arg, ok := code.Argument(b.call, ref.Index)
	if !ok {
		return flow.Val{}, false
	}
	if b.at.V == nil {
		return flow.At(arg, ref.Path...).Before(b.call), true
	}
	return b.at.With(arg, ref.Path...).Before(b.call), true
}

func (b binder) bodies(pb ParamBody) []body {
	v, ok := b.val(pb.Param)
	if !ok {
		return nil
	}
	if pb.Encoded {
		return b.e.bodies(v)
	}
	return []body{{v, false}}
}

// headers gives the arguments to the headers of a summary.
func (b binder) headers(list []ShapeHeader) []header {
	s := &headerSearch{e: b.e}
	s.scope(b.call.Parent(), flow.Val{})
	for _, sh := range list {
		h := header{at: b.e.syntax.Call(b.call), in: b.call.Parent(), when: b.call, fresh: sh.Fresh}
		h.reason.Pos = b.e.position(b.call.Pos())
		part := func(ref *ParamRef) (v flow.Val) {
			if ref == nil {
				return v
			}
			if v, ok := b.val(*ref); ok {
				h.at = b.e.syntax.Argument(b.call, ref.Index)
				return v
			}
			return v
		}
		key, entries := part(sh.Key), part(sh.Entries)
		h.val = part(sh.Value)
		s.bind(h, sh.Name, key, entries)
	}
	return s.found
}

// texts writes a pattern with the arguments, one text for each way.
func (b binder) texts(p Pattern) []flow.Text {
	texts := []flow.Text{{}}
	for _, part := range p {
		alts := []flow.Text{{Parts: []flow.Part{{Const: part.Const}}}}
		switch {
		case part.Param != nil:
			if v, ok := b.val(*part.Param); ok {
				alts = b.e.texts(v)
			} else {
				alts = []flow.Text{unknownText()}
			}
		case part.Const == "":
			alts = []flow.Text{unknownText()}
		}
		var next []flow.Text
		for _, t := range texts {
			for _, a := range alts {
				if len(next) < maxShapes {
					next = append(next, flow.Text{Parts: append(slices.Clip(t.Parts), a.Parts...)})
				}
			}
		}
		texts = next
	}
	return texts
}

// unknownText is a hole of which not even the value is known.
func unknownText() flow.Text { return flow.Text{Parts: []flow.Part{{Hole: &flow.Val{V: unknown}}}} }

// unknown stands for a value of another package.
var unknown ssa.Value = ssa.NewConst(nil, types.Typ[types.String])
