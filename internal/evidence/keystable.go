package evidence

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An Unstable is a header by which Vipps is to know a request again, and cannot:
// its value is another one in each try, or the same for all payments.
type Unstable struct {
	Op       *vippsapi.Operation // the first that fits where several do
	Header   string
	Kind     UnstableKind
	Text     string       // Constant: the value
	Pos, End token.Pos    // the value, or the call that makes it
	Way      []place.Step // where it is sent, and sent again
	Reasons  []Reason
}

// An UnstableKind says why.
type UnstableKind int

// The kinds.
const (
	Renewed  UnstableKind = iota // made anew in each try
	Numbered                     // it holds the number of the try
	Constant                     // the same for all payments
)

// A FreshKey says that a function, in each call, sends a request of one of Ops
// with another key.
type FreshKey struct {
	Ops    []string // operation IDs
	Header string
	At     token.Position // where it is made
}

// A KeyParam is a parameter that is the key of a request of one of Ops.
type KeyParam struct {
	Ops    []string // operation IDs
	Header string
	Param  ParamRef
}

// A keyUse is a request that is sent with a key.
type keyUse struct {
	call   ssa.CallInstruction // sends it
	ops    []*vippsapi.Operation
	header header
	fresh  []ssa.Instruction // one of them makes another key each time, in the function that calls; none: it is not known to be one
	at     token.Position    // where it is made
	reqs   *request          // nil: the function called tells
	why    []Reason
}

// keyUses lists the requests of fn that have a key.
func (e *engine) keyUses(fn *ssa.Function) []keyUse {
	var uses []keyUse
	for _, r := range e.requests[fn] {
		if len(r.reasons) > 0 && !r.lent && !r.borrowed {
			uses = append(uses, e.requestKeys(r, r.ops, r.reasons)...)
		}
	}
	for _, call := range code.Calls(fn) {
		sum, _ := e.sends(call)
		if sum == nil {
			continue
		}
		for _, k := range sum.Keys {
			arg, ok := code.Argument(call, k.Param.Index)
			ops := opsByID(k.Ops)
			if !ok || len(ops) == 0 {
				continue
			}
			if e.leavesOut(call, k.Header) {
				continue
			}
			h := header{name: k.Header, val: flow.At(arg, k.Param.Path...).Before(call), at: e.syntax.Argument(call, k.Param.Index), in: fn}
			uses = append(uses, keyUse{call: call, ops: ops, header: h, fresh: e.freshWhen(fn, h), at: e.position(h.at.Pos), why: sum.Answer.Reasons})
		}
		for _, k := range sum.Fresh {
			if ops := opsByID(k.Ops); len(ops) > 0 && !e.leavesOut(call, k.Header) {
				uses = append(uses, keyUse{
					call: call, ops: ops, header: header{name: k.Header, at: e.syntax.Call(call), in: fn}, fresh: []ssa.Instruction{call}, at: k.At, why: sum.Answer.Reasons,
				})
			}
		}
	}
	return uses
}

// isLeftOut reports whether what the function called is given decides that it
// sends r without the header.
func (r *request) isLeftOut() bool {
	_, ways := r.waysWithoutKey()
	return r.inner != nil && slices.ContainsFunc(ways, isSettled)
}

// leavesOut reports whether what call gives decides that the function called does
// not set the header.
func (e *engine) leavesOut(call ssa.CallInstruction, header string) bool {
	return slices.ContainsFunc(e.keylessBy(call), func(k calledKeyless) bool {
		return k.decides && k.Header == header && slices.ContainsFunc(k.Ways, isSettled)
	})
}

// requestKeys lists the keys of a request that is known to be for one of ops.
func (e *engine) requestKeys(r *request, ops []*vippsapi.Operation, why []Reason) []keyUse {
	var uses []keyUse
	left := r.isLeftOut()
	for _, h := range r.shape.headers {
		if left && h.when == ssa.Instruction(r.call) {
			continue // a function that is called would set it
		}
		if h.name != "" && slices.ContainsFunc(ops, func(op *vippsapi.Operation) bool { return strings.EqualFold(op.KeyHeader(), h.name) }) {
			uses = append(uses, keyUse{call: r.call, ops: ops, header: h, fresh: e.freshWhen(r.fn, h), at: e.position(h.at.Pos), reqs: r, why: why})
		}
	}
	return uses
}

// innerKeys lists the keys of the requests by which r is sent, in the functions
// of the package that only learn from it what they send.
func (e *engine) innerKeys(r *request, depth int) []keyUse {
	if r.inner == nil || len(r.ops) == 0 || depth > maxNesting {
		return nil
	}
	var uses []keyUse
	for _, in := range e.requests[r.inner] {
		if len(in.ops) > 0 && !in.lent || in.borrowed {
			continue // its own, and not what it was called for
		}
		known := *in
		known.ops, known.reasons = r.ops, r.reasons
		uses = append(uses, e.requestKeys(in, r.ops, r.reasons)...)
		uses = append(uses, e.innerKeys(&known, depth+1)...)
	}
	return uses
}

