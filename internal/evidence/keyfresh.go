package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/makers"
)

// freshAlways gives where v is made, if each way to it makes another value: the
// calls that make it. What is made only where there is none yet is kept from one
// try to the next, in a variable or a field.
func (e *engine) freshAlways(v flow.Val) []flow.Val {
	made := e.fresh(v, 0)
	at := map[*ssa.Function]map[*ssa.BasicBlock]bool{}
	for _, m := range made {
		for ok := true; ok; m, ok = m.Caller() {
			in, isIn := m.V.(ssa.Instruction)
			if !isIn {
				return nil
			}
			if at[in.Parent()] == nil {
				at[in.Parent()] = map[*ssa.BasicBlock]bool{}
			}
			at[in.Parent()][in.Block()] = true
		}
	}
	for fn, blocks := range at {
		to := map[*ssa.BasicBlock]bool{}
		for at, ok := v, true; ok; at, ok = at.Caller() { // where it is, or is given to the function in which it is
			if in, isIn := at.V.(ssa.Instruction); isIn && in.Parent() == fn {
				to[in.Block()] = true
			}
		}
		if len(to) == 0 {
			for _, ret := range returnsWith(fn) {
				to[ret.Block()] = true
			}
		}
		if avoids(fn.Blocks[0], blocks, to, map[*ssa.BasicBlock]bool{}) {
			return nil
		}
	}
	return made
}

// returnsWith are the returns of fn that give a text or an identifier: beside an
// error a constant stands there.
func returnsWith(fn *ssa.Function) []*ssa.Return {
	var list []*ssa.Return
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && !slices.ContainsFunc(ret.Results, func(v ssa.Value) bool {
			_, isConst := v.(*ssa.Const)
			return isConst && !code.IsError(v.Type())
		}) {
			list = append(list, ret)
		}
	}
	return list
}

// avoids reports whether a way leads from b to one of to without any of through.
func avoids(b *ssa.BasicBlock, through, to, seen map[*ssa.BasicBlock]bool) bool {
	if through[b] || seen[b] {
		return false
	}
	seen[b] = true
	return to[b] || slices.ContainsFunc(b.Succs, func(next *ssa.BasicBlock) bool { return avoids(next, through, to, seen) })
}

// fresh gives where v is made, if each value that it may have is another one each
// time: the calls that make it.
func (e *engine) fresh(v flow.Val, depth int) []flow.Val {
	if v.V == nil || depth > maxNesting {
		return nil
	}
	var made []flow.Val
	for _, o := range e.flow.Origins(v) {
		at := e.freshOrigin(o, depth)
		if len(at) == 0 {
			return nil
		}
		made = append(made, at...)
	}
	return made
}

func (e *engine) freshOrigin(o flow.Origin, depth int) []flow.Val {
	switch x := o.Val.V.(type) {
	case *ssa.Call:
		f := code.Callee(x)
		if makers.Makes(f) {
			return []flow.Val{o.Val}
		}
		if sum, inner := e.sends(x); sum != nil && inner == nil && slices.Contains(sum.Makes, o.Result) {
			return []flow.Val{o.Val}
		}
		if o.Filled || f == nil || !passesText(f) {
			return nil
		}
		return e.freshPart(o, x, depth)
	case *ssa.BinOp, *ssa.Convert, *ssa.Slice, *ssa.MakeInterface, *ssa.UnOp:
		return e.freshPart(o, x.(ssa.Instruction), depth)
	case *ssa.MakeSlice:
		return e.filled(o, x)
	case *ssa.Alloc:
		if made := e.filled(o, x); made != nil {
			return made
		}
		return e.freshElements(o, x, depth)
	}
	return nil
}

// freshPart is fresh for what in makes of its operands: one of them is enough.
func (e *engine) freshPart(o flow.Origin, in ssa.Instruction, depth int) []flow.Val {
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op == nil {
			continue
		}
		if _, ok := (*op).(*ssa.Function); ok {
			continue
		}
		if made := e.fresh(o.Val.With(*op).Before(in), depth+1); made != nil {
			return made
		}
	}
	return nil
}

// freshElements is fresh for the arguments of a variadic function.
func (e *engine) freshElements(o flow.Origin, list *ssa.Alloc, depth int) []flow.Val {
	for _, ref := range *list.Referrers() {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, st := range *at.Referrers() {
			if st, ok := st.(*ssa.Store); ok && st.Addr == ssa.Value(at) {
				if made := e.fresh(o.Val.With(st.Val).Before(st), depth+1); made != nil {
					return made
				}
			}
		}
	}
	return nil
}

// filled is fresh for bytes that are filled with random ones.
func (e *engine) filled(o flow.Origin, buf ssa.Value) []flow.Val {
	work := []ssa.Value{buf}
	for i := 0; i < len(work) && i < code.MaxSlice; i++ {
		for _, ref := range *work[i].Referrers() {
			switch ref := ref.(type) {
			case *ssa.Slice:
				work = append(work, ref)
			case *ssa.Call:
				f := code.Callee(ref)
				if code.IsFunc(f, "crypto/rand", "", "Read") {
					return []flow.Val{o.Val.With(ref)}
				}
				if code.IsFunc(f, "io", "", "ReadFull") && len(ref.Call.Args) == 2 && isRandomReader(ref.Call.Args[0]) {
					return []flow.Val{o.Val.With(ref)}
				}
			}
		}
	}
	return nil
}

// isRandomReader reports whether v is crypto/rand's Reader.
func isRandomReader(v ssa.Value) bool {
	return code.MadeOf(v, func(v ssa.Value) (yes, end bool) {
		g, ok := v.(*ssa.Global)
		return ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "crypto/rand", ok
	})
}

// passesText reports whether f only writes what it is given in another form.
func passesText(f *types.Func) bool {
	if f.Pkg() == nil {
		return false
	}
	if f.Pkg().Path() == "time" {
		return strings.HasPrefix(f.Name(), "Unix") || f.Name() == "Nanosecond" || f.Name() == "String" // a date is the same all day
	}
	if makers.Of(f.Pkg()) {
		return f.Signature().Recv() != nil || f.Name() == "Must"
	}
	switch f.Pkg().Path() {
	case "fmt", "strings", "strconv", "bytes", "encoding/hex", "encoding/base64", "encoding/base32", "math/big":
		return true
	}
	return false
}

// makes lists the results of fn that are another value each time it is called.
func (e *engine) makes(fn *ssa.Function) []int {
	var found []int
	for i := range fn.Signature.Results().Len() {
		t := fn.Signature.Results().At(i).Type()
		if !code.IsText(t) && !strings.HasSuffix(t.String(), ".UUID") {
			continue
		}
		returns, all := 0, true
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok || i >= len(ret.Results) {
				continue
			}
			if text, ok := code.ConstText(ret.Results[i]); ok && text == "" {
				continue // beside an error
			}
			returns++
			all = all && e.madeWithin(fn, flow.At(ret.Results[i]).Before(ret))
		}
		if all && returns > 0 {
			found = append(found, i)
		}
	}
	return found
}

// madeWithin reports whether v is made anew in each call of fn.
func (e *engine) madeWithin(fn *ssa.Function, v flow.Val) bool {
	made := e.freshAlways(v)
	return len(made) > 0 && !slices.ContainsFunc(made, func(m flow.Val) bool { return functionOf(topOf(m).V) != fn })
}

// topOf is where v is made as the function that is asked about sees it: the call
// that leads there.
func topOf(v flow.Val) flow.Val {
	for up, ok := v.Caller(); ok; up, ok = v.Caller() {
		v = up
	}
	return v
}
