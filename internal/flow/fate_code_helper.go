package flow

import (
	"go/constant"
	"go/token"
	"go/types"

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
	if fn = origin(fn); len(fn.Blocks) == 0 || len(fn.Params) != len(c.Args) {
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

// results sets the last error or truth value that a helper that was walked
// through returns, if it is the same on all ways.
func (w *walk) results(in ssa.CallInstruction, sub *walk, s *state) bool {
	t := sub.taken()
	if t.unknown || len(sub.code.ends) == 0 {
		return false
	}
	results := in.Common().Signature().Results()
	for i := results.Len() - 1; i >= 0; i-- {
		var all constant.Value
		for n, e := range sub.code.ends {
			x := e.value(i, results.At(i).Type())
			if n > 0 && (x == nil || all == nil || !constant.Compare(x, token.EQL, all)) {
				x = nil
			}
			if all = x; x == nil {
				break
			}
		}
		if all == nil || all.Kind() != constant.Bool {
			continue
		}
		truth := int8(-1)
		if constant.BoolVal(all) {
			truth = 1
		}
		s.named = s.named || t.named
		k := known{kind: status, result: i, truth: truth, decided: t.at}
		if !t.at.IsValid() {
			k.kind = nothing // the same for every code
		}
		s.set(in.Value(), k)
		return true
	}
	return !t.fails && results.Len() == 0
}

// value is result i of a way through a helper: for an error, whether there is
// one.
func (e codeEnd) value(i int, t types.Type) constant.Value {
	if e.fails {
		if isError(t) {
			return constant.MakeBool(true)
		}
		return nil
	}
	if i < len(e.results) {
		return e.results[i]
	}
	return nil
}
