package requires

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type fact struct{}

func (*fact) AFact() {}

func TestOrder(t *testing.T) {
	base := &analysis.Analyzer{Name: "base"}
	values := &analysis.Analyzer{Name: "values", Requires: []*analysis.Analyzer{base}, FactTypes: []analysis.Fact{new(fact)}}
	one := &analysis.Analyzer{Name: "one", Requires: []*analysis.Analyzer{values, base}}
	two := &analysis.Analyzer{Name: "two", Requires: []*analysis.Analyzer{values}}
	rules := []*analysis.Analyzer{one, two}

	if got, want := Closure(rules), []*analysis.Analyzer{base, values, one, two}; !slices.Equal(got, want) {
		t.Errorf("Closure: got %v, want %v", got, want)
	}
	if got, want := WithFacts(rules), []*analysis.Analyzer{values}; !slices.Equal(got, want) {
		t.Errorf("WithFacts: got %v, want %v", got, want)
	}
}
