package vippsresponse_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/vippslint/vippslint/analyzers/vippsresponse"
	"github.com/vippslint/vippslint/internal/trial"
)

// The tests named TestGenerated make programs of an operation, a source that asks
// for it, wrappers and a handling, know from the parts what has to be said of
// each, and hold the rule against it.
//
//	go test -run TestGenerated -v ./analyzers/vippsresponse

func TestGeneratedErrors(t *testing.T) {
	programs := generate(600, slices.Concat(kept, keptElsewhere, lost), operations)
	balanced(t, programs)
	check(t, "errors on their way", programs)
}

func TestGeneratedStatuses(t *testing.T) {
	programs := generate(400, slices.Concat(looked, overlooked), operations)
	balanced(t, programs)
	check(t, "statuses", programs)
}

func TestGeneratedReadings(t *testing.T) {
	programs := generate(200, slices.Concat(read, misread), operations)
	balanced(t, programs)
	check(t, "bodies", programs)
}

func TestGeneratedOfOthers(t *testing.T) {
	handlings := slices.Concat(kept, keptElsewhere, lost, looked, overlooked, read, misread)
	check(t, "answers of others", generate(200, handlings, otherOperations))
}

func TestGeneratedRequests(t *testing.T) {
	var programs []trial.Program
	for _, op := range operations {
		for _, h := range requests {
			d := &draft{op: op, files: make(map[string]string)}
			d.handle(h)
			programs = append(programs, trial.Program{Name: op.name + " > " + h.name, Files: d.files})
		}
	}
	balanced(t, programs)
	check(t, "making requests", programs)
}

// check runs the rule over programs, over one of eight in a short test. The counts
// of all stand in the documentation.
func check(t *testing.T, what string, programs []trial.Program) {
	t.Helper()
	if testing.Short() {
		var some []trial.Program
		for i := 0; i < len(programs); i += 8 {
			some = append(some, programs[i])
		}
		trial.Check(t, vippsresponse.New(), some)
		return
	}
	trial.Check(t, vippsresponse.New(), programs).Documented(t, "../../docs/precision.md", what)
}

// balanced fails where a rule that says nothing, or reports every call, would do
// well.
func balanced(t *testing.T, programs []trial.Program) {
	t.Helper()
	names := make(map[string]bool)
	bad := 0
	for _, p := range programs {
		if names[p.Name] {
			t.Errorf("%s is there twice", p.Name)
		}
		names[p.Name] = true
		if len(p.Marks()) > 0 {
			bad++
		}
	}
	if bad < len(programs)/4 || bad > len(programs)*3/4 {
		t.Errorf("%d programs, of which %d are bad", len(programs), bad)
	}
}

// generate gives each handling with a few sources that it can take, every source
// and wrapper with a few handlings, and a draw of longer ways. The draw is the
// same each time.
func generate(drawn int, handlings []handling, ops []operation) []trial.Program {
	var all []trial.Program
	seen := make(map[string]bool)
	add := func(op operation, s source, wrappers []wrapper, h handling) bool {
		p, ok := write(op, s, wrappers, h)
		if ok && !seen[p.Name] {
			seen[p.Name] = true
			all = append(all, p)
			return true
		}
		return false
	}
	for i, h := range handlings {
		for j, s := range sources {
			if (i+j)%2 == 0 {
				add(ops[(i+j/2)%len(ops)], s, nil, h)
			}
		}
	}
	for i, w := range wrappers {
		for j, s := range sources {
			for k := range handlings { // the first that takes what the wrapper gives
				if add(ops[(i+j)%len(ops)], s, []wrapper{w}, handlings[(5*i+7*j+k)%len(handlings)]) {
					break
				}
			}
		}
	}
	draw := rand.New(rand.NewPCG(200, 404))
	for n := 0; n < drawn; {
		op, s, h := ops[draw.IntN(len(ops))], sources[draw.IntN(len(sources))], handlings[draw.IntN(len(handlings))]
		var list []wrapper
		for range 1 + draw.IntN(3) {
			list = append(list, wrappers[draw.IntN(len(wrappers))])
		}
		if add(op, s, list, h) {
			n++
		}
	}
	return all
}
