package secret

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// findCarriers notes what gives the Vipps requests of the package: what makes
// them, and the parameters of the transports through which they go.
func (e *engine) findCarriers() {
	for _, c := range e.ev.Carriers {
		if f := code.Callee(c.Call); strings.HasPrefix(qualified(f), "net/http.Client.") {
			client := flow.Arg(c.Call, 0)
			e.addTransport(client.Sub(flow.FieldNamed(client.V.Type(), "Transport")), c, 0)
		}
		c := e.withPassword(c)
		if len(c.Set) == 0 {
			continue // nothing is known to be secret in it
		}
		if c.Made != nil && c.Made.Parent() == c.Call.Parent() {
			e.addCarrier(spot{v: c.Made}, c)
		}
		if c.Request.V != nil {
			for _, o := range e.fl.Origins(c.Request) {
				if len(o.Val.Path) == 0 {
					e.addCarrier(spotOf(o), c)
				}
			}
		}
	}
}

// withPassword is c with what SetBasicAuth sets on it in the function that sends
// it, which it follows.
func (e *engine) withPassword(c *evidence.Carrier) *evidence.Carrier {
	if c.Request.V == nil {
		return c
	}
	var sent []ssa.Value
	for _, o := range e.fl.Origins(c.Request) {
		sent = append(sent, o.Val.V)
	}
	for _, call := range code.Calls(c.Call.Parent()) {
		if qualified(code.Callee(call)) != "net/http.Request.SetBasicAuth" {
			continue
		}
		ours := slices.ContainsFunc(e.fl.Origins(flow.Arg(call, 0)), func(o flow.Origin) bool { return slices.Contains(sent, o.Val.V) })
		if !ours {
			continue
		}
		pos, end := e.ev.Argument(call, 2)
		e.follow(use{kind: vippsapi.ClientSecret, val: flow.Arg(call, 2), pos: pos, end: end, reasons: c.Reasons})
		more := *c
		more.Set = append(slices.Clip(c.Set), call.Common().Pos())
		if more.In == nil {
			more.In = call.Parent()
		}
		c = &more
	}
	return c
}

func (e *engine) addCarrier(v spot, c *evidence.Carrier) {
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
		fn := e.fl.Unit.Pkg.Prog.FuncValue(m.Origin())
		if fn == nil || len(fn.Params) != 2 || e.inTest(fn.Pos()) {
			continue
		}
		through := *c
		through.In = nil // what was set before is there at its entry
		if set := e.setByTransport(fn, o.Val, c); len(c.Set) == 0 {
			through.In, through.Set = fn, set
		}
		if len(through.Set) > 0 {
			e.addCarrier(spot{v: fn.Params[1]}, &through)
		}
	}
}

// setByTransport follows the secret headers that the method fn of the transport
// sets, and gives the positions where it does.
func (e *engine) setByTransport(fn *ssa.Function, transport flow.Val, c *evidence.Carrier) []token.Pos {
	var set []token.Pos
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if name := qualified(code.Callee(call)); name != "net/http.Header.Set" && name != "net/http.Header.Add" {
				continue
			}
			header, ok := code.ConstText(call.Common().Args[1])
			kind := vippsapi.SecretHeader(header)
			if !ok || kind == vippsapi.NoSecret {
				continue
			}
			set = append(set, call.Common().Pos())
			pos, end := e.ev.Argument(call, 2)
			u := use{kind: kind, val: flow.Arg(call, 2), pos: pos, end: end, reasons: c.Reasons}
			for _, t := range e.fl.Texts(u.val) {
				e.constant(u, t)
				for _, p := range t.Parts {
					if p.Hole != nil && p.Hole.Param(fn) == 0 {
						e.follow(u.of(transport.Sub(p.Hole.Path...), pos, end))
					}
				}
			}
		}
	}
	return set
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
	if c := known(e.carriers, o); c != nil {
		if c.In == at.Parent() && !slices.ContainsFunc(c.Set, func(set token.Pos) bool { return set < posOf(at) }) {
			return nil // printed before the secrets were set
		}
		return c
	}
	if call, ok := o.Val.V.(*ssa.Call); ok {
		switch qualified(code.Callee(call)) {
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
				if name, ok := code.ConstText(args[1]); ok && vippsapi.SecretHeader(name) != vippsapi.NoSecret && e.leadsTo(args[0], call, v) {
					return true
				}
				continue
			}
			name := qualified(code.Callee(call))
			if name != "net/http.Header.Del" && name != "net/http.Header.Set" {
				continue
			}
			// A name that is not known may be that of any, in a loop over them.
			if header, ok := code.ConstText(args[1]); ok && vippsapi.SecretHeader(header) == vippsapi.NoSecret {
				continue
			}
			if name == "net/http.Header.Set" {
				if shown, ok := code.ConstText(args[2]); !ok || !vippsapi.Placeholder(bare(shown)) {
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

// setBefore reports whether something that stands before at may set headers on
// the request that made gives, or is given it.
func (e *engine) setBefore(made *ssa.Call, at ssa.Instruction) bool {
	for _, b := range made.Parent().Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok || posOf(call) >= posOf(at) || call == ssa.CallInstruction(made) || onlyReads(code.Callee(call)) {
				continue
			}
			for _, arg := range call.Common().Args {
				if t := arg.Type().String(); (t == "net/http.Header" || t == "*net/http.Request") && e.leadsTo(arg, call, made) {
					return true
				}
			}
		}
	}
	return false
}

// onlyReads reports whether f is of a package that sets no headers on the
// requests that it is given.
func onlyReads(f *types.Func) bool {
	if f == nil || f.Pkg() == nil {
		return false
	}
	name := qualified(f)
	return f.Pkg().Path() == "net/http/httputil" || slices.Contains(curlPackages, f.Pkg().Path()) ||
		f.Pkg().Path() == "net/http" && name != "net/http.Header.Set" && name != "net/http.Header.Add" && name != "net/http.Request.SetBasicAuth"
}

// leadsTo reports whether the header h is v, or that of v.
func (e *engine) leadsTo(h ssa.Value, at ssa.Instruction, v ssa.Value) bool {
	return slices.ContainsFunc(e.fl.Origins(flow.At(h).Before(at)), func(o flow.Origin) bool { return o.Val.V == v })
}
