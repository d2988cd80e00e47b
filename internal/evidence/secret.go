package evidence

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A SecretUse is a value that is used as a secret of Vipps': in a header or a
// field of a request, or to check what comes from there.
type SecretUse struct {
	Kind     vippsapi.SecretKind
	Val      flow.Val
	Pos, End token.Pos
	Echoed   bool // it goes into a request, to come back with callbacks
	Compared bool // it is compared with what came back
	Split    bool // the call that sends it goes, on other ways, to somebody else
	Reasons  []Reason
}

// A Carrier is a call that sends a Vipps request, whose headers hold secrets.
type Carrier struct {
	Call    ssa.CallInstruction
	Request flow.Val      // the *http.Request that it is given; V is nil where it is given none
	Made    *ssa.Call     // the call of http.NewRequest behind it; nil: another way, or another package
	Inner   bool          // what is called is a function of the package
	Set     []token.Pos   // where the secret headers are set, as far as that is known
	In      *ssa.Function // the function that sets the first of these; nil: not known
	Reasons []Reason
}

// A TokenAnswer is a call that reads or decodes an answer which holds an access
// token.
type TokenAnswer struct {
	Call    ssa.CallInstruction
	Decodes bool      // else it reads the body
	Into    ssa.Value // what it writes to; nil: its first result
	From    flow.Val  // what it is read from; V is nil where that is not seen
	Sent    ssa.Value // the call whose first result is the response; nil: not known
	Reasons []Reason

	granted func(ssa.Instruction) bool
}

// Granted reports whether the program can get to in with an answer that Vipps
// gave: what comes with a refusal holds no token.
func (t *TokenAnswer) Granted(in ssa.Instruction) bool { return t.granted == nil || t.granted(in) }

// Argument is the range of argument i of call, as the called function numbers
// its parameters (0 is the receiver of a method), and that of the whole call
// where it does not stand by itself.
func (r *Result) Argument(call ssa.CallInstruction, i int) (pos, end token.Pos) {
	at := r.Syntax.Argument(call, i)
	return at.Pos, at.End
}

// CallRange is the range of a whole call.
func (r *Result) CallRange(call ssa.CallInstruction) (pos, end token.Pos) {
	at := r.Syntax.Call(call)
	return at.Pos, at.End
}

// secrets lists the values of secret headers and fields, the requests that carry
// them, and the answers that hold a token.
func (e *engine) secrets(result *Result) {
	for _, p := range result.Places {
		if kind := p.Field.Secret(); kind != vippsapi.NoSecret {
			result.Secrets = append(result.Secrets, &SecretUse{Kind: kind, Val: p.Val, Pos: p.Pos, End: p.End, Echoed: p.Field.Echoed(), Reasons: p.Reasons})
		}
	}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, r := range e.requests[fn] {
			if len(r.reasons) > 0 {
				e.carried(r, result)
			}
		}
		e.tokenAnswers(fn, result)
	}
	sortedByPos(result.Secrets, func(s *SecretUse) int { return int(s.Pos) })
}

// carried adds the secret headers of r, and r itself.
func (e *engine) carried(r *request, result *Result) {
	c := &Carrier{Call: r.call, Made: r.shape.made, Inner: r.inner != nil, Reasons: r.reasons}
	for i, arg := range r.call.Common().Args {
		if code.IsHTTP(arg.Type(), "Request") {
			c.Request = flow.Arg(r.call, i)
		}
	}
	for _, h := range e.allHeaders(r, 0) {
		kind := vippsapi.SecretHeader(h.name)
		if kind == vippsapi.NoSecret {
			continue
		}
		if c.In == nil {
			c.In = h.in
		}
		c.Set = append(c.Set, h.at.Pos)
		// Of a helper for several providers, each caller tells by itself.
		if h.val.V != nil && !r.lent && !e.syntax.InTest(h.at.Pos) {
			result.Secrets = append(result.Secrets, &SecretUse{Kind: kind, Val: h.val, Pos: h.at.Pos, End: h.at.End, Split: e.isSplit(r), Reasons: r.reasons})
		}
	}
	result.Carriers = append(result.Carriers, c)
}

// isSplit reports whether r goes, on other ways, to somebody else.
func (e *engine) isSplit(r *request) bool {
	foreign := func(other *request) bool { return other.call == r.call && e.elsewhere(other) }
	method := knownMethod(r.shape.method)
	return slices.ContainsFunc(e.faint[r.fn], foreign) ||
		len(r.shape.url) > 0 && slices.ContainsFunc(e.urls(r.shape.url), func(url string) bool { return vippsapi.Elsewhere(method, url) })
}

// tokenAnswers adds the calls of fn that read or decode an answer which holds a
// token.
func (e *engine) tokenAnswers(fn *ssa.Function, result *Result) {
	for _, r := range e.readersOf(fn) {
		from := flow.At(r.from, r.path...).Before(r.call)
		if q := e.answered(from); q != nil && holdsToken(q) {
			var sent ssa.Value
			if call := q.call.Value(); call != nil && q.answer.Response == 0 {
				sent = call
			}
			result.Tokens = append(result.Tokens, &TokenAnswer{
				Sent: sent, Call: r.call, Decodes: r.kind == Decodes, Into: r.into, From: from, Reasons: q.reasons,
				granted: func(in ssa.Instruction) bool { return e.reachesWell(in, q) },
			})
		}
	}
	for _, r := range e.requests[fn] {
		if len(r.reasons) == 0 || !holdsToken(r) {
			continue
		}
		for _, arg := range r.call.Common().Args {
			if TextField(code.TypeBehind(arg), vippsapi.TokenName) != nil {
				result.Tokens = append(result.Tokens, &TokenAnswer{Call: r.call, Decodes: true, Into: arg, Reasons: r.reasons})
			}
		}
	}
}

// holdsToken reports whether the answer to r is surely one with a token: not where
// only some of those who call its function ask for one.
func holdsToken(r *request) bool {
	return len(r.ops) > 0 && !r.lent && !slices.ContainsFunc(r.ops, func(op *vippsapi.Operation) bool { return !op.GivesToken() })
}

// secretCall adds the key by which a call checks the signature of a webhook.
func (h *webhooks) secretCall(c checking, call ssa.CallInstruction, result *Result) {
	if c.signed && code.IsFunc(code.Callee(call), "crypto/hmac", "", "New") {
		at := h.e.syntax.Argument(call, 1)
		result.Secrets = append(result.Secrets, &SecretUse{Kind: vippsapi.WebhookSecret, Val: flow.Arg(call, 1), Pos: at.Pos, End: at.End, Reasons: []Reason{c.why}})
	}
}

// secretToken adds want, with which a payment handler compares header, where
// that is the token that Vipps echoes.
func (h *webhooks) secretToken(c checking, header, side []ingredient, want flow.Val, at place.Span, result *Result) {
	echoed := every(header, func(l ingredient) bool { return l.kind == leafHeader && strings.EqualFold(l.name, vippsapi.AuthHeader) })
	if c.hook && echoed && !has(side, func(l ingredient) bool { return l.kind == leafHeader || l.kind == leafMAC || l.kind == leafHash }) {
		result.Secrets = append(result.Secrets, &SecretUse{Kind: vippsapi.CallbackToken, Val: want, Pos: at.Pos, End: at.End, Compared: true, Reasons: []Reason{c.why}})
	}
}
