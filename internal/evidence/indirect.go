package evidence

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// indirectPlaces lists the arguments of a call that names no function which one
// that it runs puts into a field: a method value, another function value, or a
// method of an interface whose values are all seen to arrive.
func (e *engine) indirectPlaces(call ssa.CallInstruction) []located {
	var found []located
	for _, t := range e.runs(call) {
		var sum *Sends
		if t.fn != nil {
			sum = e.sums[t.fn]
		} else if t.obj != nil {
			sum = e.fact(t.obj)
		}
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
	if e.through.interfaceKey(c.Value.Type()) == "" {
		return nil
	}
	var list []callable
	for _, o := range e.flow.Origins(flow.At(c.Value).Before(call)) {
		if o.Held == nil {
			return nil // another type may come this way
		}
		obj, _, _ := types.LookupFieldOrMethod(o.Held, true, c.Method.Pkg(), c.Method.Name())
		method, ok := obj.(*types.Func)
		if !ok {
			return nil
		}
		t := callable{obj: method.Origin(), bound: true}
		if t.obj.Pkg() == e.pass.Pkg {
			t.fn = call.Parent().Prog.FuncValue(t.obj)
		}
		list = append(list, t)
	}
	return list
}
