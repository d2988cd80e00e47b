package evidence

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// sentHeaders lists the values of headers that are set on the request r where it
// is made, as far as the table says what they may be.
func (e *engine) sentHeaders(r *request) []*Sent {
	if r.shape.made == nil || len(r.ops) == 0 {
		return nil
	}
	var found []*Sent
	for _, call := range callsOf(r.shape.made.Parent()) {
		if !isFunc(callee(call), "net/http", "Header", "Set", "Add") || !e.isOf(call, r.shape.made) {
			continue
		}
		args := call.Common().Args
		names := e.keyTexts(args[1])
		if len(names) != 1 || !slices.ContainsFunc(r.ops, func(op *vippsapi.Operation) bool { return op.FieldOrHeader(names[0]) != nil }) {
			continue
		}
		at := e.syntax.argument(call, 2)
		v := &FieldValue{Path: names[0], Ways: e.textWays(FieldWay{JSON: "string", Pos: at.pos, End: at.end}, flow.At(args[2]).Before(call))}
		found = append(found, &Sent{
			Ops: r.ops, Values: []*FieldValue{v}, Handed: true, Test: e.toTest(r), Pos: at.pos, End: at.end, Reasons: r.reasons,
		})
	}
	return found
}

// isOf reports whether the header on which call sets something is that of the
// request that made gives.
func (e *engine) isOf(call ssa.CallInstruction, made *ssa.Call) bool {
	return slices.ContainsFunc(e.flow.Origins(flow.At(call.Common().Args[0])), func(o flow.Origin) bool { return o.Val.V == ssa.Value(made) })
}
