package evidence

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A header is one that is set on a request somewhere on its way. The table
// knows it, or only a caller knows its name.
type header struct {
	name    string          // as written; "" where key or entries tell it
	key     flow.Val        // a parameter that is the name; V is nil where there is none
	entries flow.Val        // a parameter, a map whose entries are all set; V is nil where there is none
	val     flow.Val        // the value, as the function that is asked about sees it; V is nil where it is not known here
	at      place.Span      // where the value is given in the package at hand: the argument of Set, the entry of a map, the argument of a helper
	in      *ssa.Function   // where that is
	when    ssa.Instruction // sets it, in the function that is asked about
	fresh   bool            // the value is made by the function that is called there, another one each time
	reason  Reason          // where it is set, for one that only Vipps has
}

// A headerSet is an instruction that sets headers on something.
type headerSet struct {
	on   flow.Val // a request or its header, where it comes from
	at   ssa.Instruction
	from flow.Val // another header, of which all is set; V is nil for a set of its own
	header
	fixed bool // val is no value of the function that sets, but of one that it calls
	names bool // of the entries only the names are set, with other values
}

// functionHeaders is what one function sets.
type functionHeaders struct {
	sets   []headerSet
	params []paramHeader
}

// A paramHeader is a header that a function sets on a parameter.
type paramHeader struct {
	on ParamRef
	header
}

// headerReasons gives the first of some headers that only Vipps has; one is
// enough.
func headerReasons(headers []header) []Reason {
	for _, h := range headers {
		if h.reason.Note != "" {
			return []Reason{h.reason}
		}
	}
	return nil
}

// reasonOf is the reason that h gives, or none.
func (h header) reasonOf() Reason {
	if h.reason.Note == "" {
		return Reason{}
	}
	return h.reason
}

func headerNote(name string) string {
	return fmt.Sprintf("the header %s, which only Vipps has", name)
}

// headersOf lists the headers that fn sets, itself or through what it calls.
func (e *engine) headersOf(fn *ssa.Function) *functionHeaders {
	if h, ok := e.headers[fn]; ok {
		return h
	}
	h := &functionHeaders{} // a function that leads to itself adds nothing
	e.headers[fn] = h
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			h.sets = append(h.sets, e.setsOf(in)...)
		}
	}
	for _, set := range h.sets {
		ref, ok := paramRef(fn, set.on)
		if !ok || slices.ContainsFunc(h.params, func(p paramHeader) bool { return sameRef(p.on, ref) }) {
			continue
		}
		for _, on := range e.headersOn(set.on, fn) {
			h.params = append(h.params, paramHeader{ref, on})
		}
	}
	return h
}

func sameRef(a, b ParamRef) bool { return a.Index == b.Index && slices.Equal(a.Path, b.Path) }

// setsOf are the headers that one instruction sets.
func (e *engine) setsOf(in ssa.Instruction) []headerSet {
	switch in := in.(type) {
	case *ssa.MapUpdate:
		if !isHeaderMap(in.Map.Type()) {
			return nil
		}
		at, _ := e.syntax.Entry(in)
		return e.setHeader(in, flow.At(in.Map), in.Key, flow.At(in.Value, flow.Key("0")), at)
	case *ssa.Store:
		if addr, ok := in.Addr.(*ssa.FieldAddr); ok && code.IsHTTP(in.Val.Type(), "Header") && code.IsHTTP(addr.X.Type(), "Request") {
			return e.setsOn(flow.At(addr.X), headerSet{at: in, from: flow.At(in.Val)})
		}
	case ssa.CallInstruction:
		return e.setByCall(in)
	}
	return nil
}

func (e *engine) setByCall(call ssa.CallInstruction) []headerSet {
	args := call.Common().Args
	switch f := code.Callee(call); {
	case code.IsFunc(f, "net/http", "Header", "Set", "Add"):
		return e.setHeader(call, flow.At(args[0]), args[1], flow.At(args[2]), e.syntax.Argument(call, 2))
	case code.IsFunc(f, "maps", "", "Copy") && len(args) == 2 && isHeaderMap(args[0].Type()):
		return e.setsOn(flow.At(args[0]).Before(call), headerSet{at: call, from: flow.At(args[1])})
	}
	sum, inner := e.sends(call)
	if sum == nil {
		return nil
	}
	if inner == nil {
		return e.setBySummary(call, sum)
	}
	var sets []headerSet
	for _, p := range e.headersOf(inner).params {
		set := headerSet{at: call, header: p.header, fixed: true}
		set.key, _ = e.handed(call, inner, p.key)
		set.entries, _ = e.handed(call, inner, p.entries)
		if ref, ok := e.paramOrigin(inner, p.val); ok {
			set.val, _ = e.handed(call, inner, p.val)
			set.at, set.header.at, set.header.in, set.fixed = call, e.syntax.Argument(call, ref.Index), call.Parent(), false
		}
		if set.entries.V != nil {
			ref, _ := e.paramOrigin(inner, p.entries)
			set.header.at, set.header.in = e.syntax.Argument(call, ref.Index), call.Parent()
		}
		if arg, ok := code.Argument(call, p.on.Index); ok {
			sets = append(sets, e.setsOn(flow.At(arg, p.on.Path...).Before(call), set)...)
		}
	}
	return sets
}

