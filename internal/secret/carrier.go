package secret

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// findCarriers notes what gives the Vipps requests of the package: what makes
// them, and the parameters of the transports through which they go.
func (e *engine) findCarriers() {
	for _, c := range e.ev.Carriers {
		if len(c.Set) == 0 {
			continue // what a transport sets is not seen here
		}
		if c.Made != nil {
			e.addCarrier(c.Made, c)
		}
		if c.Request.V != nil {
			for _, o := range e.fl.Origins(c.Request) {
				if len(o.Val.Path) == 0 {
					e.addCarrier(o.Val.V, c)
				}
			}
		}
		if f := callee(c.Call); qualified(f) == "net/http.Client.Do" {
			client := flow.Arg(c.Call, 0)
			e.addTransport(client.Sub(stepTo(client.V.Type(), "Transport")), c, 0)
		}
	}
}

func (e *engine) addCarrier(v ssa.Value, c *evidence.Carrier) {
	if e.carriers[v] == nil {
		e.carriers[v] = c
	}
}

// addTransport notes the parameter of the transport v that is the request, where
// that is a method of the package.
func (e *engine) addTransport(v flow.Val, c *evidence.Carrier, depth int) {
	for _, o := range e.fl.Origins(v) {
		if p, ok := o.Val.V.(*ssa.Parameter); ok && depth < maxHolders && len(o.Val.Path) > 1 {
			if f := fieldAt(p.Type(), o.Val.Path[0]); f != nil {
				for _, w := range e.fl.FieldWrites(f) {
					e.addTransport(w.Sub(o.Val.Path[1:]...), c, depth+1)
				}
			}
			continue
		}
		t := o.Held
		if t == nil {
			t = o.Val.Type()
		}
		if t == nil || types.IsInterface(t) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, e.pass.Pkg, "RoundTrip")
		m, ok := obj.(*types.Func)
		if !ok || m.Pkg() != e.pass.Pkg {
			continue
		}
		if fn := e.fl.Unit.Pkg.Prog.FuncValue(m.Origin()); fn != nil && len(fn.Params) == 2 {
			through := *c
			through.In, through.Set = nil, nil // by then all are set
			e.addCarrier(fn.Params[1], &through)
		}
	}
}

// stepTo is the step of a path to a field of the struct t.
func stepTo(t types.Type, name string) string {
	st := deref(t).Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return flow.Field(i)
		}
	}
	return ""
}

// carrierAt gives the Vipps request that v, a request, is, with its secret
// headers as they are when at runs; nil where it is none or has none.
func (e *engine) carrierAt(v flow.Val, at ssa.Instruction) *evidence.Carrier {
	for _, o := range e.fl.Origins(v) {
		if c := e.carrierOf(o, at); c != nil {
			return c
		}
	}
	return nil
}

func (e *engine) carrierOf(o flow.Origin, at ssa.Instruction) *evidence.Carrier {
	if len(o.Val.Path) > 0 || o.Result > 0 || e.redacted(o.Val.V) {
		return nil
	}
	if c := e.carriers[o.Val.V]; c != nil {
		if c.In == at.Parent() && !slices.ContainsFunc(c.Set, func(set token.Pos) bool { return set < posOf(at) }) {
			return nil // printed before the secrets were set
		}
		return c
	}
	if call, ok := o.Val.V.(*ssa.Call); ok {
		switch qualified(callee(call)) {
		case "net/http.Request.Clone", "net/http.Request.WithContext":
			return e.carrierAt(o.Val.With(call.Call.Args[0]).Before(call), at)
		}
	}
	return nil
}

// posOf is where an instruction stands: a call by its parenthesis.
func posOf(in ssa.Instruction) token.Pos {
	if call, ok := in.(ssa.CallInstruction); ok {
		return call.Common().Pos()
	}
	return in.Pos()
}

// redacted reports whether the function that has v, a request or header, takes a
// secret header off it, or writes something else there.
func (e *engine) redacted(v ssa.Value) bool {
	fn := v.Parent()
	if fn == nil {
		return false
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			args := call.Common().Args
			if builtin, ok := call.Common().Value.(*ssa.Builtin); ok && builtin.Name() == "delete" {
				if name, ok := text(args[1]); ok && vippsapi.SecretHeader(name) != vippsapi.NoSecret && e.leadsTo(args[0], call, v) {
					return true
				}
				continue
			}
			name := qualified(callee(call))
			if name != "net/http.Header.Del" && name != "net/http.Header.Set" {
				continue
			}
			if header, ok := text(args[1]); !ok || vippsapi.SecretHeader(header) == vippsapi.NoSecret {
				continue
			}
			if name == "net/http.Header.Set" {
				if shown, ok := text(args[2]); !ok || !vippsapi.Placeholder(bare(shown)) {
					continue
				}
			}
			if e.leadsTo(args[0], call, v) {
				return true
			}
		}
	}
	return false
}

// leadsTo reports whether the header h is v, or that of v.
func (e *engine) leadsTo(h ssa.Value, at ssa.Instruction, v ssa.Value) bool {
	return slices.ContainsFunc(e.fl.Origins(flow.At(h).Before(at)), func(o flow.Origin) bool { return o.Val.V == v })
}
