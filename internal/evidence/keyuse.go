package evidence

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A keyTrace follows one request through a function: what sets the header on it,
// or may.
type keyTrace struct {
	e       *engine
	fn      *ssa.Function
	header  string
	at      flow.Val // a value of fn; its chain of calls counts
	exits   map[ssa.Instruction]bool
	alias   map[ssa.Value]bool
	effects map[ssa.Instruction][]KeyWay // the ways on which the header is still not set after it
}

// traced follows the request v, a value of fn.
func (e *engine) traced(fn *ssa.Function, v ssa.Value, header string, exits map[ssa.Instruction]bool, depth int) *keyTrace {
	t := &keyTrace{e: e, fn: fn, header: header, exits: exits, alias: map[ssa.Value]bool{}, effects: map[ssa.Instruction][]KeyWay{}}
	t.add(v, depth)
	return t
}

// add follows v, the request, its header, or a variable that holds one of them.
func (t *keyTrace) add(v ssa.Value, depth int) {
	if v == nil || t.alias[v] || v.Referrers() == nil {
		return
	}
	t.alias[v] = true
	for _, ref := range *v.Referrers() {
		if !t.exits[ref] {
			t.use(ref, v, depth)
		}
	}
}

func (t *keyTrace) use(ref ssa.Instruction, v ssa.Value, depth int) {
	switch ref := ref.(type) {
	case *ssa.Phi, *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.UnOp, *ssa.Slice:
		t.add(ref.(ssa.Value), depth)
	case *ssa.Extract:
		if isCarrier(ref.Type()) {
			t.add(ref, depth)
		}
	case *ssa.FieldAddr:
		if isCarrier(code.Deref(ref.Type())) {
			t.add(ref, depth)
		}
	case *ssa.IndexAddr, *ssa.DebugRef, *ssa.BinOp, *ssa.Lookup, *ssa.Range, *ssa.Return, *ssa.If, *ssa.Field:
	case *ssa.Store:
		t.store(ref, v, depth)
	case *ssa.MapUpdate:
		if ref.Map == v {
			t.named(ref, ref.Key)
		} else {
			t.lost(ref)
		}
	case *ssa.MakeClosure:
		t.closure(ref, v, depth)
	case *ssa.Call:
		t.call(ref, v, depth)
	default:
		t.lost(ref)
	}
}

// isCarrier reports whether t is a request, or the header of one.
func isCarrier(t types.Type) bool {
	return code.IsHTTP(t, "Request") || code.IsHTTP(t, "Header")
}

// lost notes that after in nobody knows whether the header is set.
func (t *keyTrace) lost(in ssa.Instruction) { t.effects[in] = nil }

// touch notes on which ways the header is still not set after in.
func (t *keyTrace) touch(in ssa.Instruction, ways []KeyWay) {
	if old, ok := t.effects[in]; ok {
		ways = bothWays(old, ways)
	}
	t.effects[in] = ways
}

func (t *keyTrace) store(st *ssa.Store, v ssa.Value, depth int) {
	if st.Addr == v {
		if code.IsHTTP(st.Val.Type(), "Header") {
			t.replaced(st, st.Val, depth)
		}
		return
	}
	switch to := st.Addr.(type) {
	case *ssa.Alloc:
		t.add(to, depth)
	case *ssa.IndexAddr:
		if list, ok := to.X.(*ssa.Alloc); ok {
			t.add(list, depth) // the arguments of a variadic function
			return
		}
		t.lost(st)
	case *ssa.FieldAddr:
		if code.IsHTTP(to.X.Type(), "Request") {
			return // the header that replaces that of a request, and is that of t
		}
		t.lost(st)
	default:
		t.lost(st)
	}
}

// replaced is a header that takes the place of the request's own, or is copied
// into it.
func (t *keyTrace) replaced(in ssa.Instruction, h ssa.Value, depth int) {
	ways := t.without(t.at.With(h).Before(in), 0)
	t.touch(in, ways)
	if len(ways) > 0 {
		t.add(h, depth)
	}
}

// without are the ways on which the header v has not the one that is asked for.
func (t *keyTrace) without(v flow.Val, depth int) []KeyWay {
	if depth > maxNesting {
		return nil
	}
	origins := t.e.flow.Origins(v)
	ways := []KeyWay{}
	for _, o := range origins {
		at := withoutHeader(o)
		if t.alias[at.V] {
			return always // it is the request's own
		}
		var some []KeyWay
		switch x := o.Val.V.(type) {
		case *ssa.MakeMap:
			if names, all := t.e.headerNames(o.Val); all && !holdsFold(names, t.header) {
				some = always
			}
		case *ssa.Const:
			some = always
		case *ssa.Parameter:
			if p, ok := paramRef(t.fn, o.Val); ok && len(origins) == 1 && t.e.isRead(x, 0) {
				some = []KeyWay{{{Param: p, Than: thanHolder + t.header}}}
			}
		case *ssa.Call:
			if code.IsFunc(code.Callee(x), "net/http", "Header", "Clone") || code.IsFunc(code.Callee(x), "maps", "", "Clone") {
				some = t.without(o.Val.With(x.Call.Args[0]).Before(x), depth+1)
			}
		}
		if len(some) == 0 {
			return nil
		}
		ways = eitherWays(ways, some)
	}
	return ways
}

