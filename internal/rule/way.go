package rule

import (
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Steps makes the reasons of a piece of evidence the last steps of a way.
func Steps(reasons []evidence.Reason) []place.Step {
	var steps []place.Step
	for _, r := range reasons {
		steps = append(steps, place.Step(r))
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
