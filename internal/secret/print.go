package secret

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A printing is what one function prints of what it is given, and of the
// requests that it makes for its callers.
type printing struct {
	params []ParamPrint
	own    []ownPrint
}

// An ownPrint is a request that a function makes for its caller and prints.
type ownPrint struct {
	pos, end token.Pos // invalid where another package prints
	at       token.Position
	form     Form
	name     string
}

func (p *printing) fact(e *engine) *Prints {
	fact := &Prints{Params: slices.Clone(p.params)}
	slices.SortStableFunc(fact.Params, comparePrints)
	for _, own := range p.own {
		fact.Own = append(fact.Own, own.at)
	}
	if len(fact.Params)+len(fact.Own) == 0 {
		return nil
	}
	return fact
}

// findPrints judges what the package prints, and then what it hands to functions
// that print, helpers before those that call them.
func (e *engine) findPrints() {
	for _, fn := range e.fl.Unit.Funcs {
		e.prints[fn] = &printing{}
	}
	knows := len(e.seen)+len(e.ev.Carriers) > 0
	var work []*ssa.Function // whose callers are to be judged
	for _, fn := range e.fl.Unit.Funcs {
		if e.inTest(fn.Pos()) {
			continue
		}
		for _, call := range code.Calls(fn) {
			for _, o := range e.outputs(call) {
				if o.into == toLog || knows {
					j := &judgement{e: e, at: call, output: o}
					j.value(o.val, o.verb, 0)
				}
			}
			e.handsToPrinter(call, e.importedPrints(call))
		}
		if len(e.prints[fn].params) > 0 {
			work = append(work, fn)
		}
	}
	done := map[ssa.CallInstruction]int{} // how many of the callee's parameters have been judged
	for len(work) > 0 {
		fn := work[0]
		work = work[1:]
		list := e.prints[fn].params
		for _, call := range e.fl.Callers(fn) {
			if e.inTest(call.Common().Pos()) {
				continue
			}
			caller := call.Parent()
			before := len(e.prints[caller].params)
			e.handsToPrinter(call, list[done[call]:])
			done[call] = len(list)
			if len(e.prints[caller].params) > before {
				work = append(work, caller)
			}
		}
	}
	for _, c := range e.ev.Carriers {
		e.printedFor(c)
	}
}

// handsToPrinter judges what call hands to a function that prints these parts of
// its parameters.
func (e *engine) handsToPrinter(call ssa.CallInstruction, list []ParamPrint) {
	for _, p := range list {
		arg, ok := code.Argument(call, p.Index)
		if !ok {
			continue
		}
		o := output{val: flow.At(arg, p.Path...).Before(call), verb: p.Verb}
		o.pos, o.end = e.ev.Argument(call, p.Index)
		j := &judgement{e: e, at: call, output: o, way: []place.Step{{Pos: p.At, Note: "printed here"}}}
		if p.Dump != "" {
			j.request(o.val, p.Dump, call)
			continue
		}
		j.value(o.val, o.verb, 0)
	}
}

// importedPrints is what a function of another package prints of its parameters.
func (e *engine) importedPrints(call ssa.CallInstruction) []ParamPrint {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || call.Common().IsInvoke() {
		return nil
	}
	var fact Prints
	if !e.pass.ImportObjectFact(f, &fact) {
		return nil
	}
	return fact.Params
}

// printedFor reports what the functions through which a Vipps request goes print
// of it.
func (e *engine) printedFor(c *evidence.Carrier) {
	fn := c.Call.Common().StaticCallee()
	if fn == nil {
		return
	}
	if fn.Origin() != nil {
		fn = fn.Origin()
	}
	if p := e.prints[fn]; p != nil {
		for _, own := range p.own {
			e.result.Leaks = append(e.result.Leaks, &Leak{Pos: own.pos, End: own.end, Kind: vippsapi.BearerToken, Form: own.form, Name: own.name, Reasons: c.Reasons})
		}
		return
	}
	f := code.Callee(c.Call)
	var fact Prints
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || !e.pass.ImportObjectFact(f, &fact) || len(fact.Own) == 0 {
		return
	}
	pos, end := e.ev.CallRange(c.Call)
	e.result.Leaks = append(e.result.Leaks, &Leak{
		Pos: pos, End: end, Kind: vippsapi.BearerToken, Form: Dump, Name: code.FuncName(f),
		Way: []place.Step{{Pos: fact.Own[0], Note: "printed here"}}, Reasons: c.Reasons,
	})
}
