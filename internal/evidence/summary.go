package evidence

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// maxReasons is how many pieces of evidence a fact carries: a person reads no
// more.
const maxReasons = 3

// summarise says what the callers of fn have to know of its requests.
func (e *engine) summarise(fn *ssa.Function) *Sends {
	s := &Sends{Answer: noAnswer}
	for _, p := range e.headersOf(fn).params {
		if h := e.exportHeader(fn, p.header); h != (ShapeHeader{}) {
			s.Header = append(s.Header, ParamHeader{p.on, h, p.reasonOf()})
		}
	}
	for _, r := range e.requests[fn] {
		if r.borrowed {
			continue // another caller of fn has it run something else
		}
		fixed := len(r.reasons) > 0 && (len(r.ops) == 1 && !r.byBody || !e.dependsOnCaller(r))
		if fixed {
			s.Answer.Vipps = true
			for _, op := range r.ops {
				s.Fixed = append(s.Fixed, op.ID)
			}
			s.Answer.Reasons = append(s.Answer.Reasons, r.reasons...)
		} else {
			s.Answer.Vipps = s.Answer.Vipps || len(r.reasons) > 0
			s.Shapes = append(s.Shapes, e.exportShape(fn, r.shape, r.reasons))
		}
		e.handOn(&s.Answer, r)
	}
	s.Builds = e.builds(fn)
	s.Keyless, s.Untouched = e.fixedKeyless(fn), e.untouched(fn)
	s.Fresh, s.Keys = e.freshKeys(fn)
	s.Makes, s.Retries = e.makes(fn), e.retries(fn)
	s.Reads = e.paramReads(fn)
	s.Calls = e.paramCalls(fn)
	s.Opens = e.openErrors(fn)
	s.Places, s.Bodies = e.paramPlaces(fn)
	s.Answer.Reasons = s.Answer.Reasons[:min(len(s.Answer.Reasons), maxReasons)]
	slices.Sort(s.Fixed)
	s.Fixed = slices.Compact(s.Fixed)
	s.Shapes = distinct(s.Shapes)
	s.Builds = distinct(s.Builds)
	s.Places = distinct(s.Places)
	s.Bodies = distinct(s.Bodies)
	s.Header = distinct(s.Header)
	// Operations without an answer are nobody's business further up.
	if a := s.Answer; a.Response < 0 && a.Status < 0 && a.Err < 0 && a.Body < 0 && !a.Lost {
		s.Fixed, s.Answer = nil, noAnswer
	}
	return s
}

// distinct drops what stands there already.
func distinct[T any](list []T) []T {
	var kept []T
	for _, x := range list {
		if !slices.ContainsFunc(kept, func(y T) bool { return reflect.DeepEqual(x, y) }) {
			kept = append(kept, x)
		}
	}
	return kept
}

func sameSends(a, b *Sends) bool { return reflect.DeepEqual(a, b) }

// builds are the requests that fn returns unsent as its first result.
func (e *engine) builds(fn *ssa.Function) []Shape {
	res := fn.Signature.Results()
	if res.Len() == 0 || !code.IsHTTP(res.At(0).Type(), "Request") {
		return nil
	}
	var shapes []Shape
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		v := flow.At(ret.Results[0])
		for _, s := range e.resolveRequest(v, ret) {
			shapes = append(shapes, e.exportShape(fn, s, s.reasons))
		}
	}
	if len(shapes) > 1 {
		for i := range shapes {
			shapes[i].Keyless = unconditional(shapes[i].Keyless)
		}
	}
	return shapes[:min(len(shapes), maxShapes)]
}

// exportShape writes s in terms of the parameters of fn.
func (e *engine) exportShape(fn *ssa.Function, s shape, reasons []Reason) Shape {
	out := Shape{Reasons: distinct(reasons), Keyless: s.keyless}
	out.Reasons = out.Reasons[:min(len(out.Reasons), maxReasons)]
	if s.param != nil {
		if ref, ok := paramRef(fn, *s.param); ok {
			out.Request = &ref
			out.Headers = e.ownHeaders(fn, s, ref)
		}
		return out
	}
	for _, h := range s.headers {
		if h := e.exportHeader(fn, h); h.Key != nil || h.Entries != nil || h.Value != nil || h.Fresh {
			out.Headers = append(out.Headers, h)
		}
	}
	out.Headers = distinct(out.Headers)
	out.Method, out.URL = exportPattern(fn, s.method), exportPattern(fn, s.url)
	for _, b := range s.bodies {
		if ref, ok := e.paramBody(fn, b); ok {
			out.Bodies = append(out.Bodies, ref)
		}
	}
	return out
}

// exportHeader writes h in terms of the parameters of fn.
func (e *engine) exportHeader(fn *ssa.Function, h header) ShapeHeader {
	ref := func(v flow.Val) *ParamRef {
		if r, ok := e.paramOrigin(fn, v); ok {
			return &r
		}
		return nil
	}
	out := ShapeHeader{Name: h.name, Key: ref(h.key), Entries: ref(h.entries), Value: ref(h.val)}
	out.Fresh = out.Value == nil && h.name != "" && vippsapi.IsKeyHeader(h.name) && len(e.freshWhen(fn, h)) > 0
	return out
}

