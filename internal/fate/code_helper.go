package fate

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// helped evaluates a call of a function of the package that is given the answer
// or its code, and reports whether it is understood: what it returns is set.
func (w *walk) helped(in ssa.CallInstruction, s *state) bool {
	c := in.Common()
	fn := c.StaticCallee()
	if fn == nil || !readable(in) || w.code.depth >= 3 {
		return false
	}
	if fn = code.Origin(fn); len(fn.Blocks) == 0 {
		return w.helpedElsewhere(in, s)
	}
	if len(fn.Params) != len(c.Args) {
		return false
	}
	sub := newWalk(w.r, fn)
	sub.code = newCodeWalk(w.code.code, w.code.depth+1)
	start, told := state{}, false
	for i, arg := range c.Args {
		p := fn.Params[i]
		switch k := s.kindOf(arg); {
		case k == response:
			start.set(p, known{kind: response})
		case k == obliged:
			return false
		case isInteger(p.Type()):
			x := w.evaluate(arg, s, maxDepth)
			if x == nil && k == status {
				return false
			}
			if x != nil {
				sub.code.ints[p], _ = constant.Int64Val(x)
			}
			if k == status {
				start.set(p, known{kind: status})
			} else {
				told = told || x != nil
			}
		case k == status:
			return false
		default:
			if codes := w.listOf(arg); codes != nil {
				sub.code.lists[p], told = codes, true
			}
		}
	}
	if told {
		sub.code.place = in.Pos()
	}
	sub.fromEntry(start)
	return w.results(in, sub, s)
}

// results sets what a helper that was walked through returns, and reports
// whether it is understood.
func (w *walk) results(in ssa.CallInstruction, sub *walk, s *state) bool {
	i, truth, ok := sub.verdict()
	if !ok || truth == 0 {
		return ok
	}
	t := sub.taken()
	s.named = s.named || t.named
	k := known{kind: status, result: i, truth: truth, decided: t.at}
	if !t.at.IsValid() {
		k.kind = nothing // the same for every code
	}
	s.set(in.Value(), k)
	return true
}

// verdict is the last error or truth value that a function returns for a code,
// if it is the same on all ways: 1 for an error or true, -1 for none or false, 0
// where the function returns neither.
func (w *walk) verdict() (result int, truth int8, ok bool) {
	t := w.taken()
	if t.unknown || len(w.code.ends) == 0 {
		return -1, 0, false
	}
	results := w.fn.Signature.Results()
	for i := results.Len() - 1; i >= 0; i-- {
		var all constant.Value
		for n, e := range w.code.ends {
			x := e.value(i, results.At(i).Type())
			if n > 0 && (x == nil || all == nil || !constant.Compare(x, token.EQL, all)) {
				x = nil
			}
			if all = x; x == nil {
				break
			}
		}
		switch {
		case all == nil || all.Kind() != constant.Bool:
		case constant.BoolVal(all):
			return i, 1, true
		default:
			return i, -1, true
		}
	}
	return -1, 0, !t.fails && results.Len() == 0
}

// value is result i of a way through a helper: for an error, whether there is
// one.
func (e codeEnd) value(i int, t types.Type) constant.Value {
	if e.fails {
		if code.IsError(t) {
			return constant.MakeBool(true)
		}
		return nil
	}
	if i < len(e.results) {
		return e.results[i]
	}
	return nil
}

// helpedElsewhere is like helped, by the fact about a function of another
// package.
func (w *walk) helpedElsewhere(in ssa.CallInstruction, s *state) bool {
	c := in.Common()
	code := constant.MakeInt64(int64(w.code.code))
	for i, arg := range c.Args {
		k := s.kindOf(arg)
		if k != response && k != status {
			continue
		}
		if x := w.evaluate(arg, s, maxDepth); k == status && (x == nil || x.Kind() != constant.Int || !constant.Compare(x, token.EQL, code)) {
			return false // something else that is made of it
		}
		h := w.handling(c, i)
		set := known{kind: status, result: h.Verdict, decided: in.Pos()}
		switch {
		case slices.Contains(h.Yes, w.code.code):
			set.truth = 1
		case slices.Contains(h.No, w.code.code):
			set.truth = -1
		default:
			return false
		}
		s.set(in.Value(), set)
		return true
	}
	return false
}

// knownCodes are the codes for which facts say what a function makes of them:
// those that HTTP APIs document.
var knownCodes = []int{
	200, 201, 202, 203, 204, 206, 301, 302, 303, 304, 307, 308,
	400, 401, 402, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 423, 428, 429,
	500, 501, 502, 503, 504,
}

// sayVerdicts adds to h what fn makes of each code that it is given as parameter
// h.Param.
func (r *Result) sayVerdicts(fn *ssa.Function, h *ParamHandling) {
	if obj := code.Declared(fn); obj == nil || !code.Visible(obj) || !givesVerdict(fn) {
		return // nobody elsewhere can call it, or learns from it what it thinks
	}
	if !isResponse(fn.Params[h.Param].Type()) && !mentionsCode(fn) {
		return // any int: walking through it for every code would be in vain
	}
	for _, code := range knownCodes {
		w := newWalk(r, fn)
		w.code = newCodeWalk(code, 1)
		p := fn.Params[h.Param]
		start := state{}
		start.set(p, known{kind: answerKind(p.Type())})
		if !isResponse(p.Type()) {
			w.code.ints[p] = int64(code)
		}
		w.fromEntry(start)
		if w.spent {
			return // with the next code there are as many ways
		}
		i, truth, ok := w.verdict()
		if !ok || truth == 0 || !w.taken().at.IsValid() {
			continue
		}
		if len(h.Yes)+len(h.No) > 0 && i != h.Verdict {
			h.Yes, h.No = nil, nil // not one result that tells
			return
		}
		h.Verdict = i
		if truth > 0 {
			h.Yes = append(h.Yes, code)
		} else {
			h.No = append(h.No, code)
		}
	}
}

// givesVerdict reports whether fn gives back a truth value or an error.
func givesVerdict(fn *ssa.Function) bool {
	for v := range fn.Signature.Results().Variables() {
		if isBool(v.Type()) || code.IsError(v.Type()) {
			return true
		}
	}
	return false
}

// mentionsCode reports whether a constant stands in fn that can be the code of
// an HTTP answer, or the hundred by which a code is divided.
func mentionsCode(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			for _, op := range in.Operands(nil) {
				c, ok := (*op).(*ssa.Const)
				if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
					continue
				}
				if n, exact := constant.Int64Val(c.Value); exact && n >= 100 && n < 600 {
					return true
				}
			}
		}
	}
	return false
}
