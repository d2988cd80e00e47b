package evidence

import (
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// leaks reports whether code that is not seen may have filled a part of the body
// v before send, the call by which it enters a request: a function without a body
// here that is given its address, a variable that other packages can set, a key
// that is not known. It looks at all structs, maps, lists and texts that this part
// is put together from.
func (e *engine) leaks(v ssa.Value, send ssa.Instruction, part leakPart) bool {
	l := &leakSearch{e: e, send: send, part: part, made: map[ssa.Value]bool{}, watched: map[ssa.Value]bool{}, texts: map[*types.Var]bool{}}
	if part.name != "" {
		if isString(code.Deref(v.Type())) {
			return l.text(v)
		}
		l.asksFor(v)
	}
	return l.from(v) || l.watch(v) // a variable that holds a text is no part of a body, but can be filled
}

// A leakPart is the part of a body that a search for leaks is about.
type leakPart struct {
	off  []string // JSON names of fields beside it
	name string   // its own; empty: of what is written as a text, nobody can tell
}

type leakSearch struct {
	e             *engine
	send          ssa.Instruction
	part          leakPart
	made, watched map[ssa.Value]bool
	texts         map[*types.Var]bool // fields that the text which is asked for was in
	list          types.Type          // of what is asked for, where that is a list of structs or maps
}

// holds reports whether a value of type t can be or hold a part of a body. Of
// the texts only that counts which is asked for: see text.
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
	if g, ok := v.(*ssa.Global); ok {
		return !l.e.setsAlone(g) || l.watch(g)
	}
	if v == nil || l.made[v] || !holds(v.Type()) {
		return false
	}
	return l.behind(v, l.from)
}

// text goes backward to what the text v is put together from, and to where it is
// kept on the way, as from does.
func (l *leakSearch) text(v ssa.Value) bool {
	if g, ok := v.(*ssa.Global); ok {
		return l.from(g)
	}
	if _, isConst := v.(*ssa.Const); v == nil || isConst || l.made[v] {
		return false
	}
	if field := fieldRead(v); field != nil && !l.texts[field] {
		l.texts[field] = true
		clear(l.watched) // what is stored in it counts now
	}
	return l.behind(v, l.text)
}

// behind goes on with next in what v is made of, and watches v.
func (l *leakSearch) behind(v ssa.Value, next func(ssa.Value) bool) bool {
	if len(l.made) > code.MaxSlice {
		return true
	}
	l.made[v] = true
	switch v := v.(type) {
	case *ssa.Function, *ssa.Builtin:
		return false
	case *ssa.Call:
		if l.called(v, next) {
			return true
		}
	case *ssa.FreeVar:
		bound := boundTo(v)
		if len(bound) == 0 || slices.ContainsFunc(bound, next) {
			return true
		}
	case ssa.Instruction:
		var operands [10]*ssa.Value
		for _, op := range v.Operands(operands[:0]) {
			if *op != nil && next(*op) {
				return true
			}
		}
	}
	return !isString(v.Type()) && l.watch(v)
}

// called goes on with next in what the function that call runs gives, and in the
// arguments that are a part of it. Of one that is not seen, what it gives is not
// known and seems absent to nobody, but a text may be folded of its arguments.
func (l *leakSearch) called(call *ssa.Call, next func(ssa.Value) bool) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return false
	}
	if o := fn.Origin(); o != nil && len(fn.Blocks) == 0 {
		fn = o
	}
	if len(fn.Blocks) == 0 {
		return isString(call.Type()) && slices.ContainsFunc(call.Call.Args, next)
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && slices.ContainsFunc(ret.Results, next) {
			return true
		}
	}
	for i, arg := range call.Call.Args {
		if i >= len(fn.Params) || !l.made[fn.Params[i]] && !l.watched[fn.Params[i]] {
			continue
		}
		if isString(code.Deref(arg.Type())) && l.text(arg) || next(arg) {
			return true
		}
	}
	return false
}

// boundTo lists what the closures that capture fv bind to it.
func boundTo(fv *ssa.FreeVar) []ssa.Value {
	var bound []ssa.Value
	fn := fv.Parent()
	if fn.Parent() == nil {
		return nil // it is made for a method value
	}
	i := slices.Index(fn.FreeVars, fv)
	for _, ref := range *fn.Referrers() {
		if made, ok := ref.(*ssa.MakeClosure); ok {
			bound = append(bound, made.Bindings[i])
		}
	}
	return bound
}

