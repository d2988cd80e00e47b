package flow

import (
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// An Origin is a value at which a trace ends.
type Origin struct {
	// Val.V is a constant, a parameter of the function asked about, a free
	// variable that nothing binds, a global, an allocation (of a composite
	// literal, map, slice, …), the result of arithmetic, or a call (of another
	// package, of an interface method, of an unknown function value) and
	// Val.Path what is still asked for below it.
	Val    Val
	Result int          // for a call: which of its results
	Steps  []place.Step // from the origin to the value asked about

	// Held is the type of the value that an interface asked about holds, which
	// may have another name than Val's; nil where none was asked about.
	Held types.Type

	// Zero says that Val is memory to which nothing was stored there yet, so
	// that the value is the zero value.
	Zero bool
	// Filled says that the call Val.V wrote the value from outside, as
	// json.Unmarshal does, through a pointer that it was given.
	Filled bool
}

// Origins traces v backward through locals, phis, fields by instance, the
// stores that reach, conversions to interfaces and between like types,
// assertions, closures and calls of functions of the package, to where it
// comes from. It gives nil where the budget ran out: nothing is known.
func (r *Result) Origins(v Val) []Origin {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.tracer().origins(spot{v: v.V, path: v.Path, ctx: v.ctx, at: v.at})
}

// origins visits every state that s can come from once.
func (t *tracer) origins(s spot) []Origin {
	type item struct {
		s     spot
		steps []place.Step // from the value asked about back to s
		held  types.Type
	}
	seen := map[spotKey]bool{s.key(): true}
	work := []item{{s: s}}
	var found []Origin
	for len(work) > 0 {
		it := work[len(work)-1]
		work = work[:len(work)-1]
		if !t.spend() {
			return nil
		}
		if m, ok := it.s.v.(*ssa.MakeInterface); ok && it.held == nil && len(it.s.path) == 0 {
			it.held = m.X.Type()
		}
		edges := t.back(it.s)
		for i := len(edges) - 1; i >= 0; i-- {
			e := edges[i]
			steps := it.steps
			if st, ok := t.step(e); ok {
				steps = append(steps[:len(steps):len(steps)], st)
			}
			if e.end {
				found = append(found, Origin{
					Val: e.to.val(), Result: e.to.result, Steps: reversed(steps),
					Zero: e.zero, Filled: e.fill, Held: it.held,
				})
				continue
			}
			if e.way != nil && !e.way.plain() {
				// What the function gives is another number than it was given.
				found = append(found, Origin{Val: it.s.val(), Result: it.s.result, Steps: reversed(it.steps), Held: it.held})
				continue
			}
			if k := e.to.key(); !seen[k] {
				seen[k] = true
				work = append(work, item{e.to, steps, it.held})
			}
		}
	}
	return found
}

func reversed(steps []place.Step) []place.Step {
	steps = slices.Clone(steps)
	slices.Reverse(steps)
	return steps
}
