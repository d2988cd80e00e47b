package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// indirectPlaces lists the arguments of a call that names no function which one
// that it runs puts into a field: a method value, another function value, or a
// method of an interface whose values are all seen to arrive.
func (e *engine) indirectPlaces(call ssa.CallInstruction) []located {
	var found []located
	for _, t := range e.runs(call) {
		sum := e.summaryOf(t)
		if sum == nil || t.lent {
			continue
		}
		receiver := 0
		if t.bound {
			receiver = 1
		}
		found = append(found, e.argumentPlaces(call, sum, t.obj, receiver)...)
	}
	return found
}

// runs lists what a call of a function value or of an interface's method may
// run.
func (e *engine) runs(call ssa.CallInstruction) []callable {
	c := call.Common()
	if !c.IsInvoke() {
		return e.through.dynamic[call]
	}
	if e.through.interfaceKey(c.Value.Type()) == "" || !slices.ContainsFunc(e.mayRun(c.Method), e.places) {
		return nil // not worth the trace, which is dear
	}
	var list []callable
	for _, o := range e.flow.Origins(flow.At(c.Value).Before(call)) {
		if o.Held == nil {
			return nil // another type may come this way
		}
		t, ok := e.methodOf(o.Held, c.Method)
		if !ok {
			return nil
		}
		list = append(list, t)
	}
	return list
}

// methodOf is the method m of a value of type t in an interface.
func (e *engine) methodOf(t types.Type, m *types.Func) (callable, bool) {
	obj, _, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name())
	method, ok := obj.(*types.Func)
	if !ok {
		return callable{}, false
	}
	c := callable{obj: method.Origin(), bound: true}
	if c.obj.Pkg() == e.pass.Pkg {
		c.fn = e.flow.Unit.Pkg.Prog.FuncValue(c.obj)
	}
	return c, true
}

// mayRun lists the methods that a call of the method m of an
// interface may run, of all types that the package puts into any interface.
func (e *engine) mayRun(m *types.Func) []callable {
	list, ok := e.through.behind[m]
	if !ok {
		methods := &e.flow.Unit.Pkg.Prog.MethodSets
		for _, t := range e.held() {
			// The look at a set of methods, which is kept, is far quicker than that
			// for one method.
			if methods.MethodSet(t).Lookup(m.Pkg(), m.Name()) == nil {
				continue
			}
			if c, ok := e.methodOf(t, m); ok {
				list = append(list, c)
			}
		}
		e.through.behind[m] = list
	}
	return list
}

// held lists the types of what the package puts into any interface.
func (e *engine) held() []types.Type {
	x := e.through
	if x.held == nil {
		x.held = []types.Type{}
		seen := map[types.Type]bool{}
		for _, fn := range e.flow.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if m, ok := in.(*ssa.MakeInterface); ok && !seen[m.X.Type()] {
						seen[m.X.Type()] = true
						x.held = append(x.held, m.X.Type())
					}
				}
			}
		}
	}
	return x.held
}

// places reports whether the function t puts what it is given into a field.
func (e *engine) places(t callable) bool {
	sum := e.summaryOf(t)
	return sum != nil && len(sum.Places)+len(sum.Bodies) > 0
}

// summaryOf is what is known of the function t; nil where nothing is.
func (e *engine) summaryOf(t callable) *Sends {
	if t.fn != nil {
		return e.sums[t.fn]
	}
	if t.obj != nil {
		return e.fact(t.obj)
	}
	return nil
}
