package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/makers"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// retriers are the functions of libraries that run another one again until it
// gives no error, by their paths without a version.
var retriers = map[string][]string{
	"github.com/cenkalti/backoff":   {"Retry", "RetryNotify", "RetryNotifyWithTimer", "RetryWithData", "RetryNotifyWithData"},
	"github.com/avast/retry-go":     {"Do", "DoWithData"},
	"github.com/sethvargo/go-retry": {"Do", "DoValue", "Constant", "Exponential", "Fibonacci"},
}

// retried lists the arguments of call that are functions which it runs again
// until one gives no error.
func (e *engine) retried(call ssa.CallInstruction) []ssa.Value {
	f := code.Callee(call)
	var list []ssa.Value
	if f != nil && f.Pkg() != nil && f.Signature().Recv() == nil && slices.Contains(retriers[makers.WithoutVersion(f.Pkg().Path())], f.Name()) {
		for _, arg := range call.Common().Args {
			if _, ok := arg.Type().Underlying().(*types.Signature); ok {
				list = append(list, arg)
			}
		}
		return list
	}
	if sum, _ := e.sends(call); sum != nil {
		for _, i := range sum.Retries {
			if arg, ok := code.Argument(call, i); ok {
				list = append(list, arg)
			}
		}
	}
	return list
}

// retries lists the parameters of fn that are functions which it runs again until
// one gives no error.
func (e *engine) retries(fn *ssa.Function) []int {
	var found []int
	for i, p := range fn.Params {
		if _, ok := p.Type().Underlying().(*types.Signature); !ok {
			continue
		}
		for _, call := range code.Calls(fn) {
			if call.Common().Value == ssa.Value(p) && e.retryLoop(call) != nil || e.retriedAs(call, p) {
				found = append(found, i)
				break
			}
		}
	}
	return found
}

// retriedAs reports whether call runs its argument v again.
func (e *engine) retriedAs(call ssa.CallInstruction, v ssa.Value) bool {
	return slices.ContainsFunc(e.retried(call), func(arg ssa.Value) bool { return unnamed(arg) == v })
}

// unnamed is the function that v is, without the names of its types.
func unnamed(v ssa.Value) ssa.Value {
	for {
		c, ok := v.(*ssa.ChangeType)
		if !ok {
			return v
		}
		v = c.X
	}
}

// retryLoop is the innermost loop around call that makes the call again where it
// has failed and is left where it has not; nil where there is none.
func (e *engine) retryLoop(call ssa.CallInstruction) *code.Loop {
	if call.Value() == nil {
		return nil
	}
	var least *code.Loop
	for _, l := range code.LoopsOf(call.Parent()) {
		if l.Holds(call) && (least == nil || len(l.Blocks) < len(least.Blocks)) && !e.again(l, call, true) && e.again(l, call, false) {
			least = l
		}
	}
	return least
}

// again reports whether a way in l leads from call to itself on which call has
// succeeded, or failed. A branch that says nothing of that may be taken either
// way.
func (e *engine) again(l *code.Loop, call ssa.CallInstruction, success bool) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		branch, _ := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		for i, next := range b.Succs {
			if !l.Blocks[next] || seen[next] {
				continue
			}
			if branch != nil {
				if good, known := e.tells(branch.Cond, i == 0, call); known && good != success {
					continue
				}
			}
			seen[next] = true
			if next == call.Block() || walk(next) {
				return true
			}
		}
		return false
	}
	return walk(call.Block())
}

// tells says whether call has succeeded on one side of a branch.
func (e *engine) tells(cond ssa.Value, side bool, call ssa.CallInstruction) (success, known bool) {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		return e.tells(not.X, !side, call)
	}
	if !stems(cond, call.Value(), map[ssa.Value]bool{}) {
		return false, false
	}
	if x, ok := cond.(*ssa.BinOp); ok && code.IsError(x.X.Type()) {
		return (x.Op == token.EQL) == side, x.Op == token.EQL || x.Op == token.NEQ
	}
	if w := (statusWay{e, 200}); w.ofStatus(cond) {
		good, bad := w.side(cond, side) == open, statusWay{e, 500}.side(cond, side) == open
		return good, good != bad
	}
	if x, ok := cond.(*ssa.Extract); ok && x.Tuple == ssa.Value(call.Value()) || cond == ssa.Value(call.Value()) {
		return side, true
	}
	return false, false
}

