package flow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/flow"
)

// TestWayNotes holds the way from each kind of origin against what a person
// would say of it, with the factor that the message of a rule needs.
func TestWayNotes(t *testing.T) {
	with(t, "waynotes", func(pass *analysis.Pass, r *flow.Result) {
		var got []string
		for _, call := range sinks(r) {
			for _, n := range r.Numbers(flow.Arg(call, 0)) {
				if n.Verdict != flow.Truncated && n.Verdict != flow.Float {
					continue
				}
				var notes []string
				for _, s := range n.Way {
					if !s.Pos.IsValid() {
						t.Errorf("%s: step %q has no position", call.Parent().Name(), s.Note)
					}
					notes = append(notes, s.Note)
				}
				got = append(got, fmt.Sprintf("%s (%g): %s", call.Parent().Name(), n.Factor, strings.Join(notes, ", ")))
			}
		}
		slices.Sort(got)
		want := []string{
			"again (100): float parameter kroner, multiplied by 100, rounded, divided by 100, multiplied by 100, cut to int64",
			"counted (100): parameter n, multiplied by 19.99, multiplied by 100, cut to int64",
			"decoded (0): float filled in by Unmarshal, multiplied by 100",
			"field (100): float parameter o, order.Price, multiplied by 10, multiplied by 10, cut by math.Floor, cut to int64",
			"library (0): big.Float cut to an integer",
			"library (100): float made by InexactFloat64, multiplied by 100, cut to int64",
			"literal (100): 19.99 multiplied by 100, cut to int64",
			"parameter (100): float parameter kroner, multiplied by 100, cut to int64",
			"parsed (100): float made by ParseFloat, divided by 0.01, cut to int64",
			"sum (100): float parameter list, multiplied by 100, cut to int64",
			"unknown (100): float returned by a function value, multiplied by 100, cut to int64",
		}
		if !slices.Equal(got, want) {
			t.Errorf("the ways are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}
