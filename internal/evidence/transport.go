package evidence

import (
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// A trust says what becomes of a bad status below the caller of an HTTP client.
type trust int

const (
	unsure trust = iota // not known
	plain               // it comes as a response, as net/http does it
	strict              // it becomes an error
)

// all unites the trusts of what may stand in one place.
func all(list []trust) trust {
	if len(list) == 0 {
		return unsure
	}
	for _, t := range list {
		if t != list[0] {
			return unsure
		}
	}
	return list[0]
}

// newTrusts asks what an HTTP client does about bad statuses.
func newTrusts(e *engine) *clientWalk[trust] {
	w := &clientWalk[trust]{e: e, unknown: unsure, asIs: plain, unite: all}
	w.client = func(flow.Origin) (trust, bool) { return unsure, false }
	w.holder = e.trustOfField
	w.concrete = e.trustOfField
	w.roundTrip = e.trustOfRoundTrip
	return w
}

// clientTrust says what the client behind call, a call of net/http or of
// something like it, does about bad statuses.
func (e *engine) clientTrust(call ssa.CallInstruction) trust {
	t, _ := e.trusts.of(call)
	return t
}

// trustOfField judges a field that is not exported by all that the package
// stores to it.
func (e *engine) trustOfField(v flow.Val, depth int, judge func(flow.Val, int) trust) trust {
	field := fieldOf(v)
	if field == nil || field.Exported() || field.Pkg() != e.pass.Pkg {
		return unsure
	}
	var found []trust
	for _, w := range e.flow.FieldWrites(field) {
		found = append(found, judge(w, depth+1))
	}
	if t := all(found); t == strict || !e.setsTransport {
		return t
	}
	return unsure // a transport may have been set later
}
