package evidence

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
)

// trustOfRoundTrip judges a RoundTrip method, or a function that does as one,
// by what it makes of a bad status: what it hands on, it hands on from the
// transport that it calls, a part of self, its receiver.
func (e *engine) trustOfRoundTrip(fn *ssa.Function, self *flow.Val, depth int) trust {
	if len(fn.Blocks) == 0 || depth > maxNesting {
		return unsure
	}
	for _, call := range sendsOf(fn) {
		if t := e.badStatus(fn, call); t != plain {
			return t
		}
	}
	return all(e.trusts.within(fn, self, depth, e.clientTrust))
}

// badStatus says what fn makes of an answer to call with a bad status: plain
// where it returns it as one of success would be, strict where every way
// returns an error.
func (e *engine) badStatus(fn *ssa.Function, call ssa.CallInstruction) trust {
	var found []trust
	for _, code := range []int{400, 401, 404, 409} {
		found = append(found, statusWay{e, code}.returns(fn, call))
	}
	return all(found)
}

// returns follows the ways that an answer to call takes to the returns of fn.
func (w statusWay) returns(fn *ssa.Function, call ssa.CallInstruction) trust {
	var found []trust
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock)
	walk = func(b *ssa.BasicBlock) {
		if seen[b] {
			return
		}
		seen[b] = true
		switch end := b.Instrs[len(b.Instrs)-1].(type) {
		case *ssa.Return:
			found = append(found, handsOn(end.Results[len(end.Results)-1], call))
		case *ssa.If:
			for i, next := range b.Succs {
				switch w.side(end.Cond, i == 0) {
				case unclear:
					found = append(found, unsure)
				case open:
					if !failed(end.Cond, i == 0, call) {
						walk(next)
					}
				}
			}
		default:
			for _, next := range b.Succs {
				walk(next)
			}
		}
	}
	walk(call.Block())
	return all(found)
}

// handsOn judges what a RoundTrip returns as its error where call gave none.
func handsOn(err ssa.Value, call ssa.CallInstruction) trust {
	switch x := err.(type) {
	case *ssa.Const:
		return plain
	case *ssa.Extract:
		if x.Tuple == ssa.Value(call.Value()) {
			return plain
		}
		return unsure
	case *ssa.Phi, *ssa.UnOp:
		return unsure
	}
	return strict
}

// failed reports whether this side of a branch is only taken where call gave an
// error.
func failed(cond ssa.Value, side bool, call ssa.CallInstruction) bool {
	cmp, ok := cond.(*ssa.BinOp)
	if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return false
	}
	x, ok := cmp.X.(*ssa.Extract)
	return ok && code.IsError(x.Type()) && x.Tuple == ssa.Value(call.Value()) && (cmp.Op == token.NEQ) == side
}

// gives reports whether a function of this signature gives an HTTP response and
// an error for an HTTP request.
func gives(sig *types.Signature) bool {
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 &&
		code.IsHTTP(sig.Params().At(0).Type(), "Request") && code.IsHTTP(sig.Results().At(0).Type(), "Response")
}

// mayCheck reports whether fn does as a RoundTrip that turns bad statuses into
// errors, or may.
func (e *engine) mayCheck(fn *ssa.Function) bool {
	if !gives(fn.Signature) || fn.Parent() == nil && fn.Name() != "RoundTrip" {
		return false
	}
	for _, call := range code.Calls(fn) {
		f := code.Callee(call)
		if f == nil || !gives(f.Signature()) {
			continue
		}
		if t := e.badStatus(fn, call); t == strict || t == unsure && e.fate.StatusFate(call, 0, 1).Fate == fate.Checked {
			return true
		}
	}
	return false
}

// replacesDefault reports whether fn stores to the client or the transport that
// net/http uses by itself.
func (e *engine) replacesDefault(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			st, ok := in.(*ssa.Store)
			if !ok {
				continue
			}
			switch to := st.Addr.(type) {
			case *ssa.Global:
				if isGlobal(to, "DefaultClient") || isGlobal(to, "DefaultTransport") {
					return true
				}
			case *ssa.FieldAddr:
				e.setsTransport = e.setsTransport || setsTransport(to)
				if load, ok := to.X.(*ssa.UnOp); ok && setsTransport(to) {
					if g, ok := load.X.(*ssa.Global); ok && isGlobal(g, "DefaultClient") {
						return true
					}
				}
			}
		}
	}
	return false
}

// setsTransport reports whether addr is the Transport of a client that somebody
// else has made.
func setsTransport(addr *ssa.FieldAddr) bool {
	_, made := addr.X.(*ssa.Alloc)
	return !made && code.IsHTTP(addr.X.Type(), "Client") && code.FieldName(addr.X.Type(), addr.Field) == "Transport"
}

func isGlobal(g *ssa.Global, name string) bool {
	return g.Pkg != nil && g.Pkg.Pkg.Path() == "net/http" && g.Name() == name
}
