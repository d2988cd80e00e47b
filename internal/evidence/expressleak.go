package evidence

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// leaks reports whether code that is not seen may have filled the body v before
// send, the call by which it enters a request: a function without a body here
// that is given its address, a variable of the package, a key that is not known.
// It looks at all structs, maps and lists that v is put together from.
func (e *engine) leaks(v ssa.Value, send ssa.CallInstruction) bool {
	l := &leakSearch{e: e, send: send, made: map[ssa.Value]bool{}, watched: map[ssa.Value]bool{}}
	return l.from(v) || l.watch(v) // a variable that holds a text is no part of a body, but can be filled
}

type leakSearch struct {
	e             *engine
	send          ssa.CallInstruction
	made, watched map[ssa.Value]bool
}

// holds reports whether a value of type t can be or hold a part of a body. A
// text or a number is filled where it is made.
func holds(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Struct, *types.Map, *types.Interface, *types.Tuple:
		return true
	case *types.Pointer:
		return holds(u.Elem())
	case *types.Slice:
		return holds(u.Elem())
	case *types.Array:
		return holds(u.Elem())
	}
	return false
}

// from goes backward to what v is put together from, and watches each.
func (l *leakSearch) from(v ssa.Value) bool {
	if _, isGlobal := v.(*ssa.Global); isGlobal {
		return true
	}
	if v == nil || l.made[v] || !holds(v.Type()) {
		return false
	}
	if len(l.made) > maxSlice {
		return true
	}
	l.made[v] = true
	switch v := v.(type) {
	case *ssa.Const, *ssa.Parameter:
		return l.watch(v)
	case *ssa.Alloc:
		return l.watch(v)
	case *ssa.MakeMap, *ssa.MakeSlice:
		return l.watch(v)
	case *ssa.Call:
		if l.watch(v) {
			return true
		}
		fn := v.Call.StaticCallee()
		if fn == nil || len(fn.Blocks) == 0 {
			return false // what it gives is not known, and seems absent to nobody
		}
		for _, b := range fn.Blocks {
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
				for _, r := range ret.Results {
					if l.from(r) {
						return true
					}
				}
			}
		}
		for _, arg := range v.Call.Args {
			if l.from(arg) {
				return true
			}
		}
		return false
	case ssa.Instruction:
		var operands [10]*ssa.Value
		for _, op := range v.Operands(operands[:0]) {
			if l.from(*op) {
				return true
			}
		}
		return l.watch(v.(ssa.Value))
	}
	return true // a captured variable
}

// watch goes forward to all that is done with v.
func (l *leakSearch) watch(v ssa.Value) bool {
	if l.watched[v] {
		return false
	}
	if len(l.watched) > maxSlice {
		return true
	}
	l.watched[v] = true
	refs := v.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		if l.use(ref, v) {
			return true
		}
	}
	return false
}

// use reports whether what ref does with v lets it be filled unseen.
func (l *leakSearch) use(ref ssa.Instruction, v ssa.Value) bool {
	switch ref := ref.(type) {
	case *ssa.Store:
		if ref.Addr == v {
			return l.from(ref.Val)
		}
		return l.kept(ref.Addr)
	case *ssa.MapUpdate:
		if ref.Map == v {
			_, known := constText(ref.Key)
			return !known || l.from(ref.Value)
		}
		return l.from(ref.Map)
	case ssa.CallInstruction:
		return l.passed(ref, v)
	case *ssa.MakeClosure:
		return l.captured(ref, v)
	case *ssa.UnOp:
		return ref.Op == token.MUL && isReference(ref.Type()) && l.watch(ref)
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Slice, *ssa.Phi:
		return l.watch(ref.(ssa.Value))
	case *ssa.TypeAssert:
		return isWritten(ref, 0) || l.watch(ref) // flow does not see what is stored through it
	case *ssa.Field, *ssa.Index, *ssa.Lookup, *ssa.Extract:
		val := ref.(ssa.Value)
		return isReference(val.Type()) && l.watch(val)
	case *ssa.Return, *ssa.BinOp, *ssa.If, *ssa.DebugRef, *ssa.Range, *ssa.Convert, *ssa.Panic:
		return false // whoever is given it is asked from there
	}
	return true
}