// setBySummary is setByCall for a function of another package.
func (e *engine) setBySummary(call ssa.CallInstruction, sum *Sends) []headerSet {
	var sets []headerSet
	for _, p := range sum.Header {
		set := headerSet{at: call, header: header{name: p.Name, reason: p.Reason, at: e.syntax.Call(call), in: call.Parent(), fresh: p.Fresh}}
		value := func(ref *ParamRef) flow.Val {
			if ref == nil {
				return flow.Val{}
			}
			arg, ok := code.Argument(call, ref.Index)
			if !ok {
				return flow.Val{}
			}
			set.header.at = e.syntax.Argument(call, ref.Index)
			return flow.At(arg, ref.Path...)
		}
		set.key, set.entries, set.val = value(p.Key), value(p.Entries), value(p.Value)
		if arg, ok := code.Argument(call, p.Param.Index); ok {
			sets = append(sets, e.setsOn(flow.At(arg, p.Param.Path...).Before(call), set)...)
		}
	}
	return sets
}

// handed is the argument of call that v is, a parameter of the function fn
// which it calls.
func (e *engine) handed(call ssa.CallInstruction, fn *ssa.Function, v flow.Val) (flow.Val, bool) {
	ref, ok := e.paramOrigin(fn, v)
	if !ok {
		return flow.Val{}, false
	}
	arg, ok := code.Argument(call, ref.Index)
	if !ok {
		return flow.Val{}, false
	}
	return flow.At(arg, ref.Path...), true
}

// paramOrigin is the parameter of fn that v is on every way.
func (e *engine) paramOrigin(fn *ssa.Function, v flow.Val) (ParamRef, bool) {
	if v.V == nil {
		return ParamRef{}, false
	}
	origins := e.flow.Origins(v)
	if len(origins) != 1 {
		return ParamRef{}, false
	}
	return paramRef(fn, origins[0].Val)
}

// setHeader is what setting key to val on the header on says.
func (e *engine) setHeader(in ssa.Instruction, on flow.Val, key ssa.Value, val flow.Val, at place.Span) []headerSet {
	set := headerSet{at: in, header: header{val: val, at: at, in: in.Parent()}}
	if next, entries := rangedKey(key); entries != nil {
		set.entries = flow.At(entries)
		if !isEntry(val.V, next) {
			set.val, set.names = flow.Val{}, true
		}
	} else if name, ok := code.ConstText(key); ok {
		if !vippsapi.KnownHeader(name) {
			return nil
		}
		set.name = name
	} else {
		set.key = flow.At(key)
	}
	return e.setsOn(on.Before(in), set)
}

// rangedKey gives the map over which a loop runs whose key is v.
func rangedKey(v ssa.Value) (*ssa.Next, ssa.Value) {
	x, ok := v.(*ssa.Extract)
	if !ok || x.Index != 1 {
		return nil, nil
	}
	next, ok := x.Tuple.(*ssa.Next)
	if !ok || next.IsString {
		return nil, nil
	}
	loop, ok := next.Iter.(*ssa.Range)
	if !ok {
		return nil, nil
	}
	return next, loop.X
}

// isEntry reports whether v is the value that a loop over a map gives beside
// the key, or an element of that.
func isEntry(v ssa.Value, next *ssa.Next) bool {
	return code.MadeOf(v, func(v ssa.Value) (yes, end bool) {
		switch v := v.(type) {
		case *ssa.Extract:
			return v.Tuple == ssa.Value(next) && v.Index == 2, true
		case *ssa.UnOp, *ssa.IndexAddr, *ssa.Slice, *ssa.Phi, *ssa.ChangeType:
			return false, false
		}
		return false, true
	})
}

// setsOn is a set for each place where on comes from.
func (e *engine) setsOn(on flow.Val, set headerSet) []headerSet {
	var sets []headerSet
	for _, o := range e.flow.Origins(on) {
		set.on = withoutHeader(o)
		sets = append(sets, set)
	}
	return sets
}

// withoutHeader is the request whose Header o is, or o itself. One that is
// embedded in the request of a library is that.
func withoutHeader(o flow.Origin) flow.Val {
	v := o.Val
	cut := func(is func(holder types.Type, step string) bool) {
		if n := len(v.Path); n > 0 {
			if t := o.TypeAt(v.Path[:n-1]); t != nil && is(t, v.Path[n-1]) {
				v.Path = v.Path[: n-1 : n-1]
			}
		}
	}
	cut(func(t types.Type, step string) bool {
		return code.IsHTTP(t, "Request") && step == flow.FieldNamed(t, "Header")
	})
	cut(func(t types.Type, step string) bool {
		st, ok := code.Deref(t).Underlying().(*types.Struct)
		for i := 0; ok && i < st.NumFields(); i++ {
			if f := st.Field(i); f.Embedded() && code.IsHTTP(f.Type(), "Request") && flow.Field(i) == step {
				return true
			}
		}
		return false
	})
	return v
}