// named is an instruction that sets the header with the name key.
func (t *keyTrace) named(in ssa.Instruction, key ssa.Value) {
	if _, entries := rangedKey(key); entries != nil {
		t.touch(in, t.without(t.at.With(entries).Before(in), 0))
		return
	}
	texts := t.e.flow.Texts(t.at.With(key).Before(in))
	for _, text := range texts {
		if len(text.Parts) != 1 {
			t.lost(in)
			return
		}
		switch hole := text.Parts[0].Hole; {
		case hole == nil:
			if strings.EqualFold(text.Parts[0].Const, t.header) {
				t.touch(in, t.empty(in))
				return
			}
		default:
			ref, ok := paramRef(t.fn, *hole)
			if !ok || len(texts) > 1 {
				t.lost(in)
				return
			}
			t.touch(in, []KeyWay{{{Param: ref, Than: thanName + t.header}}})
		}
	}
	if len(texts) == 0 {
		t.lost(in)
	}
}

// empty are the ways on which what in sets the header to is an empty text, by
// which Vipps knows nothing again.
func (t *keyTrace) empty(in ssa.Instruction) []KeyWay {
	call, ok := in.(*ssa.Call)
	if !ok {
		return nil
	}
	val := t.at.With(call.Call.Args[2]).Before(call)
	if texts := t.e.flow.Texts(val); len(texts) == 1 && len(texts[0].Parts) == 1 && texts[0].Parts[0].Hole == nil && texts[0].Parts[0].Const == "" {
		return always
	}
	origins := t.e.flow.Origins(val)
	if len(origins) != 1 {
		return nil
	}
	ref, ok := paramRef(t.fn, origins[0].Val)
	if ok && (len(ref.Path) == 0 || !t.e.handedOn(t.fn.Params[ref.Index])) {
		return []KeyWay{{{Param: ref, Is: true, Than: thanEmpty}}}
	}
	return nil
}

// closure is a literal that shares v: it may run at any time.
func (t *keyTrace) closure(lit *ssa.MakeClosure, v ssa.Value, depth int) {
	fn := lit.Fn.(*ssa.Function)
	for i, b := range lit.Bindings {
		if b != v {
			continue
		}
		if depth > maxNesting || i >= len(fn.FreeVars) || t.e.traced(fn, fn.FreeVars[i], t.header, t.exits, depth+1).touches() {
			t.lost(lit)
		}
	}
}

// touches reports whether something sets the header, or may.
func (t *keyTrace) touches() bool {
	for _, ways := range t.effects {
		if len(ways) != 1 || len(ways[0]) > 0 {
			return true
		}
	}
	return false
}

// call is one that is given the request or its header.
func (t *keyTrace) call(call *ssa.Call, v ssa.Value, depth int) {
	f := code.Callee(call)
	args := call.Call.Args
	switch {
	case call.Call.Value == v || f == nil && !isBuiltin(call):
		t.lost(call)
	case isBuiltin(call):
	case code.IsFunc(f, "net/http", "Header", "Set", "Add"):
		if args[0] == v {
			t.named(call, args[1])
		}
	case code.IsFunc(f, "maps", "", "Copy"):
		if args[0] == v {
			t.replaced(call, args[1], depth)
		}
	case copiesRequest(f):
		t.add(call, depth)
	case gives(f.Signature()), leavesHeaders(f):
	default:
		t.passed(call, v)
	}
}

func isBuiltin(call *ssa.Call) bool {
	_, ok := call.Call.Value.(*ssa.Builtin)
	return ok
}

// leavesHeaders reports whether f is a function of others that sets no header but
// its own on a request that it is given.
func leavesHeaders(f *types.Func) bool {
	if f.Pkg() == nil {
		return false
	}
	path := f.Pkg().Path()
	switch path {
	case "maps", "reflect", "unsafe":
		return false
	case "golang.org/x/oauth2", "go.opentelemetry.io/otel/propagation":
		return true
	}
	return code.IsStandard(path)
}

// passed is a call of a function whose body or fact is known.
func (t *keyTrace) passed(call *ssa.Call, v ssa.Value) {
	sum, inner := t.e.sends(call)
	if sum == nil || inner != nil && len(inner.Blocks) == 0 {
		t.lost(call)
		return
	}
	for i := range len(call.Call.Args) {
		if arg, ok := code.Argument(call, i); !ok || arg != v {
			continue
		}
		var ways []KeyWay
		for _, p := range sum.Untouched {
			if p.Param == i && p.Header == t.header {
				ways = t.e.boundWays(p.Ways, t.fn, func(ref ParamRef) (flow.Val, bool) { return t.argument(call, ref) })
			}
		}
		t.touch(call, ways)
	}
}

func (t *keyTrace) argument(call ssa.CallInstruction, ref ParamRef) (flow.Val, bool) {
	arg, ok := code.Argument(call, ref.Index)
	if !ok {
		return flow.Val{}, false
	}
	return t.at.With(arg, ref.Path...).Before(call), true
}