// samePayment reports whether a request is, in each round of l, about the same: of
// what the call is given, the key left out, nothing changes from one round to the
// next. What is both the key and the reference is another payment.
func (e *engine) samePayment(use keyUse, l *code.Loop) bool {
	c := changing{e: e, in: l, call: use.call, key: use.key(), apart: setsHeader(use.header.when), seen: map[ssa.Value]bool{}}
	return !slices.ContainsFunc(use.call.Common().Args, c.changes)
}

// setsHeader reports whether an instruction sets a header by itself: then the key
// is no part of what is given to a function.
func setsHeader(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.MapUpdate, *ssa.Store:
		return true
	case ssa.CallInstruction:
		return code.IsFunc(code.Callee(in), "net/http", "Header", "Set", "Add")
	}
	return false
}

// A changing asks whether a value may be another in each round of a loop.
type changing struct {
	e     *engine
	call  ssa.CallInstruction // sends the request
	in    *code.Loop
	key   []ssa.Value // the key and what makes it: may change, in the one place that is for it
	apart bool        // that place has been seen, or is elsewhere
	seen  map[ssa.Value]bool
}

func (c *changing) changes(v ssa.Value) bool {
	if v == nil {
		return false
	}
	if !c.apart && slices.Contains(c.key, v) {
		c.apart = true
		return false
	}
	if c.seen[v] {
		return false
	}
	if len(c.seen) > code.MaxSlice {
		return true
	}
	c.seen[v] = true
	in, ok := v.(ssa.Instruction)
	if !ok || code.IsError(v.Type()) || code.IsNamed(v.Type(), "context", "Context") {
		return false
	}
	switch x := v.(type) {
	case *ssa.Alloc:
		return c.stores(x)
	case *ssa.MakeMap:
		return c.updates(x)
	}
	if !c.in.Holds(in) {
		return false
	}
	switch x := v.(type) {
	case *ssa.Next:
		return true
	case *ssa.Phi:
		if x.Block() == c.in.Head {
			return true
		}
	case *ssa.UnOp:
		if x.Op == token.ARROW {
			return true
		}
	case *ssa.Call:
		if !code.NamesWhat(x) && !isBuiltin(x) && !passesBytes(code.Callee(x)) && !copiesRequest(code.Callee(x)) {
			return true // it gives the next one, and the next
		}
	}
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op != nil && c.changes(*op) {
			return true
		}
	}
	return false
}

// updates reports whether something that changes is stored in a map, beside the
// header that is the key.
func (c *changing) updates(m *ssa.MakeMap) bool {
	return slices.ContainsFunc(*m.Referrers(), func(ref ssa.Instruction) bool {
		up, ok := ref.(*ssa.MapUpdate)
		if !ok || up.Map != ssa.Value(m) || !c.in.Holds(up) {
			return false
		}
		name, _ := code.ConstText(up.Key)
		return !vippsapi.IsKeyHeader(name) && (c.changes(up.Key) || c.changes(up.Value))
	})
}

// stores reports whether something that changes is stored in a variable or a part
// of it.
func (c *changing) stores(cell ssa.Value) bool {
	refs := cell.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == cell && c.in.Holds(ref) && c.changes(ref.Val) {
				return true
			}
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if c.stores(ref.(ssa.Value)) {
				return true
			}
		case *ssa.MakeInterface, *ssa.Call:
			// It is given to somebody who may fill it, as rows.Scan does.
			if ref != ssa.Instruction(c.call) && c.in.Holds(ref) && !isBuffer(cell.Type()) {
				return true
			}
		}
	}
	return false
}

// isBuffer reports whether t is what a body is written to.
func isBuffer(t types.Type) bool {
	return code.IsNamed(t, "bytes", "Buffer") || code.IsNamed(t, "strings", "Builder") || code.IsHTTP(t, "Request") || code.IsHTTP(t, "Client")
}

// copiesRequest reports whether f gives a copy of its receiver, a request or the
// header of one.
func copiesRequest(f *types.Func) bool {
	return code.IsFunc(f, "net/http", "Request", "Clone", "WithContext") || code.IsFunc(f, "net/http", "Header", "Clone")
}

// passesBytes reports whether f, a method without arguments, gives what its
// receiver holds.
func passesBytes(f *types.Func) bool {
	if f == nil || f.Pkg() == nil {
		return false
	}
	switch f.Pkg().Path() {
	case "bytes", "strings", "net/url", "fmt", "time", "math/big":
		return true
	}
	return false
}
