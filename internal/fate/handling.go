package fate

import (
	"fmt"
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// Handling is a fact about a function: what it does with the responses, status
// codes and errors that it is given.
type Handling struct {
	Params []ParamHandling // sorted by Param
}

// AFact marks Handling as a fact.
func (*Handling) AFact() {}

// String lists the parameters and their fates, for tests.
func (h *Handling) String() string {
	s := "handling"
	for _, p := range h.Params {
		s += fmt.Sprintf(" %d:%s", p.Param, p)
	}
	return s
}

// A ParamHandling is the fate of one parameter.
type ParamHandling struct {
	Param int // 0 is the receiver of a method

	// Checked: a branch depends on it, and the error that Result (-1: none) is
	// tells of it. HandedOn: it is result Result, or a part of it is. Lost: it
	// is looked at on no way. FateUnknown: none of these, or only on some ways.
	Fate   Fate
	Result int

	// Checked: the status codes with which result Verdict is an error or true,
	// and those with which it is nil or false. Sorted; other codes are not known.
	Verdict int
	Yes, No []int
}

// String is a word and the result's index.
func (h ParamHandling) String() string {
	switch {
	case h.Fate == Lost:
		return "ignores"
	case h.Fate == HandedOn:
		return fmt.Sprintf("hands-on-%d", h.Result)
	case h.Fate == Checked && h.Result >= 0:
		return fmt.Sprintf("checks-%d", h.Result)
	case h.Fate == Checked:
		return "checks"
	}
	return "unknown"
}

// exportHandling works out and exports the Handling of every function of the
// package, in the order of the source.
func (r *Result) exportHandling() {
	for _, fn := range r.unit.Funcs {
		var fact Handling
		for i := range fn.Params {
			h := r.paramFate(fn, i)
			if h.Fate == FateUnknown || h.Fate != Lost && code.IsError(fn.Params[i].Type()) {
				continue // as good as no entry
			}
			if h.Fate == Checked {
				r.sayVerdicts(fn, &h)
			}
			fact.Params = append(fact.Params, h)
		}
		if obj, ok := fn.Object().(*types.Func); ok && fn.Parent() == nil && len(fact.Params) > 0 {
			r.pass.ExportObjectFact(obj.Origin(), &fact)
		}
	}
}

// paramFate is the fate of parameter i of a function with a body.
func (r *Result) paramFate(fn *ssa.Function, i int) ParamHandling {
	p := fn.Params[i]
	var k kind
	switch t := p.Type(); {
	case isResponse(t):
		k = response
	case types.Identical(t, types.Typ[types.Int]):
		k = status
	case types.Identical(t, types.Universe.Lookup("error").Type()):
		k = obliged
	default:
		return ParamHandling{Param: i}
	}
	h := r.fateInside(fn, p, k)
	h.Param = i
	return h
}

// fateInside follows a parameter or a captured variable from the entry of fn. A
// function that is being worked out already, by recursion, is unknown.
func (r *Result) fateInside(fn *ssa.Function, v ssa.Value, k kind) ParamHandling {
	if h, ok := r.handled[v]; ok {
		return h
	}
	r.handled[v] = ParamHandling{}
	w := newWalk(r, fn)
	w.anyRead = k == obliged
	start := state{}
	start.set(v, known{kind: k})
	w.fromEntry(start)
	r.handled[v] = w.summary()
	return r.handled[v]
}

// summary unites the endings to what a caller has to know.
func (w *walk) summary() ParamHandling {
	w.settle()
	var all, differ ParamHandling
	if w.spent {
		return differ
	}
	if len(w.ends) == 0 {
		// Every way fails, and says so to its caller.
		return ParamHandling{Fate: Checked, Result: w.errorResult()}
	}
	for i, e := range w.ends {
		h := ParamHandling{Fate: e.fate, Result: -1}
		switch e.fate {
		case HandedOn:
			h.Result = e.result
		case Checked:
			h.Result = w.carrier(e)
		}
		switch {
		case i == 0:
			all = h
		case h.Fate != all.Fate:
			return differ
		case h.Result != all.Result && h.Fate == Checked:
			all.Result = -1
		case h.Result != all.Result:
			return differ
		}
	}
	return all
}

// errorResult is the index of the last result of the function that is an
// error, and -1 where none is.
func (w *walk) errorResult() int {
	results := w.fn.Signature.Results()
	for i := results.Len() - 1; i >= 0; i-- {
		if code.IsError(results.At(i).Type()) {
			return i
		}
	}
	return -1
}

// carrier is the error result that tells the caller what a check found: on one
// side of the branch, an error is returned. It is -1 where none does.
func (w *walk) carrier(e ending) int {
	if e.result >= 0 {
		return e.result
	}
	i := w.errorResult()
	if i < 0 {
		return -1
	}
	for _, branch := range branches(e.at) {
		for _, side := range branch.Block().Succs {
			if len(side.Preds) != 1 {
				continue
			}
			for _, ret := range code.Returns(w.fn) {
				if w.tells(ret, i, side) {
					return i
				}
			}
		}
	}
	return -1
}

// branches are the branches that instruction at is or decides.
func branches(at ssa.Instruction) []*ssa.If {
	if branch, ok := at.(*ssa.If); ok {
		return []*ssa.If{branch}
	}
	var list []*ssa.If
	if cmp, ok := at.(*ssa.BinOp); ok {
		for _, ref := range *cmp.Referrers() {
			if branch, ok := ref.(*ssa.If); ok {
				list = append(list, branch)
			}
		}
	}
	return list
}

// tells reports whether a return gives, as result i, an error that was made or
// found not to be nil behind block side.
func (w *walk) tells(ret *ssa.Return, i int, side *ssa.BasicBlock) bool {
	v := ret.Results[i]
	if side.Dominates(ret.Block()) && (w.fails(v, &state{}, 4) || testedNotNil(v, ret.Block())) {
		return true
	}
	phi, ok := v.(*ssa.Phi)
	if !ok {
		return false
	}
	for k, e := range phi.Edges {
		from := phi.Block().Preds[k]
		if side.Dominates(from) && (w.fails(e, &state{}, 4) || testedNotNil(e, from)) {
			return true
		}
	}
	return false
}
