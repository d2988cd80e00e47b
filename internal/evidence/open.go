package evidence

import (
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// maxOpen bounds the methods of interfaces that one function is known to hand
// on errors of: one that gathers more stands for no one thing.
const maxOpen = 4

// openErrors lists the methods of the merchant's interfaces whose error fn hands
// on without knowing what stands behind them.
func (e *engine) openErrors(fn *ssa.Function) []OpenError {
	var found []OpenError
	for _, call := range code.Calls(fn) {
		list := e.openAt(call)
		if len(list) == 0 {
			continue
		}
		result := errorResult(fn, call)
		if result < 0 {
			continue
		}
		for _, o := range list {
			o.Result = result
			found = append(found, o)
		}
	}
	found = distinct(found)
	if len(found) > maxOpen {
		return nil
	}
	return found
}

// openAt lists what is not known of the errors that call gives: the method of
// an interface that it goes through, or those that the function called hands on.
// Result is the error of call.
func (e *engine) openAt(call ssa.CallInstruction) []OpenError {
	if key, ok := e.through.invoked(call); ok {
		if e.known(key) {
			return nil
		}
		results := call.Common().Signature().Results()
		for i := results.Len() - 1; i >= 0; i-- {
			if code.IsError(results.At(i).Type()) {
				return []OpenError{{Iface: key.iface, Method: key.method, Err: i, Result: i}}
			}
		}
		return nil
	}
	sum, _ := e.sends(call)
	if sum == nil {
		return nil
	}
	var list []OpenError
	for _, o := range sum.Opens {
		if !e.known(methodKey{o.Iface, o.Method}) {
			list = append(list, o)
		}
	}
	return list
}

// known reports whether something of Vipps' stands behind a method.
func (e *engine) known(key methodKey) bool { return e.behind(key) != nil }

// answeredOpen are the requests of a call by what stands behind the interfaces
// whose errors the function called hands on.
func (e *engine) answeredOpen(base request, sum *Sends) []*request {
	for _, o := range sum.Opens {
		s := e.behind(methodKey{o.Iface, o.Method})
		if s == nil || !s.Answer.Vipps || s.Answer.Err != o.Err {
			continue
		}
		base.inner, base.answer = nil, noAnswer
		base.answer.Err, base.answer.Vipps, base.answer.Reasons = o.Result, true, s.Answer.Reasons
		return fixedRequests(base, s)
	}
	return nil
}
