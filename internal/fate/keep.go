package fate

import (
	"go/types"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// keepsBy reports whether an assignment on the error's way can tell of it later:
// to anything but a plain local that is set to its zero value, or the arguments
// of a call.
func keepsBy(in *ssa.Store) bool {
	switch addr := in.Addr.(type) {
	case *ssa.Alloc:
		c, ok := in.Val.(*ssa.Const)
		return !ok || !isZero(c)
	case *ssa.IndexAddr:
		list, ok := addr.X.(*ssa.Alloc)
		return !ok || list.Comment != "varargs"
	case *ssa.FreeVar:
		c, ok := in.Val.(*ssa.Const)
		return !ok || !code.IsError(in.Val.Type()) || !isZero(c)
	}
	return true
}

// isLocal reports whether addr is a variable of the function, or a part of one.
func isLocal(addr ssa.Value) bool {
	for {
		switch a := addr.(type) {
		case *ssa.Alloc:
			return true
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		default:
			return false
		}
	}
}

func onlyReceives(in ssa.Instruction) bool {
	sel, ok := in.(*ssa.Select)
	if !ok {
		return false
	}
	for _, st := range sel.States {
		if st.Dir == types.SendOnly {
			return false
		}
	}
	return true
}

// neverReturns reports whether a call certainly does not come back.
func neverReturns(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	fn = code.Origin(fn)
	return len(fn.Blocks) > 0 && len(code.Returns(fn)) == 0 || endsZerolog(c)
}

// onlyTells reports whether an instruction copies the error followed, asks it
// for its text or writes it to a browser. Where the copy and the text go decides.
func onlyTells(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.MakeInterface, *ssa.ChangeInterface:
		return true
	}
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	c := call.Common()
	if c.IsInvoke() && c.Method.Name() == "Error" && len(c.Args) == 0 {
		return true
	}
	fn := c.StaticCallee()
	return fn != nil && writesAnswers(fn) && answers(c)
}

// madeIn reports whether v is, or is part of, something that was made on the
// error's way. Where that goes decides.
func madeIn(v ssa.Value, e errorWay) bool {
	for range 20 {
		switch x := v.(type) {
		case *ssa.Alloc:
			return e.alone(x.Block())
		case *ssa.MakeMap:
			return e.alone(x.Block())
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return false
		}
	}
	return false
}

// answers reports whether a call tells a browser something: a method of what a
// handler writes its answer to, a function of the standard library that is given
// it, or one of which the other arguments tell nothing of the error.
func answers(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return isAnswer(c.Value.Type())
	}
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	if fn.Signature.Recv() != nil && len(c.Args) > 0 {
		if isAnswer(c.Args[0].Type()) {
			return true
		}
		if made, ok := c.Args[0].(*ssa.Call); ok && code.FullName(fn) == "encoding/json.Encoder.Encode" {
			return answers(&made.Call) // json.NewEncoder(w).Encode(…)
		}
	}
	given, told := false, false
	for _, arg := range c.Args {
		switch m := arg.(type) {
		case *ssa.MakeInterface:
			arg = m.X
		case *ssa.ChangeInterface:
			arg = m.X
		}
		_, constant := arg.(*ssa.Const)
		switch {
		case code.IsNamed(arg.Type(), "net/http", "ResponseWriter"):
			given = true
		case !constant && !code.IsNamed(arg.Type(), "net/http", "Request"):
			told = true
		}
	}
	return given && (!told || writesAnswers(fn))
}

// writesAnswers reports whether fn is of a package that only writes.
func writesAnswers(fn *ssa.Function) bool {
	obj := code.Origin(fn).Object()
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	switch obj.Pkg().Path() {
	case "net/http", "fmt", "io":
		return true
	}
	return false
}

// keepsNothing reports whether a call only waits, cleans up or computes.
func keepsNothing(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		switch c.Method.Name() {
		case "Close", "Lock", "Unlock", "Done", "Stop", "Err", "Error":
			return true
		}
		return false
	}
	fn := c.StaticCallee()
	if fn == nil {
		return code.IsNamed(c.Value.Type(), "context", "CancelFunc")
	}
	obj := code.Origin(fn).Object()
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	name := code.FullName(fn)
	switch obj.Pkg().Path() {
	case "context", "sort", "runtime", "math/rand", "math/rand/v2":
		return true
	case "time":
		return obj.Name() != "AfterFunc"
	case "sync":
		return !strings.HasPrefix(name, "sync.Map.")
	}
	return derives(name) || obj.Name() == "Close" || name == "io.ReadAll" || name == "database/sql.Tx.Rollback"
}

// measures reports whether a call belongs to a library for figures or traces,
// which are taken of good and bad alike.
func measures(c *ssa.CallCommon) bool {
	var obj types.Object
	if c.IsInvoke() {
		obj = c.Method
	} else if fn := c.StaticCallee(); fn != nil {
		obj = code.Origin(fn).Object()
	}
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	name := strings.ToLower(obj.Pkg().Path() + "." + obj.Name())
	if recv := obj.Type().(*types.Signature).Recv(); recv != nil {
		name += strings.ToLower(types.TypeString(recv.Type(), (*types.Package).Name))
	}
	for _, word := range []string{"metric", "prometheus", "otel", "opentelemetry", "statsd", "trace", "observe", "expvar"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// leavesTrace reports whether the way, where it leaves the blocks that belong to
// the error alone, carries something that was computed or set there: a counter,
// a flag, another value than on success.
func (w *walk) leavesTrace(from, to *ssa.BasicBlock, pred int, s *state) bool {
	if !s.failed.alone(from) || s.failed.alone(to) {
		return false
	}
	for _, in := range to.Instrs {
		phi, ok := in.(*ssa.Phi)
		if !ok {
			return false
		}
		if phi.Comment == "&&" || phi.Comment == "||" {
			continue // decides where the way goes
		}
		if code.IsError(phi.Type()) {
			if w.fails(phi.Edges[pred], s, 4) {
				return true // another error
			}
			continue
		}
		switch v := phi.Edges[pred].(type) {
		case *ssa.Const:
			for _, e := range phi.Edges {
				if c, ok := e.(*ssa.Const); !ok || c.Value != v.Value {
					return true
				}
			}
		case ssa.Instruction:
			if s.failed.alone(v.Block()) && !w.r.countsRounds(v) {
				return true
			}
		}
	}
	return false
}
