package evidence

import (
	"go/types"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// hintPlaces lists the hints that name the customer by a phone number: in the
// query of the URL of the request r to op, or in the form that is its body.
func (e *engine) hintPlaces(r *request, op *vippsapi.Operation) []located {
	var found []located
	at := e.syntax.Call(r.call)
	for _, h := range hintsOf(op, r.reasons) {
		found = append(found, h.query(flow.Text{Parts: r.shape.url}, false, at)...)
	}
	for _, b := range r.shape.bodies {
		found = append(found, e.formHints(op, b, at, r.reasons)...)
	}
	return found
}

// formHints lists those in the form b, which enters the request at at.
func (e *engine) formHints(op *vippsapi.Operation, b body, at place.Span, reasons []Reason) []located {
	var found []located
	for _, h := range hintsOf(op, reasons) {
		name := h.field.Path
		switch {
		case b.encoded:
			for _, t := range e.flow.Texts(b.val) {
				found = append(found, h.query(t, true, at)...)
			}
		case isForm(b.val.Type()):
			if slices.Contains(e.mapKeys(b.val), name) {
				entry := b.val.Sub(flow.Key(name), flow.Elem)
				found = append(found, h.place(entry, nil, e.entrySpan(b.val.Sub(flow.Key(name)), at)))
			}
			for _, call := range e.setsValue(b.val, name) {
				found = append(found, h.place(flow.Arg(call, 2), nil, e.syntax.Argument(call, 2)))
			}
		}
	}
	return found
}

// isForm reports whether t is url.Values.
func isForm(t types.Type) bool { return t != nil && code.IsNamed(t, "net/url", "Values") }

// A hint is a field of an operation that takes urn:msisdn: and a phone number.
type hint struct {
	op      *vippsapi.Operation
	field   *vippsapi.Field
	reasons []Reason
}

func hintsOf(op *vippsapi.Operation, reasons []Reason) []hint {
	var hints []hint
	for i := range op.Fields {
		if f := &op.Fields[i]; f.Phone == vippsapi.LoginHint {
			hints = append(hints, hint{op, f, reasons})
		}
	}
	return hints
}

func (h hint) place(v flow.Val, t *flow.Text, at place.Span) located {
	return located{Place: &Place{Op: h.op, Field: h.field, Val: v, Text: t, Form: Text, Pos: at.Pos, End: at.End, Reasons: h.reasons}}
}

// query is the place of the hint in a URL or, begun, in a form that is a text.
func (h hint) query(t flow.Text, begun bool, at place.Span) []located {
	parts := queryValue(t.Parts, h.field.Path, begun)
	if len(parts) == 0 {
		return nil
	}
	return []located{h.place(flow.Val{}, &flow.Text{Parts: parts, Pos: t.Pos, Steps: t.Steps}, at)}
}

// queryValue is the value of a name in a URL or, begun, in a form: what stands
// between the name and the next &.
func queryValue(parts []flow.Part, name string, begun bool) []flow.Part {
	var value []flow.Part
	inside := false
	for i, p := range parts {
		if p.Hole != nil {
			if inside {
				value = append(value, p)
			}
			continue
		}
		rest := p.Const
		if !inside {
			at := strings.Index(rest, name+"=")
			first := at == 0 && i == 0 && begun
			if at < 0 || !first && (at == 0 || rest[at-1] != '?' && rest[at-1] != '&') {
				continue
			}
			rest, inside = rest[at+len(name)+1:], true
		}
		known, _, ended := strings.Cut(rest, "&")
		if text, err := url.PathUnescape(known); err == nil && text != "" {
			value = append(value, flow.Part{Const: text, Changed: p.Changed})
		}
		if ended {
			break
		}
	}
	return value
}

// setsValue lists the calls by which the form v is given a value of a name, in
// the function that makes it.
func (e *engine) setsValue(v flow.Val, name string) []ssa.CallInstruction {
	var calls []ssa.CallInstruction
	for _, o := range e.flow.Origins(v) {
		made, ok := o.Val.V.(*ssa.MakeMap)
		if !ok {
			continue
		}
		for _, call := range code.Calls(made.Parent()) {
			if !code.IsFunc(code.Callee(call), "net/url", "Values", "Set", "Add") {
				continue
			}
			args := call.Common().Args
			same := func(w flow.Origin) bool { return w.Val.V == o.Val.V }
			if key, ok := code.ConstText(args[1]); ok && key == name && slices.ContainsFunc(e.flow.Origins(flow.At(args[0])), same) {
				calls = append(calls, call)
			}
		}
	}
	return calls
}
