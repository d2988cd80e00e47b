package evidence

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A headerSet is a header that only Vipps has, set in a function on something.
type headerSet struct {
	on     flow.Val // a request or its header, where it comes from
	reason Reason
}

// headerReasons gives the first header that only Vipps has and that is set on
// the request req, in fn or in the function that makes it; one is enough.
func (e *engine) headerReasons(req flow.Val, fn *ssa.Function) []Reason {
	for _, o := range e.flow.Origins(req) {
		for _, scope := range scopes(o.Val.V, fn) {
			for _, h := range e.headersOf(scope) {
				if h.on.V == o.Val.V {
					return []Reason{h.reason}
				}
			}
		}
	}
	return nil
}

// scopes are the functions in which the headers of a request are looked for.
func scopes(v ssa.Value, fn *ssa.Function) []*ssa.Function {
	if in, ok := v.(ssa.Instruction); ok && in.Parent() != fn {
		return []*ssa.Function{fn, in.Parent()}
	}
	return []*ssa.Function{fn}
}

// headersOf lists the headers that fn sets, itself or through what it calls.
func (e *engine) headersOf(fn *ssa.Function) []headerSet {
	if sets, ok := e.headers[fn]; ok {
		return sets
	}
	e.headers[fn] = nil // a function that leads to itself adds nothing
	var sets []headerSet
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.MapUpdate:
				if isNamed(in.Map.Type(), "net/http", "Header") {
					sets = e.setHeader(sets, in.Map, in.Key, in.Pos())
				}
			case *ssa.Store:
				if isNamed(in.Val.Type(), "net/http", "Header") {
					for _, key := range e.mapKeys(flow.At(in.Val)) {
						sets = e.addHeader(sets, flow.At(in.Addr), key, in.Pos())
					}
				}
			case ssa.CallInstruction:
				sets = e.headerCall(sets, in)
			}
		}
	}
	e.headers[fn] = sets
	return sets
}

func (e *engine) headerCall(sets []headerSet, call ssa.CallInstruction) []headerSet {
	args := call.Common().Args
	if isFunc(callee(call), "net/http", "Header", "Set", "Add") {
		return e.setHeader(sets, args[0], args[1], call.Pos())
	}
	sum, _ := e.sends(call)
	if sum == nil {
		return sets
	}
	for _, h := range sum.Header {
		if arg, ok := argument(call, h.Param.Index); ok {
			for _, o := range e.flow.Origins(flow.At(arg, h.Param.Path...).Before(call)) {
				sets = append(sets, headerSet{o.Val, h.Reason})
			}
		}
	}
	return sets
}

// setHeader adds what setting key on the header on says.
func (e *engine) setHeader(sets []headerSet, on, key ssa.Value, pos token.Pos) []headerSet {
	for _, name := range e.keyTexts(key) {
		sets = e.addHeader(sets, flow.At(on), name, pos)
	}
	return sets
}

func (e *engine) addHeader(sets []headerSet, on flow.Val, name string, pos token.Pos) []headerSet {
	if vippsapi.Header(name) != vippsapi.Strong {
		return sets
	}
	for _, o := range e.flow.Origins(on) {
		reason := Reason{e.position(pos), headerNote(name)}
		sets = append(sets, headerSet{o.Val, reason})
	}
	return sets
}

func headerNote(name string) string {
	return fmt.Sprintf("the header %s, which only Vipps has", name)
}

// keyTexts lists the constant texts that a header's name may be: its own, or
// the keys of the map over which a loop runs.
func (e *engine) keyTexts(key ssa.Value) []string {
	if x, ok := key.(*ssa.Extract); ok {
		if next, ok := x.Tuple.(*ssa.Next); ok {
			if loop, ok := next.Iter.(*ssa.Range); ok && x.Index == 1 {
				return e.mapKeys(flow.At(loop.X))
			}
		}
	}
	var texts []string
	for _, t := range e.flow.Texts(flow.At(key)) {
		if len(t.Parts) == 1 && t.Parts[0].Hole == nil {
			texts = append(texts, t.Parts[0].Const)
		}
	}
	return texts
}
