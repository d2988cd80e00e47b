package flow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// Callers lists the calls of fn in this package that name it, in the order of
// the source.
func (r *Result) Callers(fn *ssa.Function) []ssa.CallInstruction {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.callers(fn)
}

// AllCallers is Callers, and reports whether there are no other calls: fn cannot
// be called from another package, and nothing uses it as a value.
func (r *Result) AllCallers(fn *ssa.Function) (calls []ssa.CallInstruction, all bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.indexCalls()
	return r.allCallers(fn)
}

// Escapes reports whether something in the package uses fn as a value.
func (r *Result) Escapes(fn *ssa.Function) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.indexCalls()
	return r.escaped[code.Origin(fn)]
}

func (r *Result) callers(fn *ssa.Function) []ssa.CallInstruction {
	r.indexCalls()
	return r.sites[code.Origin(fn)]
}

// allCallers lists the calls of fn, and reports whether there are no others: it
// cannot be called from elsewhere, and nothing uses it as a value.
func (r *Result) allCallers(fn *ssa.Function) (calls []ssa.CallInstruction, all bool) {
	calls = r.callers(fn)
	if len(calls) == 0 || r.escaped[code.Origin(fn)] {
		return nil, false
	}
	if fn.Parent() != nil {
		return calls, true
	}
	obj := code.Declared(fn)
	return calls, obj != nil && !obj.Exported()
}

// indexCalls notes who is called where, and who is used as a value.
func (r *Result) indexCalls() {
	if r.sites != nil {
		return
	}
	r.sites = make(map[*ssa.Function][]ssa.CallInstruction)
	r.escaped = make(map[*ssa.Function]bool)
	for _, fn := range r.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				r.indexCall(instr)
			}
		}
	}
}

func (r *Result) indexCall(instr ssa.Instruction) {
	call, _ := instr.(ssa.CallInstruction)
	if call != nil {
		if callee := call.Common().StaticCallee(); callee != nil {
			r.sites[code.Origin(callee)] = append(r.sites[code.Origin(callee)], call)
		}
	}
	_, makes := instr.(*ssa.MakeClosure)
	for i, op := range instr.Operands(nil) {
		called := call != nil && i == 0 && !call.Common().IsInvoke()
		switch v := (*op).(type) {
		case *ssa.Function:
			if !called && !makes {
				r.escaped[code.Origin(v)] = true
			}
		case *ssa.MakeClosure:
			if !called {
				r.escaped[v.Fn.(*ssa.Function)] = true
			}
		}
	}
}