// ownHeaders are those of a request that is the parameter param, which are not
// set on that but on a copy: a RoundTripper must not change what it is given.
func (e *engine) ownHeaders(fn *ssa.Function, s shape, param ParamRef) []ShapeHeader {
	var own []ShapeHeader
	for _, h := range s.headers {
		known := slices.ContainsFunc(e.headersOf(fn).params, func(p paramHeader) bool {
			return sameRef(p.on, param) && p.name == h.name && p.at == h.at
		})
		if out := e.exportHeader(fn, h); !known && out != (ShapeHeader{}) {
			own = append(own, out)
		}
	}
	return distinct(own)
}

// paramBody writes b as a parameter of fn, where it is one.
func (e *engine) paramBody(fn *ssa.Function, b body) (ParamBody, bool) {
	for _, o := range append(e.flow.Origins(b.val), flow.Origin{Val: b.val}) {
		if ref, ok := paramRef(fn, o.Val); ok {
			return ParamBody{Param: ref, Encoded: b.encoded}, true
		}
	}
	return ParamBody{}, false
}

func exportPattern(fn *ssa.Function, parts []flow.Part) Pattern {
	var p Pattern
	for _, part := range parts {
		switch {
		case part.Hole == nil:
			p = append(p, PatternPart{Const: part.Const})
		default:
			ref, ok := paramRef(fn, *part.Hole)
			if !ok || !code.IsText(part.Hole.Type()) {
				p = append(p, PatternPart{})
				continue
			}
			p = append(p, PatternPart{Param: &ref})
		}
	}
	return p
}

func paramRef(fn *ssa.Function, v flow.Val) (ParamRef, bool) {
	i := v.Param(fn)
	return ParamRef{i, v.Path}, i >= 0
}

// A fates is what becomes of the answer to one call.
type fates struct {
	status, err fate.Outcome
	handsOn     int // result by which the function hands on an error that stems from the call; -1: none
}

// An answerKey is a call with the results that its answer comes in; they may
// change while summaries grow.
type answerKey struct {
	call                  ssa.CallInstruction
	response, status, err int
}

// fatesOf judges, once, what the function does with the answer of r.
func (e *engine) fatesOf(r *request) *fates {
	key := answerKey{r.call, r.answer.Response, r.answer.Status, r.answer.Err}
	if f, ok := e.answers[key]; ok {
		return f
	}
	f := &fates{handsOn: -1}
	switch {
	case r.answer.Response >= 0:
		f.status = e.fate.StatusFate(r.call, r.answer.Response, r.answer.Err)
	case r.answer.Status >= 0:
		f.status = e.fate.StatusFate(r.call, r.answer.Status, r.answer.Err)
	}
	if r.answer.Err >= 0 {
		f.err = e.fate.ErrorFate(r.call, r.answer.Err)
		f.handsOn = errorResult(r.fn, r.call)
	}
	e.answers[key] = f
	return f
}

// handOn adds to the answer of r.fn what it hands on of the answer to r.
func (e *engine) handOn(a *Answer, r *request) {
	f := e.fatesOf(r)
	results := r.fn.Signature.Results()
	switch f.status.Fate {
	case fate.HandedOn:
		if i := f.status.Result; i < results.Len() {
			t := results.At(i).Type()
			if fate.IsResponse(t) {
				a.Response, a.Plain = i, r.answer.Plain
			} else if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
				a.Status, a.Plain = i, r.answer.Plain
			}
		}
	case fate.Lost:
		a.Lost, a.LostAt, a.Plain = true, f.status.At.Position, r.answer.Plain
	}
	if r.answer.Lost && !r.answer.Vipps {
		a.Lost, a.LostAt, a.Plain = true, r.answer.LostAt, r.answer.Plain
	}
	if f.handsOn >= 0 {
		a.Err = f.handsOn
	}
	if i := e.bodyResult(r.fn, r); i >= 0 {
		a.Body = i
	}
}

// errorResult is the index of the last result of fn that is an error and stems
// from the answer to call on some way; -1 where none does.
func errorResult(fn *ssa.Function, call ssa.CallInstruction) int {
	results := fn.Signature.Results()
	for i := results.Len() - 1; i >= 0 && call.Value() != nil; i-- {
		if !code.IsError(results.At(i).Type()) {
			continue
		}
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if ok && i < len(ret.Results) && stems(ret.Results[i], call.Value(), map[ssa.Value]bool{}) {
				return i
			}
		}
	}
	return -1
}

// stems reports whether v is made from what call gave.
func stems(v ssa.Value, call ssa.Value, seen map[ssa.Value]bool) bool {
	if v == call {
		return true
	}
	if v == nil || seen[v] || len(seen) > code.MaxSlice {
		return false
	}
	seen[v] = true
	if a, ok := v.(*ssa.Alloc); ok {
		return storedStems(a, call, seen)
	}
	in, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op != nil && stems(*op, call, seen) {
			return true
		}
	}
	return false
}

// storedStems is stems for what is stored in a variable or a part of it.
func storedStems(cell ssa.Value, call ssa.Value, seen map[ssa.Value]bool) bool {
	refs := cell.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == cell && stems(ref.Val, call, seen) {
				return true
			}
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if storedStems(ref.(ssa.Value), call, seen) {
				return true
			}
		}
	}
	return false
}

// sortedByPos orders requests, calls and places as they stand in the source.
func sortedByPos[T any](list []T, pos func(T) int) {
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(pos(a), pos(b)) })
}
