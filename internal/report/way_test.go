package report

import (
	"go/token"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/place"
)

// way makes steps of letters: a capital one has no position.
func way(letters string) []place.Step {
	var steps []place.Step
	for _, c := range strings.Split(letters, "") {
		step := place.Step{Pos: token.Position{Filename: "a.go", Line: int(c[0])}, Note: c}
		if c < "a" {
			step.Pos = token.Position{}
		}
		steps = append(steps, step)
	}
	return steps
}

func letters(way []place.Step) string {
	text := ""
	for _, step := range way {
		text += step.Note
	}
	return text
}

func TestJoin(t *testing.T) {
	for _, tt := range []struct{ what, first, second, want string }{
		{"the same", "ocs", "ocs", "ocs"},
		{"a second sink", "ocsr", "ocpr", "ocspr"},
		{"a second sink that nothing joins", "ocs", "ocp", "ocsp"},
		{"a second origin", "ocsr", "qcsr", "oqcsr"},
		{"a second way in the middle", "oabsr", "ocdsr", "oabcdsr"},
		{"a longer one", "os", "oabs", "oabs"},
		{"a shorter one", "oabs", "os", "oabs"},
		{"nothing shared", "ab", "cd", "abcd"},
		{"another order", "abc", "acb", "abc"},
		{"another order with something new", "abc", "cxa", "abcx"},
	} {
		if got := letters(join(way(tt.first), way(tt.second))); got != tt.want {
			t.Errorf("%s: %s and %s make %s, want %s", tt.what, tt.first, tt.second, got, tt.want)
		}
	}
}

func TestClean(t *testing.T) {
	if got := letters(clean(way("aXbaYb"))); got != "ab" {
		t.Errorf("got %s, want ab", got)
	}
	far := place.Step{Pos: token.Position{Filename: "a.go", Line: 1, Offset: 7}, Note: "n"}
	near := place.Step{Pos: token.Position{Filename: "a.go", Line: 1}, Note: "n"}
	if got := clean([]place.Step{far, near}); len(got) != 1 {
		t.Errorf("%d steps, want 1: the offset does not count", len(got))
	}
}
