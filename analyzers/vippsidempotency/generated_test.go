package vippsidempotency_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/vippslint/vippslint/analyzers/vippsidempotency"
	"github.com/vippslint/vippslint/internal/trial"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// The tests named TestGenerated make programs of an operation, a way of sending it, a client, what
// sets the header, a key and a number of tries, know from the parts what has to be
// said of each, and holds the rule against it.
//
//	go test -run TestGenerated -v ./analyzers/vippsidempotency
func TestGenerated(t *testing.T) {
	check(t, "requests and their keys", generate(500, clients))
}

// The whole module is looked at for each of these, so there are fewer.
func TestGeneratedOutside(t *testing.T) {
	programs := generate(0, outside)
	var some []trial.Program
	for i := 0; i < len(programs); i += 4 {
		some = append(some, programs[i])
	}
	check(t, "clients from outside", some)
}

// check runs the rule over programs, over one of eight in a short test. The counts
// of all stand in the documentation.
func check(t *testing.T, what string, programs []trial.Program) {
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
	if testing.Short() {
		var some []trial.Program
		for i := 0; i < len(programs); i += 8 {
			some = append(some, programs[i])
		}
		trial.Check(t, vippsidempotency.New(), some)
		return
	}
	trial.Check(t, vippsidempotency.New(), programs).Documented(t, "../../docs/precision.md", what)
}

// asked are the operations that require a key, unasked those of the same APIs that
// do not.
var asked, unasked = func() (asked, unasked []*vippsapi.Operation) {
	for _, op := range vippsapi.Operations() {
		switch {
		case op.KeyHeader() != "":
			asked = append(asked, op)
		case slices.Contains([]vippsapi.Family{vippsapi.EPayment, vippsapi.ECom, vippsapi.Recurring}, op.Family):
			unasked = append(unasked, op)
		}
	}
	return asked, unasked
}()

// generate gives every operation, every frame with every setter, every client with
// every round, every key with every round, and a draw of the rest. It is the same
// each time.
func generate(drawn int, clients []client) []trial.Program {
	var all []trial.Program
	seen := make(map[string]bool)
	draw := rand.New(rand.NewPCG(34900, 409))
	random := func() choice {
		list := asked
		if draw.IntN(8) == 0 {
			list = unasked
		}
		f := frames
		if draw.IntN(6) == 0 {
			f = keyless
		}
		return choice{list[draw.IntN(len(list))], f[draw.IntN(len(f))], clients[draw.IntN(len(clients))],
			setters[draw.IntN(len(setters))], keys[draw.IntN(len(keys))], rounds[draw.IntN(len(rounds))]}
	}
	// add sets some parts of a draw, and takes the first that fits.
	add := func(set func(*choice)) bool {
		for range 50 {
			c := random()
			set(&c)
			if c.fits() && !seen[c.name()] {
				seen[c.name()] = true
				all = append(all, c.write())
				return true
			}
		}
		return false
	}
	for _, op := range slices.Concat(asked, unasked) {
		for range 2 {
			add(func(c *choice) { c.op = op })
		}
	}
	for _, f := range slices.Concat(frames, keyless) {
		for _, s := range setters {
			if !f.set {
				add(func(c *choice) { c.frame, c.setter = f, s })
			}
		}
		for _, cl := range clients {
			add(func(c *choice) { c.frame, c.client = f, cl })
		}
	}
	for _, r := range rounds {
		for _, k := range keys {
			add(func(c *choice) { c.round, c.key = r, k })
		}
		for _, cl := range clients {
			add(func(c *choice) { c.round, c.client = r, cl })
		}
	}
	for _, k := range keys {
		for _, f := range frames {
			add(func(c *choice) { c.frame, c.key = f, k })
		}
	}
	for range drawn {
		add(func(*choice) {})
	}
	return all
}
