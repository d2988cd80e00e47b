package evidence

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// hintPlaces lists the hints that name the customer by a phone number: in the
// query of the URL of the request r to op, or in the form that is its body.
func (e *engine) hintPlaces(r *request, op *vippsapi.Operation) []located {
	var found []located
	for i := range op.Fields {
		f := &op.Fields[i]
		if f.Phone != vippsapi.LoginHint {
			continue
		}
		add := func(v flow.Val, t *flow.Text, at span) {
			found = append(found, located{Place: &Place{Op: op, Field: f, Val: v, Text: t, Form: Text, Pos: at.pos, End: at.end, Reasons: r.reasons}})
		}
		at := e.syntax.call(r.call)
		addQuery := func(t flow.Text, begun bool) {
			if parts := queryValue(t.Parts, f.Path, begun); len(parts) > 0 {
				add(flow.Val{}, &flow.Text{Parts: parts, Pos: t.Pos, Steps: t.Steps}, at)
			}
		}
		addQuery(flow.Text{Parts: r.shape.url}, false)
		for _, b := range r.shape.bodies {
			if b.encoded {
				for _, t := range e.flow.Texts(b.val) {
					addQuery(t, true)
				}
				continue
			}
			if t := b.val.Type(); t == nil || !isNamed(t, "net/url", "Values") {
				continue
			}
			if slices.Contains(e.mapKeys(b.val), f.Path) {
				add(b.val.Sub(flow.Key(f.Path), flow.Elem), nil, at)
			}
			for _, call := range e.setsValue(b.val, f.Path) {
				add(flow.Arg(call, 2), nil, e.syntax.argument(call, 2))
			}
		}
	}
	return found
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
		for _, call := range callsOf(made.Parent()) {
			if !isFunc(callee(call), "net/url", "Values", "Set", "Add") {
				continue
			}
			args := call.Common().Args
			same := func(w flow.Origin) bool { return w.Val.V == o.Val.V }
			if key, ok := constText(args[1]); ok && key == name && slices.ContainsFunc(e.flow.Origins(flow.At(args[0])), same) {
				calls = append(calls, call)
			}
		}
	}
	return calls
}
