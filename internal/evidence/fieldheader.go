package evidence

import (
	"slices"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// sentHeaders lists the values of headers that are set on the request r, as far
// as the table says what they may be, and notes for the callers of its function
// which of their values these are.
func (e *engine) sentHeaders(r *request) []*Sent {
	var found []*Sent
	for _, h := range e.allHeaders(r, 0) {
		limited := slices.ContainsFunc(r.ops, func(op *vippsapi.Operation) bool { return op.FieldOrHeader(h.name) != nil })
		if h.name == "" || h.val.V == nil || !limited || e.syntax.InTest(h.at.Pos) {
			continue
		}
		v := &FieldValue{Path: h.name, Ways: e.textWays(FieldWay{JSON: "string", Pos: h.at.Pos, End: h.at.End}, h.val)}
		s := &Sent{Ops: r.ops, Values: []*FieldValue{v}, Handed: true, Test: e.toTest(r), Pos: h.at.Pos, End: h.at.End, Reasons: r.reasons}
		e.noteTaken(r.fn, sentBody{ops: r.ops, at: h.at, handed: true, test: s.Test, reasons: r.reasons}, s)
		found = append(found, s)
	}
	return found
}

// allHeaders are the headers of r: those that are known where it is sent, and
// those that the functions of the package through which it is sent set on it
// whatever they are given.
func (e *engine) allHeaders(r *request, depth int) []header {
	headers := slices.Clip(r.shape.headers)
	if r.inner == nil || depth > maxNesting {
		return headers
	}
	for _, in := range e.requests[r.inner] {
		if len(in.ops) > 0 && !in.lent {
			continue // its own, and not what it was called for
		}
		for _, h := range e.allHeaders(in, depth+1) {
			if _, ok := e.paramOrigin(r.inner, h.val); h.name != "" && !ok {
				headers = append(headers, h)
			}
		}
	}
	return headers
}
