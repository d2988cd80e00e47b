package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A ClueKind says what a Clue is.
type ClueKind int

// The kinds.
const (
	BodyClue      ClueKind = iota // decodes a body that only Vipps sends
	WeakClue                      // decodes a body that Vipps sends, and perhaps others
	OpenClue                      // decodes what a type parameter says
	JSONClue                      // decodes JSON
	EventClue                     // compares something with the name of an event
	SignatureClue                 // reads a header of the signature of a webhook
	QuestionClue                  // decodes a body that Vipps sends and that tells of no payment: a question about shipping
	RegisterClue                  // registers webhooks, so that names of events are nothing that it was told
)

// A Clue tells that a function takes payment callbacks, if it is a handler.
type Clue struct {
	Kind    ClueKind
	Inbound string // ID, of BodyClue, WeakClue and EventClue
	Param   int    // of OpenClue: number of the type parameter, from 1
	Reason  Reason
}

// A clueSet is what one function tells.
type clueSet struct {
	clues []Clue
	into  []int
}

// findClues finds those of every function of the package, callers after what
// they call.
func (r *reaches) findClues() {
	r.clues = map[*ssa.Function]*clueSet{}
	for range maxRounds {
		changed := false
		for _, fn := range r.e.flow.Unit.Funcs {
			if r.e.syntax.InTest(fn.Pos()) {
				continue
			}
			was, now := r.clues[fn], r.cluesIn(fn)
			r.clues[fn] = now
			changed = changed || was == nil && len(now.clues)+len(now.into) > 0 ||
				was != nil && (len(was.clues) != len(now.clues) || len(was.into) != len(now.into))
		}
		if !changed {
			return
		}
	}
}

// add keeps one clue of each kind: the first.
func (s *clueSet) add(c Clue) {
	if !slices.ContainsFunc(s.clues, func(o Clue) bool { return o.Kind == c.Kind && o.Inbound == c.Inbound && o.Param == c.Param }) {
		s.clues = append(s.clues, c)
	}
}

func (r *reaches) cluesIn(fn *ssa.Function) *clueSet {
	s := &clueSet{}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.BinOp:
				r.addCompared(s, in)
			case ssa.CallInstruction:
				r.addCall(s, fn, in)
			}
		}
	}
	for _, q := range r.e.requests[fn] {
		if q.lent {
			continue
		}
		for _, op := range q.ops {
			if op.Purpose == vippsapi.Register {
				s.add(Clue{Kind: RegisterClue})
			}
		}
	}
	// What a literal tells that is run here counts here: one in a transaction.
	for _, lit := range fn.AnonFuncs {
		if below := r.clues[lit]; below != nil && !takesRequest(lit.Signature) {
			for _, c := range below.clues {
				s.add(c)
			}
		}
	}
	slices.Sort(s.into)
	s.into = slices.Compact(s.into)
	return s
}

// addCompared looks at a comparison with the name of an event.
func (r *reaches) addCompared(s *clueSet, x *ssa.BinOp) {
	if x.Op != token.EQL && x.Op != token.NEQ {
		return
	}
	for _, v := range []ssa.Value{x.X, x.Y} {
		text, ok := code.ConstText(v)
		if !ok {
			continue
		}
		if in := vippsapi.EventInbound(text); in != nil && in.Payment {
			s.add(Clue{Kind: EventClue, Inbound: in.ID, Reason: Reason{r.e.position(x.Pos()), "compares with " + text + ", the name of an event of Vipps"}})
		}
	}
}

func (r *reaches) addCall(s *clueSet, fn *ssa.Function, call ssa.CallInstruction) {
	at := call.Common().Pos()
	for _, arg := range call.Common().Args {
		if text, ok := code.ConstText(arg); ok && vippsapi.SignatureHeader(text) {
			s.add(Clue{Kind: SignatureClue, Reason: Reason{r.e.position(at), "reads the header " + text + ", which signs webhooks of Vipps"}})
		}
	}
	if into, data, ok := DecodedBy(call); ok {
		if !r.answers(data) {
			r.addDecoded(s, fn, into, at)
		}
		return
	}
	g := call.Common().StaticCallee()
	if g == nil || code.IsThunk(g) {
		return
	}
	targs := g.TypeArgs()
	if o := g.Origin(); o != nil {
		g = o
	}
	if g == fn {
		return
	}
	var below clueSet
	if local := r.clues[g]; local != nil {
		below = *local
	} else if obj, ok := g.Object().(*types.Func); ok {
		if f := r.ofDecl(obj.Origin()); f != nil {
			below = clueSet{f.Clues, f.Into}
		}
	}
	if len(below.clues)+len(below.into) == 0 || slices.ContainsFunc(call.Common().Args, r.answers) {
		return
	}
	for _, c := range below.clues {
		if c.Kind != OpenClue {
			s.add(c)
		} else if c.Param <= len(targs) {
			r.addType(s, targs[c.Param-1], at)
		}
	}
	for _, i := range below.into {
		if arg, ok := code.Argument(call, i); ok {
			r.addDecoded(s, fn, arg, at)
		}
	}
}

