package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An act is what a function does because of the body that it was sent.
type act struct {
	at      ssa.Instruction // in the function itself
	inbound *vippsapi.Inbound
	decoded Reason
	asks    bool // only by a comparison
	mild    bool // only with what names the payment, or with the whole body in code that is not seen: the payment may be read back there
}

// actsOf lists what fn does with the payment bodies that it decodes, itself or
// through the functions of the package that it calls.
func (h *webhooks) actsOf(fn *ssa.Function) []act {
	if list, ok := h.acts[fn]; ok {
		return list
	}
	h.acts[fn] = nil // a function that leads to itself adds nothing
	var acts []act
	for _, call := range code.Calls(fn) {
		if into, ok := h.decodedInto(call); ok {
			if in, reason := h.bodyOf(fn, into, call); in != nil {
				acts = append(acts, h.follow(memoryOf(into), in, reason, call)...)
			}
			continue
		}
		inner := inPackage(call)
		if inner == nil || inner == fn {
			continue
		}
		for _, a := range h.actsOf(inner) {
			a.at = call
			acts = append(acts, a)
		}
		acts = append(acts, h.given(call, inner)...)
	}
	for _, lit := range fn.AnonFuncs {
		if at := made(lit); at != nil && !isHandler(lit.Signature) {
			for _, a := range h.actsOf(lit) {
				a.at = at
				acts = append(acts, a)
			}
		}
	}
	h.acts[fn] = acts
	return acts
}

// given lists what is done with a body that the function inner decodes and
// gives back.
func (h *webhooks) given(call ssa.CallInstruction, inner *ssa.Function) []act {
	results := inner.Signature.Results()
	for i := range results.Len() {
		if !code.IsStruct(results.At(i).Type()) || call.Value() == nil {
			continue
		}
		for _, c := range code.Calls(inner) {
			into, ok := h.decodedInto(c)
			if !ok || !types.Identical(code.Deref(memoryOf(into).Type()), code.Deref(results.At(i).Type())) {
				continue
			}
			in, reason := h.bodyOf(inner, into, c)
			if in == nil {
				continue
			}
			if results.Len() == 1 {
				return h.follow(call.Value(), in, reason, call)
			}
			for _, ref := range *call.Value().Referrers() {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
					return h.follow(x, in, reason, call)
				}
			}
		}
	}
	return nil
}

// decodedInto is what call decodes something that was sent to the merchant into.
func (h *webhooks) decodedInto(call ssa.CallInstruction) (into ssa.Value, ok bool) {
	if into, data, ok := DecodedBy(call); ok {
		return into, into != nil && !h.reaches.answers(data)
	}
	for _, i := range h.reaches.intoOf(call) {
		if arg, ok := code.Argument(call, i); ok && !slices.ContainsFunc(call.Common().Args, h.reaches.answers) {
			return arg, true
		}
	}
	return nil, false
}

// intoOf lists the parameters into which the function that call goes to decodes
// JSON.
func (r *reaches) intoOf(call ssa.CallInstruction) []int {
	if inner := inPackage(call); inner != nil {
		if s := r.clues[inner]; s != nil {
			return s.into
		}
		return nil
	}
	if f := code.Callee(call); f != nil && !call.Common().IsInvoke() {
		if reach := r.ofDecl(f); reach != nil {
			return reach.Into
		}
	}
	return nil
}

// bodyOf is the payment body that call, in fn, decodes into a value, nil where
// it may be another one: a body that others send too counts only where fn knows
// events or signatures of Vipps.
func (h *webhooks) bodyOf(fn *ssa.Function, into ssa.Value, call ssa.CallInstruction) (*vippsapi.Inbound, Reason) {
	t := code.Deref(memoryOf(into).Type())
	if !code.IsStruct(t) {
		return nil, Reason{}
	}
	for _, m := range vippsapi.MatchInbound(jsonNames(t)) {
		if !m.Inbound.Payment {
			continue
		}
		note := "decodes " + m.Reason
		if m.Strength == vippsapi.Strong {
			note += ", which only Vipps sends together"
		} else if s := h.reaches.clues[fn]; s == nil || !slices.ContainsFunc(s.clues, func(c Clue) bool { return c.Kind == EventClue || c.Kind == SignatureClue }) {
			continue
		}
		return m.Inbound, Reason{h.e.position(call.Common().Pos()), note}
	}
	return nil, Reason{}
}

// memoryOf is what a decoder writes to, without the interface around it.
func memoryOf(into ssa.Value) ssa.Value {
	if m, ok := into.(*ssa.MakeInterface); ok {
		return m.X
	}
	return into
}

// inPackage is the function of the package, with a body, that call goes to.
func inPackage(call ssa.CallInstruction) *ssa.Function {
	if fn := code.Static(call); fn != nil && len(fn.Blocks) > 0 {
		return fn
	}
	return nil
}

