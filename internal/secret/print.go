package secret

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
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

// maxRounds bounds how deep helpers that print are followed.
const maxRounds = 5

// findPrints judges what the package prints, helpers before those that call
// them.
func (e *engine) findPrints() {
	for _, fn := range e.fl.Unit.Funcs {
		e.prints[fn] = &printing{}
	}
	for range maxRounds {
		before := 0
		for _, p := range e.prints {
			before += len(p.params) + len(p.own)
		}
		e.result.Leaks = nil
		for _, fn := range e.fl.Unit.Funcs {
			if !e.inTest(fn.Pos()) {
				e.printsOf(fn)
			}
		}
		after := 0
		for _, p := range e.prints {
			after += len(p.params) + len(p.own)
		}
		if before == after {
			break
		}
	}
	for _, c := range e.ev.Carriers {
		e.printedFor(c)
	}
}

// printsOf judges the calls of one function.
func (e *engine) printsOf(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, o := range e.outputs(call) {
				j := &judgement{e: e, at: call, output: o}
				j.value(o.val, o.verb, 0)
			}
			e.handsToPrinter(call)
		}
	}
}

// handsToPrinter judges what call hands to a function that prints it.
func (e *engine) handsToPrinter(call ssa.CallInstruction) {
	list, name := e.printsBy(call)
	for _, p := range list {
		arg, ok := argument(call, p.Index)
		if !ok {
			continue
		}
		o := output{val: flow.At(arg, p.Path...).Before(call), verb: p.Verb}
		o.pos, o.end = e.ev.Argument(call, p.Index)
		j := &judgement{e: e, at: call, output: o, way: []flow.Step{{Pos: p.At, Note: "printed by " + name}}}
		if p.Dump != "" {
			j.request(o.val, p.Dump)
			continue
		}
		j.value(o.val, o.verb, 0)
	}
}

// printsBy is what the function that call goes to prints of its parameters.
func (e *engine) printsBy(call ssa.CallInstruction) ([]ParamPrint, string) {
	fn := call.Common().StaticCallee()
	f := callee(call)
	if fn != nil && fn.Origin() != nil {
		fn = fn.Origin()
	}
	if p := e.prints[fn]; fn != nil && p != nil {
		return p.params, fn.Name()
	}
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || call.Common().IsInvoke() {
		return nil, ""
	}
	var fact Prints
	if !e.pass.ImportObjectFact(f, &fact) {
		return nil, ""
	}
	return fact.Params, f.Pkg().Name() + "." + f.Name()
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
	f := callee(c.Call)
	var fact Prints
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || !e.pass.ImportObjectFact(f, &fact) || len(fact.Own) == 0 {
		return
	}
	pos, end := e.ev.CallRange(c.Call)
	e.result.Leaks = append(e.result.Leaks, &Leak{
		Pos: pos, End: end, Kind: vippsapi.BearerToken, Form: Dump, Name: f.Name(),
		Way: []flow.Step{{Pos: fact.Own[0], Note: "printed by " + f.Pkg().Name() + "." + f.Name()}}, Reasons: c.Reasons,
	})
}
