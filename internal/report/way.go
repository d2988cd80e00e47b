package report

import (
	"slices"

	"github.com/vippslint/vippslint/internal/place"
)

// clean is a way without the steps that are nowhere, and each of the others
// once.
func clean(way []place.Step) []place.Step {
	var kept []place.Step
	for _, step := range way {
		step.Pos.Offset = 0 // differs between a position at hand and one out of a fact
		if step.Pos.Filename != "" && !slices.Contains(kept, step) {
			kept = append(kept, step)
		}
	}
	return kept
}

// join puts the steps of a second way into a first. What both have stays in its
// order; what only the second has comes where it stands there, behind what the
// first has at that point: a second origin before the place at which the ways
// meet, a second end behind the first.
func join(first, second []place.Step) []place.Step {
	joined := slices.Clone(first)
	at := 0 // what stands before has been passed
	var fresh []place.Step
	for _, step := range second {
		i := slices.Index(joined, step)
		switch {
		case i < 0:
			fresh = append(fresh, step)
		case i >= at:
			joined = slices.Insert(joined, i, fresh...)
			at, fresh = i+len(fresh)+1, nil
		}
	}
	return append(joined, fresh...)
}
