package vippsamount_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/vippslint/vippslint/analyzers/vippsamount"
	"github.com/vippslint/vippslint/internal/trial"
)

// The categories that parts expect.
const (
	floatField = "float-field"
	floatValue = "float-value"
	floatText  = "float-text"
	truncated  = "truncated"
)

// TestGenerated makes programs of a source, hops, a rounding and a sink, knows
// from the parts what has to be said of each, and holds the rule against it.
//
//	go test -run TestGenerated -v ./analyzers/vippsamount
func TestGenerated(t *testing.T) {
	programs := generate()
	check(t, "amounts on their way", programs)
}

// check runs the rule over programs, over one of eight in a short test. The counts
// of all stand in the documentation.
func check(t *testing.T, what string, programs []trial.Program) {
	t.Helper()
	if testing.Short() {
		trial.Check(t, vippsamount.New(), everyNth(programs, 8))
		return
	}
	trial.Check(t, vippsamount.New(), programs).Documented(t, "../../docs/precision.md", what)
}

// The parts are balanced: a rule that says nothing fails, and so does one that
// reports every conversion.
func TestGeneratedIsBalanced(t *testing.T) {
	bad, categories := 0, make(map[string]int)
	programs := generate()
	names := make(map[string]bool)
	for _, p := range programs {
		if names[p.Name] {
			t.Errorf("%s is there twice", p.Name)
		}
		names[p.Name] = true
		marks := p.Marks()
		if len(marks) > 0 {
			bad++
		}
		for _, m := range marks {
			categories[m.Category]++
		}
	}
	if len(programs) < 1500 || bad < len(programs)/4 || bad > len(programs)*3/4 {
		t.Errorf("%d programs, of which %d are bad", len(programs), bad)
	}
	for _, c := range []string{truncated, floatValue, floatText, floatField} {
		if categories[c] < 20 {
			t.Errorf("only %d programs for %s", categories[c], c)
		}
	}
}

// How many programs are drawn with several hops.
const drawn = 800

// generate gives half of the pairs of a rounding with a source or a sink, every
// hop before and after a cut and a rounding and between whole øre and a sink, and
// a draw of longer ways. The draw is the same each time.
func generate() []trial.Program {
	var all []trial.Program
	seen := make(map[string]bool)
	add := func(src source, before []hop, r rounding, after []hop, s sink) bool {
		p, ok := write(src, before, r, after, s)
		if ok && !seen[p.Name] {
			seen[p.Name] = true
			all = append(all, p)
			return true
		}
		return false
	}
	floats := sourcesOf(loose)
	for i, r := range roundings {
		for j, s := range sinks {
			if (i+j)%2 == 0 {
				add(floats[(i+2*j)%len(floats)], nil, r, nil, s)
			}
		}
		for j, src := range floats {
			if (i+j)%2 > 0 {
				continue
			}
			for k := range sinks { // the first that takes what the rounding gives
				if add(src, nil, r, nil, sinks[(i+j+k)%len(sinks)]) {
					break
				}
			}
		}
	}
	for i, h := range hops {
		for j, src := range sourcesOf(exact) {
			add(src, []hop{h}, rounding{}, nil, sinks[(5*i+j)%len(sinks)])
		}
	}
	for i, h := range hops {
		one := []hop{h}
		for j, r := range []rounding{named("x*100 cut"), named("Round"), named("x*100")} {
			for k := range 3 {
				s := sinks[(7*i+3*j+k)%len(sinks)]
				add(floats[(i+k)%len(floats)], one, r, nil, s)
				add(floats[(i+k)%len(floats)], nil, r, one, s)
			}
		}
	}
	draw := rand.New(rand.NewPCG(1999, 100))
	for n := 0; n < drawn; {
		src, r, s := sources[draw.IntN(len(sources))], roundings[draw.IntN(len(roundings))], sinks[draw.IntN(len(sinks))]
		before, after := some(draw, 2), some(draw, 2)
		if add(src, before, r, after, s) {
			n++
		}
	}
	return all
}

// some draws up to n hops.
func some(draw *rand.Rand, n int) []hop {
	var list []hop
	for range draw.IntN(n + 1) {
		list = append(list, hops[draw.IntN(len(hops))])
	}
	return list
}

func sourcesOf(s state) []source {
	var list []source
	for _, src := range sources {
		if src.state == s {
			list = append(list, src)
		}
	}
	return list
}

func named(name string) rounding {
	for _, r := range roundings {
		if r.name == name {
			return r
		}
	}
	panic(fmt.Sprintf("no rounding %q", name))
}

func everyNth(all []trial.Program, n int) []trial.Program {
	var list []trial.Program
	for i := 0; i < len(all); i += n {
		list = append(list, all[i])
	}
	return list
}