// made is where the function around lit makes it.
func made(lit *ssa.Function) ssa.Instruction {
	for _, b := range lit.Parent().Blocks {
		for _, in := range b.Instrs {
			if c, ok := in.(*ssa.MakeClosure); ok && c.Fn == ssa.Value(lit) {
				return c
			}
		}
	}
	return nil
}

// A follower goes forward from a decoded body within one function.
type follower struct {
	h    *webhooks
	seen map[ssa.Value]bool
	acts []act
	base act
}

// follow lists what is done with the body v after it was decoded by call.
func (h *webhooks) follow(v ssa.Value, in *vippsapi.Inbound, reason Reason, call ssa.CallInstruction) []act {
	f := &follower{h: h, seen: map[ssa.Value]bool{}, base: act{inbound: in, decoded: reason}}
	f.value(v, "", call)
	return f.acts
}

// value follows v, which is the part name of the body ("" is all of it); call is
// what gave it.
func (f *follower) value(v ssa.Value, name string, call ssa.CallInstruction) {
	if v == nil || v.Referrers() == nil || f.seen[v] || len(f.seen) > code.MaxSlice {
		return
	}
	f.seen[v] = true
	for _, ref := range *v.Referrers() {
		if in, ok := ref.(ssa.CallInstruction); ok && in == call {
			continue
		}
		f.use(v, ref, name, call)
	}
}

func (f *follower) use(v ssa.Value, ref ssa.Instruction, name string, call ssa.CallInstruction) {
	switch ref := ref.(type) {
	case *ssa.DebugRef, *ssa.If:
	case *ssa.FieldAddr:
		f.value(ref, partName(name, ref.X.Type(), ref.Field), call)
	case *ssa.Field:
		f.value(ref, partName(name, ref.X.Type(), ref.Field), call)
	case *ssa.UnOp, *ssa.Convert, *ssa.ChangeType, *ssa.Phi, *ssa.Slice, *ssa.MakeInterface, *ssa.Extract, *ssa.Index, *ssa.IndexAddr:
		f.value(ref.(ssa.Value), name, call)
	case *ssa.BinOp:
		if !isEmptyTest(ref) && f.h.decidesActs(ref.Parent(), ref) {
			f.add(ref, name)
			f.acts[len(f.acts)-1].asks = true
		}
	case *ssa.Store:
		if ref.Val != v {
			return // it is written to
		}
		switch to := ref.Addr.(type) {
		case *ssa.Alloc:
			f.value(to, name, call)
		case *ssa.IndexAddr:
			f.value(to.X, name, call) // the arguments of a variadic call
		default:
			f.add(ref, name)
		}
	case *ssa.MakeClosure:
		i := slices.Index(ref.Bindings, v)
		lit := ref.Fn.(*ssa.Function)
		if len(lit.Blocks) > 0 && lit.Synthetic == "" {
			f.inside(ref, lit.FreeVars[i], name)
		}
	case *ssa.Return:
	case ssa.CallInstruction:
		f.call(v, ref, name, call)
	default:
		f.add(ref, name)
	}
}

func (f *follower) call(v ssa.Value, ref ssa.CallInstruction, name string, call ssa.CallInstruction) {
	if into, ok := f.h.decodedInto(ref); ok && memoryOf(into) == v || fate.Logs(ref) {
		return
	}
	fn := code.Callee(ref)
	switch {
	case isStringFunc(fn), code.IsFunc(fn, "strconv", "", "Itoa", "FormatInt", "Quote"):
		f.value(ref.Value(), name, call)
		return
	case code.IsFunc(fn, "net/http", "", "Error"):
		return
	case fate.Logs(ref), fn != nil && fn.Pkg() != nil && isRouterPath(fn.Pkg().Path()): // answers with it
		return
	}
	if b, ok := ref.Common().Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			f.add(ref, name)
		}
		return
	}
	if inner := inPackage(ref); inner != nil {
		for i, arg := range ref.Common().Args {
			if arg == v && i < len(inner.Params) {
				f.inside(ref, inner.Params[i], name)
			}
		}
		return
	}
	f.add(ref, name)
}

// inside follows a part of the body into another function, for which at stands.
func (f *follower) inside(at ssa.Instruction, v ssa.Value, name string) {
	g := &follower{h: f.h, seen: f.seen, base: f.base}
	g.value(v, name, nil)
	for _, a := range g.acts {
		a.at = at
		f.acts = append(f.acts, a)
	}
}

func (f *follower) add(at ssa.Instruction, name string) {
	a := f.base
	a.at, a.mild = at, name == "" || vippsapi.Identifies(name)
	f.acts = append(f.acts, a)
}

// partName is the JSON path of field i of a struct that is the part name.
func partName(name string, t types.Type, i int) string {
	st, ok := code.Deref(t).Underlying().(*types.Struct)
	if !ok || i >= st.NumFields() {
		return name
	}
	for _, f := range jsonFields(st) {
		if f.v == st.Field(i) {
			return strings.TrimPrefix(name+"."+f.name, ".")
		}
	}
	if st.Field(i).Embedded() {
		return name
	}
	return strings.TrimPrefix(name+"."+st.Field(i).Name(), ".")
}