// addDecoded looks at a value into which JSON is decoded.
func (r *reaches) addDecoded(s *clueSet, fn *ssa.Function, into ssa.Value, at token.Pos) {
	for {
		switch x := into.(type) {
		case *ssa.MakeInterface:
			into = x.X
			continue
		case *ssa.ChangeInterface:
			into = x.X
			continue
		}
		break
	}
	if types.IsInterface(into.Type()) {
		if p, ok := into.(*ssa.Parameter); ok {
			s.into = append(s.into, slices.Index(fn.Params, p))
		}
		return
	}
	r.addType(s, into.Type(), at)
}

// addType looks at a type into which JSON is decoded.
func (r *reaches) addType(s *clueSet, t types.Type, at token.Pos) {
	pos := r.e.position(at)
	t = code.Deref(t)
	if p, ok := types.Unalias(t).(*types.TypeParam); ok {
		s.add(Clue{Kind: OpenClue, Param: p.Index() + 1, Reason: Reason{Pos: pos}})
		return
	}
	s.add(Clue{Kind: JSONClue, Reason: Reason{Pos: pos}})
	if !code.IsStruct(t) {
		return
	}
	for _, m := range vippsapi.MatchInbound(jsonNames(t)) {
		if !m.Inbound.Payment {
			s.add(Clue{Kind: QuestionClue, Reason: Reason{Pos: pos}})
			continue
		}
		kind, note := WeakClue, "decodes "+m.Reason
		if m.Strength == vippsapi.Strong {
			kind, note = BodyClue, note+", which only Vipps sends together"
		}
		s.add(Clue{Kind: kind, Inbound: m.Inbound.ID, Reason: Reason{pos, note}})
		return
	}
}

// answers reports whether v is made from the answer to a request.
func (r *reaches) answers(v ssa.Value) bool {
	return fromResponse(v) || r.fromRequest(v)
}

// fromRequest reports whether v is made from what a function gives that sends a
// request.
func (r *reaches) fromRequest(v ssa.Value) bool {
	return code.MadeOf(v, func(v ssa.Value) (yes, end bool) {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false, false
		}
		sum, _ := r.e.sends(call)
		return sum != nil && (sum.Answer.Vipps || len(sum.Shapes) > 0), false
	})
}

// judged says of which payment callbacks a function with these clues is a
// handler, where it is registered for these routes. targs are its type
// arguments; one that is left open comes back as a HandlerRef with Param.
func (r *reaches) judged(h HandlerRef, clues []Clue, m mention) []HandlerRef {
	s := &clueSet{}
	for _, c := range clues {
		if c.Kind == OpenClue && c.Param <= len(m.targs) {
			r.addType(s, m.targs[c.Param-1], m.Pos)
		} else {
			s.add(c)
		}
	}
	routed := m.routed()
	has := func(kind ClueKind) bool {
		return slices.ContainsFunc(s.clues, func(c Clue) bool { return c.Kind == kind })
	}
	var found, weak []HandlerRef
	for _, c := range s.clues {
		h.Decoding, h.Param = Decoding{c.Inbound, c.Reason}, c.Param
		switch {
		case c.Kind == BodyClue, c.Kind == OpenClue:
			found = append(found, h)
		case c.Kind == WeakClue && (has(SignatureClue) || has(EventClue) || routed != nil && routed.ID == c.Inbound):
			weak = append(weak, h)
		case c.Kind == EventClue && has(JSONClue) && !has(RegisterClue):
			weak = append(weak, h)
		}
	}
	if len(found) == 0 && len(weak) > 0 {
		found = weak[:1]
	}
	if len(found) == 0 && routed != nil && !has(QuestionClue) && (vippsapi.Named(h.Name) || vippsapi.Named(m.route())) {
		h.Decoding, h.Param = Decoding{routed.ID, Reason{r.e.position(m.Pos), "takes " + m.route() + ", where Vipps sends callbacks"}}, 0
		found = append(found, h)
	}
	return found
}