// freshWhen are the instructions of fn, one for each way, in which the value of h
// is made, another one each time; none where it is not known to be.
func (e *engine) freshWhen(fn *ssa.Function, h header) []ssa.Instruction {
	if h.fresh && h.when != nil {
		return []ssa.Instruction{h.when}
	}
	var when []ssa.Instruction
	for _, made := range e.freshAlways(h.val) {
		top := topOf(made)
		in, ok := top.V.(ssa.Instruction)
		switch {
		case !ok:
			return nil
		case in.Parent() == fn:
			when = append(when, in)
		case h.in != fn && in.Parent() == h.in && h.when != nil && h.when.Parent() == fn:
			when = append(when, h.when) // a function that fn calls makes it
		default:
			return nil
		}
	}
	return when
}

// freshKeys are, for the callers of fn, its keys that are others in each call,
// and those that a caller gives.
func (e *engine) freshKeys(fn *ssa.Function) (fresh []FreshKey, params []KeyParam) {
	for _, u := range e.keyUses(fn) {
		var ops []string
		for _, op := range u.ops {
			ops = append(ops, op.ID)
		}
		if len(u.fresh) > 0 {
			fresh = append(fresh, FreshKey{Ops: ops, Header: u.header.name, At: u.at})
		} else if ref, ok := e.paramOrigin(fn, u.header.val); ok {
			params = append(params, KeyParam{Ops: ops, Header: u.header.name, Param: ref})
		}
	}
	return distinct(fresh), distinct(params)
}

// unstable lists the keys of the package by which Vipps cannot know a request
// again.
func (e *engine) unstable() []*Unstable {
	var found []*Unstable
	add := func(u *Unstable) {
		if !slices.ContainsFunc(found, func(f *Unstable) bool { return f.Pos == u.Pos }) {
			found = append(found, u)
		}
	}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, r := range e.requests[fn] {
			if len(r.reasons) == 0 || r.lent || r.borrowed {
				continue
			}
			if r.isLeftOut() {
				continue
			}
			for _, use := range e.innerKeys(r, 0) {
				if u := e.renewed(use); u != nil {
					add(u)
				}
				if u := e.shared(use); u != nil && !e.isDemo(keyUse{call: r.call, ops: r.ops, reqs: r}) {
					add(u)
				}
			}
		}
		for _, use := range e.keyUses(fn) {
			if u := e.renewed(use); u != nil {
				add(u)
			}
			if u := e.shared(use); u != nil {
				add(u)
			}
		}
		for _, call := range code.Calls(fn) {
			for _, u := range e.renewedBy(call) {
				add(u)
			}
		}
	}
	sortedByPos(found, func(u *Unstable) int { return int(u.Pos) })
	return found
}

// of is an Unstable of use.
func (e *engine) of(use keyUse, kind UnstableKind) *Unstable {
	u := &Unstable{Op: use.ops[0], Header: use.header.name, Kind: kind, Pos: use.header.at.Pos, End: use.header.at.End, Reasons: use.why}
	if sent := e.syntax.Call(use.call); sent.Pos != u.Pos {
		u.Way = append(u.Way, place.Step{Pos: e.position(sent.Pos), Note: "sent here"})
	} else if use.at.IsValid() && use.at != e.position(u.Pos) {
		u.Way = append(u.Way, place.Step{Pos: use.at, Note: "the key is made here"})
	}
	return u
}

// renewed judges a key that is made, or numbered, within a loop that sends the
// request again.
func (e *engine) renewed(use keyUse) *Unstable {
	l := e.retryLoop(use.call)
	if l == nil {
		return nil
	}
	kind := Renewed
	switch {
	case len(use.fresh) > 0 && !slices.ContainsFunc(use.fresh, func(in ssa.Instruction) bool { return !l.Holds(in) }):
	case use.header.val.V != nil && e.numbered(use.header.val, l):
		kind = Numbered
	default:
		return nil
	}
	if !e.samePayment(use, l) {
		return nil
	}
	u := e.of(use, kind)
	u.Way = append(u.Way, place.Step{Pos: e.position(loopPos(l)), Note: "the loop sends it again where it has failed"})
	return u
}

// shared judges a key that is one constant, where not all of the request is.
func (e *engine) shared(use keyUse) *Unstable {
	if use.header.val.V == nil {
		return nil
	}
	texts := e.flow.Texts(use.header.val)
	for _, t := range texts {
		if len(t.Parts) != 1 || t.Parts[0].Hole != nil || t.Parts[0].Const == "" {
			return nil
		}
	}
	if len(texts) == 0 || e.isDemo(use) {
		return nil
	}
	u := e.of(use, Constant)
	u.Text = texts[0].Parts[0].Const
	return u
}

