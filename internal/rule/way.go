package rule

import (
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Steps makes the reasons of a piece of evidence the last steps of a way.
func Steps(reasons []evidence.Reason) []flow.Step {
	var steps []flow.Step
	for _, r := range reasons {
		steps = append(steps, flow.Step(r))
	}
	return steps
}

// Target names a field of a request: "amount.value of POST /path/of/it". op may
// be nil.
func Target(op *vippsapi.Operation, field *vippsapi.Field) string {
	if op == nil {
		return field.Path
	}
	return field.Path + " of " + op.ID
}