// isWritten reports whether something may be stored to what v, or the value in the
// pair v, leads to.
func isWritten(v ssa.Value, depth int) bool {
	if depth > maxNesting {
		return true
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v {
				return true
			}
		case *ssa.MapUpdate:
			if ref.Map == v {
				return true
			}
		case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Extract, *ssa.Phi:
			if isWritten(ref.(ssa.Value), depth+1) {
				return true
			}
		}
	}
	return false
}

// isReference reports whether what a value of type t leads to can be changed
// through it.
func isReference(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Interface:
		return true
	case *types.Tuple:
		for v := range t.Variables() {
			if isReference(v.Type()) {
				return true
			}
		}
	}
	return false
}

// kept reports whether the address that something is stored to belongs to what
// may be filled from elsewhere.
func (l *leakSearch) kept(addr ssa.Value) bool {
	for {
		switch a := addr.(type) {
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		default:
			return l.from(addr)
		}
	}
}

func (l *leakSearch) captured(made *ssa.MakeClosure, v ssa.Value) bool {
	fn := made.Fn.(*ssa.Function)
	for i, b := range made.Bindings {
		if b == v && (len(fn.Blocks) == 0 || i < len(fn.FreeVars) && l.watch(fn.FreeVars[i])) {
			return true
		}
	}
	return false
}

// passed reports whether a call may fill v, one of its operands, unseen.
func (l *leakSearch) passed(call ssa.CallInstruction, v ssa.Value) bool {
	if call == l.send || !isReference(v.Type()) || !precedes(call, l.send) {
		return false
	}
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "len", "cap", "print", "println", "ssa:wrapnilchk":
			return false
		case "append":
			return l.watch(call.Value())
		}
		return true
	}
	if l.e.isRequest(call) {
		return false
	}
	fn := common.StaticCallee()
	if fn == nil {
		return true
	}
	if o := fn.Origin(); o != nil && len(fn.Blocks) == 0 {
		fn = o
	}
	if len(fn.Blocks) == 0 {
		sum, _ := l.e.sends(call) // it makes a request of what it is given
		return (sum == nil || sum.empty()) && !onlyReads(callee(call))
	}
	for i, arg := range common.Args {
		if arg == v && i < len(fn.Params) && l.watch(fn.Params[i]) {
			return true
		}
	}
	return false
}

// isRequest reports whether call sends something to Vipps.
func (e *engine) isRequest(call ssa.CallInstruction) bool {
	for _, r := range e.requests[call.Parent()] {
		if r.call == call {
			return true
		}
	}
	return false
}

// onlyReads reports whether f, a function that is not seen, leaves its arguments
// as they are.
func onlyReads(f *types.Func) bool {
	if f == nil || f.Pkg() == nil {
		return false
	}
	switch f.Pkg().Path() {
	case "fmt":
		return strings.Contains(f.Name(), "rint") || f.Name() == "Errorf" || strings.HasPrefix(f.Name(), "Append")
	case "log", "log/slog", "errors", "strings", "bytes", "net/http", "context":
		return true
	}
	return isMarshal(f) || isFunc(f, "encoding/json", "Encoder", "Encode")
}

// precedes reports whether call may run before send.
func precedes(call, send ssa.CallInstruction) bool {
	if call.Parent() != send.Parent() {
		return true
	}
	from, to := call.Block(), send.Block()
	if from == to {
		for _, in := range from.Instrs {
			if in == ssa.Instruction(call) {
				return true
			}
			if in == ssa.Instruction(send) {
				break
			}
		}
	}
	seen := map[*ssa.BasicBlock]bool{}
	work := []*ssa.BasicBlock{from}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		for _, next := range b.Succs {
			if next == to {
				return true
			}
			if !seen[next] {
				seen[next] = true
				work = append(work, next)
			}
		}
	}
	return false
}