// watch goes forward to all that is done with v.
func (l *leakSearch) watch(v ssa.Value) bool {
	if l.watched[v] || l.isList(v) {
		return false
	}
	if len(l.watched) > code.MaxSlice {
		return true
	}
	l.watched[v] = true
	var refs []ssa.Instruction
	if g, ok := v.(*ssa.Global); ok {
		refs = l.e.flow.Unit.Uses(g)
	} else if all := v.Referrers(); all != nil {
		refs = *all
	}
	for _, ref := range refs {
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
			if addr, ok := v.(*ssa.FieldAddr); ok {
				if l.texts[fieldRead(addr)] {
					return l.text(ref.Val)
				}
				return l.stored(ref.Val, jsonNameOf(addr))
			}
			if isString(ref.Val.Type()) {
				return l.text(ref.Val)
			}
			return l.from(ref.Val)
		}
		return l.kept(ref.Addr)
	case *ssa.MapUpdate:
		if ref.Map == v {
			key, known := code.ConstText(ref.Key)
			return !known || l.stored(ref.Value, key)
		}
		return l.from(ref.Map)
	case ssa.CallInstruction:
		return l.passed(ref, v)
	case *ssa.MakeClosure:
		return l.captured(ref, v)
	case *ssa.UnOp:
		return ref.Op == token.MUL && isReference(ref.Type()) && l.watch(ref)
	case *ssa.FieldAddr:
		return !slices.Contains(l.part.off, jsonNameOf(ref)) && l.watch(ref)
	case *ssa.IndexAddr, *ssa.MakeInterface, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Slice, *ssa.Phi:
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

// stored goes backward from val, which is stored under a JSON name.
func (l *leakSearch) stored(val ssa.Value, name string) bool {
	switch {
	case slices.Contains(l.part.off, name):
		return false
	case name != "" && name == l.part.name:
		l.asksFor(val)
		return l.text(val)
	}
	return l.from(val)
}

// asksFor notes that val is what is asked for. Whoever is given a list can change
// its elements, and not whether it has some.
func (l *leakSearch) asksFor(val ssa.Value) {
	if made, ok := val.(*ssa.MakeInterface); ok {
		val = made.X
	}
	if list, ok := val.Type().Underlying().(*types.Slice); ok && !isString(list.Elem()) && !types.IsInterface(list.Elem()) {
		l.list = val.Type()
	}
}

// isList reports whether v is a list of the type that is asked for.
func (l *leakSearch) isList(v ssa.Value) bool {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	return l.list != nil && types.Identical(v.Type(), l.list)
}

// fieldRead is the field that v is the address of, or what is in it; nil for other
// values.
func fieldRead(v ssa.Value) *types.Var {
	t, i := types.Type(nil), 0
	switch v := v.(type) {
	case *ssa.FieldAddr:
		t, i = v.X.Type(), v.Field
	case *ssa.Field:
		t, i = v.X.Type(), v.Field
	default:
		return nil
	}
	if st, ok := code.Deref(t).Underlying().(*types.Struct); ok {
		return st.Field(i).Origin()
	}
	return nil
}

// jsonNameOf is the name in the tag of the field at addr, or empty.
func jsonNameOf(addr *ssa.FieldAddr) string {
	st, ok := code.Deref(addr.X.Type()).Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(reflect.StructTag(st.Tag(addr.Field)).Get("json"), ",")
	return name
}

func isString(t types.Type) bool {
	b, ok := types.Unalias(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
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
	if ssa.Instruction(call) == l.send || !isReference(v.Type()) || !precedes(call, l.send) {
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
		return (sum == nil || sum.empty()) && !onlyReads(code.Callee(call))
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
	return isMarshal(f) || code.IsFunc(f, "encoding/json", "Encoder", "Encode")
}

// precedes reports whether call may run before send.
func precedes(call, send ssa.Instruction) bool {
	if call.Parent() != send.Parent() {
		return true
	}
	from, to := call.Block(), send.Block()
	if from == to {
		for _, in := range from.Instrs {
			if in == call {
				return true
			}
			if in == send {
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
