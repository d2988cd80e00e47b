package flow

import (
	"go/types"
	"math"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// bigFloat judges the integer that call cuts a big.Float to, or that it takes
// from a big.Int to which one was cut; false where there is no big.Float. A
// big.Float holds binary fractions: it is cut as other floats are, however many
// digits it has.
func (ev *evaluation) bigFloat(call *ssa.Call, s spot) (reading, bool) {
	cut := call
	switch qualified(calleeOf(call.Common())) {
	case "math/big.Float.Int64", "math/big.Float.Uint64":
	case "math/big.Int.Int64", "math/big.Int.Uint64":
		cut = nil
		divided := false
		for _, c := range chained(call.Call.Args[0]) {
			switch qualified(calleeOf(c.Common())) {
			case "math/big.Float.Int":
				cut = c
			case "math/big.Int.Quo", "math/big.Int.Div", "math/big.Int.QuoRem", "math/big.Int.DivMod", "math/big.Int.Rsh":
				divided = true
			}
		}
		switch {
		case cut == nil:
			return reading{}, false
		case divided:
			return reading{factor: 1}, true // it may round what was cut finer
		}
	default:
		return reading{}, false
	}
	var fraction, open, times bool
	for _, c := range chained(cut.Call.Args[0]) {
		args := c.Call.Args
		switch qualified(calleeOf(c.Common())) {
		case "math/big.Float.Add", "math/big.Float.Sub", "math/big.Float.IsInt":
			return reading{factor: 1}, true // it may be the half that rounds
		case "math/big.Float.Mul":
			times = true
		case "math/big.Float.Quo", "math/big.Float.SetString", "math/big.Float.Parse", "math/big.ParseFloat", "math/big.Float.SetRat":
			fraction = true
		case "math/big.NewFloat", "math/big.Float.SetFloat64":
			for _, a := range ev.judge(spot{v: args[len(args)-1], ctx: s.ctx, at: c}) {
				switch {
				case a.is == isFraction, a.is == isConst && a.num != math.Trunc(a.num):
					fraction = true
				case a.is == isUnknown, a.is == isParam && a.float:
					open = true
				}
			}
		}
	}
	if !fraction && !(open && times) {
		return reading{factor: 1}, true
	}
	at := ev.r.place(cut.Pos())
	a := reading{is: isCut, factor: 1, at: at}
	return a.with(place.Step{Pos: at.Position, Note: "big.Float cut to an integer"}), true
}

// chained lists the calls of methods and functions of math/big that make the
// number behind the pointer x, within its function. It follows operands of the
// type of x alone.
func chained(x ssa.Value) []*ssa.Call {
	var calls []*ssa.Call
	seen := make(map[ssa.Value]bool)
	work := []ssa.Value{x}
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[v] {
			continue
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Call:
			if fn := calleeOf(v.Common()); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "math/big" {
				calls = append(calls, v)
				for _, arg := range v.Call.Args {
					if types.Identical(arg.Type(), x.Type()) {
						work = append(work, arg)
					}
				}
			}
		case *ssa.Extract:
			work = append(work, v.Tuple)
		case *ssa.Phi:
			work = append(work, v.Edges...)
		}
		refs := v.Referrers()
		if refs == nil {
			continue
		}
		for _, instr := range *refs {
			call, ok := instr.(*ssa.Call)
			if !ok || call.Call.IsInvoke() {
				continue
			}
			args := call.Call.Args
			filled := len(args) == 2 && args[1] == v && isCallOf(call, "math/big.Float.Int")
			if len(args) > 0 && args[0] == v || filled {
				work = append(work, call)
			}
		}
	}
	return calls
}

// isCallOf reports whether call names the function of that qualified name.
func isCallOf(call *ssa.Call, name string) bool {
	fn := calleeOf(call.Common())
	return fn != nil && fn.Pkg() != nil && qualified(fn) == name
}
