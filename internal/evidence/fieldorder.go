package evidence

import (
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// calleesFirst lists the functions of the package, each after those that it
// calls, so that what is known of them is known by then. In a circle of calls
// the first in the source comes last.
func (e *engine) calleesFirst() []*ssa.Function {
	waiting := map[*ssa.Function]bool{}
	for _, fn := range e.flow.Unit.Funcs {
		waiting[fn] = true
	}
	var list []*ssa.Function
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if fn == nil {
			return
		}
		if o := fn.Origin(); o != nil {
			fn = o
		}
		if !waiting[fn] {
			return
		}
		delete(waiting, fn)
		for _, call := range code.Calls(fn) {
			visit(call.Common().StaticCallee())
			may := e.through.dynamic[call]
			if call.Common().IsInvoke() {
				may = e.mayRun(call.Common().Method)
			}
			for _, c := range may {
				visit(c.fn)
			}
		}
		list = append(list, fn)
	}
	for _, fn := range e.flow.Unit.Funcs {
		visit(fn)
	}
	return list
}
