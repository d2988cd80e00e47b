package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// What analyzers that build on evidence ask of the functions of the package at
// hand. All of it can be asked by several at the same time.

// A Request is one that a call sends, alone or through what it calls, and that is
// known to be Vipps'.
type Request struct {
	Ops     []*vippsapi.Operation // what it may request; empty where only the host or headers are known
	Lent    bool                  // the operations are those that callers seen so far ask for: another may ask for something else
	Through bool                  // the call goes through one of the merchant's interfaces
	Reasons []Reason              // at least one
}

// Requests lists what call asks of Vipps; none where it asks nothing that is
// known.
func (r *Result) Requests(call ssa.CallInstruction) []Request {
	r.mu.Lock()
	defer r.mu.Unlock()
	var found []Request
	for _, q := range r.engine.requests[call.Parent()] {
		if q.call != call || len(q.reasons) == 0 {
			continue
		}
		_, through := r.engine.through.invoked(call)
		found = append(found, Request{Ops: q.ops, Lent: q.lent || q.borrowed, Through: through, Reasons: q.reasons})
	}
	return found
}

// NameOf is the name of the function that call goes to, for messages:
// "Client.Capture". It looks through function values where one function alone
// can be behind them.
func (r *Result) NameOf(call ssa.CallInstruction) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.engine.nameOf(call)
}

// Knows reports whether callers of f, a function of this package or another one,
// have to know anything of the requests that it sends, makes or takes values for.
func (r *Result) Knows(f *types.Func) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := r.engine
	if f.Pkg() != e.pass.Pkg {
		return e.fact(f) != nil
	}
	if e.flow.Unit.Pkg == nil {
		return false
	}
	sum := e.sums[e.flow.Unit.Pkg.Prog.FuncValue(f)]
	return sum != nil && !sum.empty()
}

// A Decoder is a call that decodes JSON which may be an answer.
type Decoder struct {
	Call ssa.CallInstruction
	Data flow.Val  // what it decodes: a response, a reader, bytes or a text
	Into ssa.Value // what it writes to
}

// Decoders lists the decoders among the calls of fn of which it is seen what they
// write to: those of JSON libraries, and functions that hand on to one. They are
// in the order of its blocks.
func (r *Result) Decoders(fn *ssa.Function) []Decoder {
	r.mu.Lock()
	defer r.mu.Unlock()
	var found []Decoder
	for _, d := range r.engine.readersOf(fn) {
		if d.kind == Decodes && d.into != nil {
			found = append(found, Decoder{Call: d.call, Data: flow.At(d.from, d.path...).Before(d.call), Into: d.into})
		}
	}
	return found
}

// AnswerOf is the call whose answer from Vipps v is read from; nil where v may be
// something else too.
func (r *Result) AnswerOf(v flow.Val) ssa.CallInstruction {
	r.mu.Lock()
	defer r.mu.Unlock()
	if q := r.engine.answered(v); q != nil {
		return q.call
	}
	return nil
}

// ReadsOwn reports whether v is read from the answers to requests that fn sends,
// Vipps' or not, and from nothing else.
func (r *Result) ReadsOwn(fn *ssa.Function, v flow.Val) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	sources := r.engine.sources(v, 0)
	for _, o := range sources {
		if !slices.ContainsFunc(r.engine.requests[fn], func(q *request) bool {
			return o.Val.V == ssa.Value(q.call.Value()) && o.Result == q.answer.Body
		}) {
			return false
		}
	}
	return len(sources) > 0
}

// ByStatus says how a condition comes out that depends on the HTTP status of an
// answer, where that is status; false where it depends on anything else or is not
// understood.
func (r *Result) ByStatus(cond ssa.Value, status int) (holds, known bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := statusWay{r.engine, status}
	t, f := w.side(cond, true), w.side(cond, false)
	return t == open, t == open && f == shut || t == shut && f == open
}

// Reads reports whether call is one of the standard library, or of a JSON library,
// that reads or decodes what it is given and gives an error.
func Reads(call ssa.CallInstruction) bool {
	_, ok := standardReader(call)
	return ok
}

// InboundBody is the payment body that Vipps sends by itself which into must be,
// by the names in its type; nil where it need be none, and where data, which is
// decoded into it, is the answer to a request.
func InboundBody(into, data ssa.Value) *vippsapi.InboundMatch {
	if m := inboundOf(into); m != nil && !fromResponse(data) {
		return m
	}
	return nil
}

// TextField is the field of a text at a JSON path of the table ("aggregate.state",
// "[].status") in a type, as encoding/json decodes into it; nil where it has none.
func TextField(t types.Type, path string) *types.Var {
	var last *types.Var
	for _, seg := range splitName(path) {
		switch u := code.Deref(t).Underlying().(type) {
		case *types.Struct:
			fields := jsonFields(u)
			i := slices.IndexFunc(fields, func(f jsonField) bool { return strings.EqualFold(f.name, seg) }) // as encoding/json decodes
			if i < 0 {
				return nil
			}
			last = fields[i].v.Origin()
			t = last.Type()
		case *types.Slice:
			if seg != flow.Elem {
				return nil
			}
			t = u.Elem()
		default:
			return nil
		}
	}
	if last == nil || !code.IsText(t) {
		return nil
	}
	return last
}
