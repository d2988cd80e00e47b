package evidence

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An Unsigned is a payment handler that acts on a body of which nobody has made
// sure that Vipps sent it.
type Unsigned struct {
	Pos, End token.Pos // what it does, the test that passes over the check, or what leads to the handler from this main package
	Kind     UnsignedKind
	Inbound  *vippsapi.Inbound
	Way      []place.Step
	Reasons  []Reason
}

// An UnsignedKind says why the body is not authenticated.
type UnsignedKind int

// The kinds.
const (
	Unchecked UnsignedKind = iota // nothing compares a header of the request
	TooLate                       // the handler acts first and checks then
	Skipped                       // the check is passed over where the header or the secret is empty
)

// A Compare is a comparison of a secret that takes longer the more of it is
// right.
type Compare struct {
	Pos       token.Pos // of the operator, or of the left parenthesis of a call
	Signature bool      // of a signature; false: of the token that Vipps echoes
	Reasons   []Reason
}

// A Mismatch is what makes a signature one that can never be that of Vipps.
type Mismatch struct {
	Pos, End token.Pos
	Kind     MismatchKind
	Name     string // of the header, or the text that is signed
	Reasons  []Reason
}

// A MismatchKind says what is wrong.
type MismatchKind int

// The kinds.
const (
	HostHeader    MismatchKind = iota // the host is read from the headers, where net/http does not keep it
	UnknownHeader                     // Name is a header that Vipps does not send
	RawKey                            // Name is looked up in the map of headers, whose keys have another form
	DecodedSecret                     // the secret is base64-decoded
	Remarshalled                      // the hash is of a body that was encoded anew
	OtherHash                         // the hash is not SHA-256
	HexSignature                      // the signature is written in hexadecimal
	SignedText                        // Name is the text that is signed, which is not that of Vipps
)

// A NameTest is a comparison of the name of an event, or of an operation in the
// history of a payment, on which the package acts without ever asking whether
// the operation succeeded.
type NameTest struct {
	Pos     token.Pos // of the operator
	Name    string    // the event or operation
	Flag    string    // JSON name of what tells the success
	Missing bool      // the type does not have it
	Reasons []Reason
}

// webhooks judges what the package does with what Vipps sends.
type webhooks struct {
	e      *engine
	guards *guards
	acts   map[*ssa.Function][]act // see actsOf
	own    map[token.Position]act  // of the unsigned handlers of the package, by position
	world  *World

	reaches *reaches
	covered *covers
}

// webhooks finds the payment handlers of the package and adds to w those that
// nothing authenticates.
func (e *engine) webhooks(w *World, r *reaches) *webhooks {
	h := &webhooks{e: e, guards: newGuards(e, w.Packages), acts: map[*ssa.Function][]act{}, own: map[token.Position]act{}, world: w, reaches: r}
	h.guards.export()
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		if u, ok := h.unsigned(fn); ok {
			w.Unsigned = append(w.Unsigned, u)
		}
	}
	h.covered = h.covers(r)
	w.Unsigned = slices.DeleteFunc(w.Unsigned, func(u UnsignedHandler) bool {
		covered := h.covered.has(u.Handler.Pos)
		if covered {
			w.Covered = append(w.Covered, u.Handler.Pos)
		}
		return covered || slices.Contains(w.Covered, u.Handler.Pos)
	})
	return h
}

// judge fills the lists of the result.
func (h *webhooks) judge(result *Result) {
	if h.e.pass.Pkg.Name() == "main" {
		result.Unsigned = h.unsignedHere()
	}
	for _, fn := range h.e.flow.Unit.Funcs {
		if h.e.syntax.InTest(fn.Pos()) {
			continue
		}
		result.Unsigned = append(result.Unsigned, h.skipped(fn)...)
		result.Unsigned = append(result.Unsigned, h.lenient(fn)...)
	}
	h.signatures(result)
	result.NameTests = h.nameTests()
	sortedByPos(result.Unsigned, func(u *Unsigned) int { return int(u.Pos) })
	sortedByPos(result.Compares, func(c *Compare) int { return int(c.Pos) })
	sortedByPos(result.Mismatches, func(m *Mismatch) int { return int(m.Pos) })
	sortedByPos(result.NameTests, func(t *NameTest) int { return int(t.Pos) })
}
