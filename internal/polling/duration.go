package polling

import (
	"go/constant"
	"go/token"
	"go/types"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// lasting judges a time.Duration that something waits at instruction at.
func (e *engine) lasting(v ssa.Value, at ssa.Instruction, l *code.Loop) pause {
	p := pause{kind: known, at: at.Pos()}
	if phi, ok := v.(*ssa.Phi); ok && l != nil && phi.Block() == l.Head {
		var first []ssa.Value
		for i, pred := range phi.Block().Preds {
			if !l.Blocks[pred] {
				first = append(first, phi.Edges[i])
			} else if phi.Edges[i] != ssa.Value(phi) {
				p.grows = true
			}
		}
		if len(first) != 1 {
			return pause{kind: unsaid}
		}
		v = first[0]
	}
	d, ok := e.duration(v, at, 0)
	if !ok {
		return pause{kind: unsaid}
	}
	p.least = d
	return p
}

// duration is the longest time that v can be, where all that it can be is known.
func (e *engine) duration(v ssa.Value, at ssa.Instruction, depth int) (time.Duration, bool) {
	if depth > maxNesting {
		return 0, false
	}
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value == nil || x.Value.Kind() != constant.Int {
			return 0, false
		}
		n, exact := constant.Int64Val(x.Value)
		return time.Duration(n), exact && n > 0
	case *ssa.ChangeType:
		return e.duration(x.X, at, depth+1)
	case *ssa.Convert:
		return e.duration(x.X, at, depth+1)
	case *ssa.BinOp:
		a, ok := e.duration(x.X, at, depth+1)
		b, ok2 := e.duration(x.Y, at, depth+1)
		switch {
		case ok && ok2 && x.Op == token.MUL:
			return a * b, b == 0 || (a*b)/b == a
		case ok && ok2 && x.Op == token.ADD:
			return a + b, true
		}
		return 0, false
	case *ssa.Parameter:
		return e.passedDuration(x, depth)
	case *ssa.UnOp:
		if x.Op != token.MUL {
			return 0, false
		}
		switch addr := x.X.(type) {
		case *ssa.Global:
			return e.storedDuration(addr, depth)
		case *ssa.FieldAddr:
			return e.fieldDuration(addr, depth)
		case *ssa.FreeVar, *ssa.Alloc:
			var longest time.Duration
			origins := e.flow.Origins(flow.At(v).Before(at))
			for _, o := range origins {
				if o.Val.V == v || len(o.Val.Path) > 0 || o.Zero || o.Filled {
					return 0, false
				}
				d, ok := e.duration(o.Val.V, at, depth+1)
				if !ok {
					return 0, false
				}
				longest = max(longest, d)
			}
			return longest, len(origins) > 0
		}
	}
	return 0, false
}

// storedDuration is the duration in a package variable that only this package
// sets.
func (e *engine) storedDuration(g *ssa.Global, depth int) (time.Duration, bool) {
	obj := g.Object()
	if obj == nil || obj.Exported() || obj.Pkg() != e.pass.Pkg {
		return 0, false
	}
	var longest time.Duration
	stored := false
	for _, in := range e.flow.Unit.Uses(g) {
		switch in := in.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if in.Addr != ssa.Value(g) {
				return 0, false
			}
			if e.syntax.InTest(in.Pos()) {
				continue
			}
			d, ok := e.duration(in.Val, in, depth+1)
			if !ok {
				return 0, false
			}
			longest, stored = max(longest, d), true
		default:
			return 0, false // a flag, for one
		}
	}
	return longest, stored
}

// fieldDuration is the duration in a field that only this package can set.
func (e *engine) fieldDuration(addr *ssa.FieldAddr, depth int) (time.Duration, bool) {
	f := code.Deref(addr.X.Type()).Underlying().(*types.Struct).Field(addr.Field).Origin()
	if f.Exported() || f.Pkg() != e.pass.Pkg {
		return 0, false
	}
	var longest time.Duration
	writes := e.flow.FieldWrites(f)
	for _, w := range writes {
		in, _ := w.V.(ssa.Instruction)
		d, ok := e.duration(w.V, in, depth+1)
		if !ok {
			return 0, false
		}
		longest = max(longest, d)
	}
	return longest, len(writes) > 0
}

// passedDuration is the duration that all callers of a function pass, which no
// other package can call.
func (e *engine) passedDuration(p *ssa.Parameter, depth int) (time.Duration, bool) {
	fn := p.Parent()
	calls, known := e.flow.AllCallers(fn)
	if !known {
		return 0, false
	}
	i := flow.At(p).Param(fn)
	var longest time.Duration
	passed := false
	for _, call := range calls {
		if e.syntax.InTest(call.Pos()) {
			continue
		}
		if i >= len(call.Common().Args) {
			return 0, false
		}
		d, ok := e.duration(call.Common().Args[i], call, depth+1)
		if !ok {
			return 0, false
		}
		longest, passed = max(longest, d), true
	}
	return longest, passed
}
