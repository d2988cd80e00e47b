package flow

import (
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// What a call of a function value or of an interface's method runs is dear to
// find out, and it would be asked of every such call that a trace meets. Most
// can be left alone by a look at what the package holds: no function of it is
// ever made the value of such a type, or none of them stores to its arguments.

// A candidateKey names what a call needs of a function that it may run.
type candidateKey struct {
	method *types.Func // of an interface
	typ    types.Type  // of a function value
}

// candidates lists the functions that a call that names none may run, of all
// that the package makes a value or puts into an interface: what arrivals finds
// is among them.
func (r *Result) candidates(common *ssa.CallCommon) []*ssa.Function {
	r.indexCandidates()
	key := keyOf(common)
	if known, ok := r.candidate[key]; ok {
		return known
	}
	var list []*ssa.Function
	if common.IsInvoke() {
		methods := &r.Unit.Pkg.Prog.MethodSets
		for _, mi := range r.held {
			// The look at a set of methods, which is kept, is far quicker than that
			// for one method.
			if methods.MethodSet(mi.X.Type()).Lookup(common.Method.Pkg(), common.Method.Name()) == nil {
				continue
			}
			if fn, _ := r.method(mi, common.Method); fn != nil {
				list = append(list, fn)
			}
		}
	} else {
		sig, plain := common.Value.Type().Underlying().(*types.Signature) // else of a type parameter
		for _, v := range r.valued {
			if !plain || sameShape(v.Type().Underlying().(*types.Signature), sig) {
				list = append(list, r.unwrapped(functionOf(v)))
			}
		}
	}
	r.candidate[key] = list
	return list
}

func keyOf(common *ssa.CallCommon) candidateKey {
	if common.IsInvoke() {
		return candidateKey{method: common.Method}
	}
	return candidateKey{typ: common.Value.Type()}
}

// indexCandidates notes the functions that are used as values, and one
// conversion to an interface for each type.
func (r *Result) indexCandidates() {
	if r.candidate != nil {
		return
	}
	r.candidate = make(map[candidateKey][]*ssa.Function)
	values := make(map[ssa.Value]bool)
	seen := make(map[types.Type]bool)
	for _, in := range r.Unit.Funcs {
		for _, b := range in.Blocks {
			for _, instr := range b.Instrs {
				if mi, ok := instr.(*ssa.MakeInterface); ok && !seen[mi.X.Type()] {
					seen[mi.X.Type()] = true
					r.held = append(r.held, mi)
				}
				if mc, ok := instr.(*ssa.MakeClosure); ok {
					r.valued = append(r.valued, mc)
					continue
				}
				for _, op := range instr.Operands(nil) {
					if fn, ok := (*op).(*ssa.Function); ok && !values[fn] {
						values[fn] = true
						r.valued = append(r.valued, fn)
					}
				}
			}
		}
	}
}

// sameShape reports whether a function of type a can be the value of one of
// type b. What depends on type parameters may be anything.
func sameShape(a, b *types.Signature) bool {
	same := func(a, b *types.Tuple) bool {
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			s, t := a.At(i).Type(), b.At(i).Type()
			if !types.IdenticalIgnoreTags(s, t) && !parametric(s) && !parametric(t) {
				return false
			}
		}
		return true
	}
	return same(a.Params(), b.Params()) && same(a.Results(), b.Results())
}

// parametric reports whether t may depend on a type parameter.
func parametric(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return false
	case *types.Interface:
		return t.NumMethods() > 0
	case *types.Named:
		return t.TypeArgs().Len() > 0
	case *types.Pointer:
		return parametric(t.Elem())
	case *types.Slice:
		return parametric(t.Elem())
	}
	return true
}

// An operandOf is an operand of the calls with a key.
type operandOf struct {
	key   candidateKey
	index int
}

// mayBeWritten reports whether a call that names no function may run one that
// stores to what its operand i leads to.
func (r *Result) mayBeWritten(common *ssa.CallCommon, i int) bool {
	k := operandOf{keyOf(common), i}
	known, ok := r.storing[k]
	if !ok {
		known = r.someStores(r.candidates(common), i)
		r.storing[k] = known
	}
	return known
}

func (r *Result) someStores(list []*ssa.Function, i int) bool {
	for _, fn := range list {
		// A method value has its receiver in front.
		for _, j := range []int{i, i + 1} {
			if len(fn.Blocks) == 0 {
				if r.writesFact(code.Declared(fn), j) {
					return true
				}
			} else if j < len(fn.Params) && r.mayWrite(fn.Params[j]) {
				return true
			}
		}
	}
	return false
}