// isDemo reports whether all of a request is constant, as in a program that shows
// how to send one.
func (e *engine) isDemo(use keyUse) bool {
	if use.reqs == nil {
		args := use.call.Common().Args
		if f := code.Callee(use.call); f != nil && f.Signature().Recv() != nil && !use.call.Common().IsInvoke() {
			args = args[1:]
		}
		return !slices.ContainsFunc(args, func(v ssa.Value) bool {
			_, fixed := v.(*ssa.Const)
			return !fixed && !code.IsNamed(v.Type(), "context", "Context")
		})
	}
	s := use.reqs.shape
	if slices.ContainsFunc(s.url, func(p flow.Part) bool { return p.Hole != nil && !isBase(s.url, p) }) {
		return false
	}
	return !slices.ContainsFunc(s.bodies, func(b body) bool { return !e.isConstantBody(b, use.ops) })
}

// isBase reports whether p is what an address begins with: the host, which tells
// nothing of a payment.
func isBase(url []flow.Part, p flow.Part) bool { return p.Hole == url[0].Hole }

// isConstantBody reports whether a body is of one payment only: its text, or the
// reference in it, is constant.
func (e *engine) isConstantBody(b body, ops []*vippsapi.Operation) bool {
	if b.encoded {
		return e.isConstantText(b.val)
	}
	known, constant := false, true
	for _, f := range ops[0].Fields {
		if f.Kind != vippsapi.Reference {
			continue
		}
		d := &descent{e: e, open: func(leaf, []string) { constant = false }, yield: func(l leaf) {
			known = true
			constant = constant && l.val.V != nil && e.isConstantText(l.val)
		}}
		d.body(b, splitName(f.Path))
	}
	return known && constant
}

func (e *engine) isConstantText(v flow.Val) bool {
	texts := e.flow.Texts(v)
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(t flow.Text) bool {
		return slices.ContainsFunc(t.Parts, func(p flow.Part) bool { return p.Hole != nil })
	})
}

// loopPos is where l stands in the source.
func loopPos(l *code.Loop) token.Pos {
	best := token.NoPos
	for _, b := range l.Head.Parent().Blocks {
		if !l.Blocks[b] {
			continue
		}
		for _, in := range b.Instrs {
			if p := in.Pos(); p.IsValid() && (!best.IsValid() || p < best) {
				best = p
			}
		}
	}
	return best
}

// key is the key of a use and what makes it.
func (u keyUse) key() []ssa.Value {
	var key []ssa.Value
	v := u.header.val
	for len(v.Path) == 0 {
		key = append(key, v.V)
		p, isParam := v.V.(*ssa.Parameter)
		up, called := v.Caller()
		call, isCall := up.V.(*ssa.Call)
		if !isParam || !called || !isCall {
			break
		}
		arg, ok := code.Argument(call, slices.Index(p.Parent().Params, p))
		if !ok {
			break
		}
		v = up.With(arg)
	}
	for _, in := range u.fresh {
		if v, ok := in.(ssa.Value); ok && in != ssa.Instruction(u.call) {
			key = append(key, v)
		}
	}
	return key
}

// numbered reports whether a part of the text v counts the rounds of l.
func (e *engine) numbered(v flow.Val, l *code.Loop) bool {
	texts := e.flow.Texts(v)
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(t flow.Text) bool {
		return !slices.ContainsFunc(t.Parts, func(p flow.Part) bool {
			return p.Hole != nil && len(p.Hole.Path) == 0 && counts(p.Hole.V, l)
		})
	})
}

// counts reports whether v is the number of the round of l.
func counts(v ssa.Value, l *code.Loop) bool {
	return code.MadeOf(v, func(v ssa.Value) (yes, end bool) {
		phi, ok := v.(*ssa.Phi)
		if !ok {
			switch v.(type) {
			case *ssa.BinOp, *ssa.Convert, *ssa.MakeInterface, *ssa.Const:
				return false, false
			}
			return false, true
		}
		b, ok := phi.Type().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsInteger != 0 && phi.Block() == l.Head, true
	})
}

// renewedBy judges the functions that call runs again until they succeed.
func (e *engine) renewedBy(call ssa.CallInstruction) []*Unstable {
	var found []*Unstable
	for _, arg := range e.retried(call) {
		fn := functionIn(arg)
		if fn == nil {
			continue
		}
		for _, use := range e.keyUses(fn) {
			if len(use.fresh) == 0 || e.asksNext(use) {
				continue
			}
			u := e.of(use, Renewed)
			u.Way = append(u.Way, place.Step{Pos: e.position(call.Pos()), Note: "sent again here where it has failed"})
			found = append(found, u)
		}
	}
	return found
}

// asksNext reports whether what is sent may be another payment each time: the
// literal that sends it asks somebody for the next one.
func (e *engine) asksNext(use keyUse) bool {
	fn := use.call.Parent()
	all := &code.Loop{Head: fn.Blocks[0], Blocks: map[*ssa.BasicBlock]bool{}}
	for _, b := range fn.Blocks {
		all.Blocks[b] = true
	}
	return !e.samePayment(use, all)
}

// functionIn is the function of the package that v is; nil where it is none.
func functionIn(v ssa.Value) *ssa.Function {
	switch x := unnamed(v).(type) {
	case *ssa.Function:
		return x
	case *ssa.MakeClosure:
		if fn, ok := x.Fn.(*ssa.Function); ok && !code.IsThunk(fn) {
			return fn
		}
	}
	return nil
}
