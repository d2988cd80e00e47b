package fate

import (
	"go/constant"
	"go/token"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// maxDepth bounds how deep an expression is looked into.
const maxDepth = 10

// evaluate gives the constant that v is with the code at hand, and nil where it
// is none. An error is true where it is not nil.
func (w *walk) evaluate(v ssa.Value, s *state, depth int) constant.Value {
	if depth == 0 {
		return nil
	}
	if t := s.get(v).truth; t != 0 {
		return constant.MakeBool(t > 0)
	}
	v = s.resolve(v)
	if t := s.get(v).truth; t != 0 {
		return constant.MakeBool(t > 0)
	}
	if n, ok := w.code.ints[v]; ok {
		return constant.MakeInt64(n)
	}
	switch v := v.(type) {
	case *ssa.Const:
		if code.IsError(v.Type()) && v.IsNil() {
			return constant.MakeBool(false)
		}
		return v.Value
	case *ssa.UnOp:
		return w.evaluateUnary(v, s, depth)
	case *ssa.BinOp:
		return operation(v, w.evaluate(v.X, s, depth-1), w.evaluate(v.Y, s, depth-1))
	case *ssa.Convert:
		if isInteger(v.Type()) && isInteger(v.X.Type()) {
			return w.evaluate(v.X, s, depth-1)
		}
	case *ssa.ChangeType:
		return w.evaluate(v.X, s, depth-1)
	case *ssa.Call:
		if m, ok := answerMethodOf(&v.Call); ok && s.kindOf(v.Call.Args[0]) == response {
			return m.of(w.code.code)
		}
		if fn := v.Call.StaticCallee(); fn != nil && code.FullName(fn) == "slices.Contains" && len(v.Call.Args) == 2 {
			return w.contains(v.Call.Args[0], w.evaluate(v.Call.Args[1], s, depth-1))
		}
	}
	return nil
}

func (w *walk) evaluateUnary(v *ssa.UnOp, s *state, depth int) constant.Value {
	switch v.Op {
	case token.MUL:
		f, ok := v.X.(*ssa.FieldAddr)
		if ok && s.kindOf(f.X) == response && fieldName(f.X.Type(), f.Field) == "StatusCode" {
			return constant.MakeInt64(int64(w.code.code))
		}
	case token.NOT, token.SUB:
		if x := w.evaluate(v.X, s, depth-1); x != nil {
			return constant.UnaryOp(v.Op, x, 0)
		}
	}
	return nil
}

// operation is the constant that x op y is; both may be unknown.
func operation(op *ssa.BinOp, x, y constant.Value) constant.Value {
	if x == nil || y == nil || x.Kind() != y.Kind() {
		return nil
	}
	ints := x.Kind() == constant.Int
	switch op.Op {
	case token.EQL, token.NEQ:
		return constant.MakeBool(constant.Compare(x, op.Op, y))
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if ints {
			return constant.MakeBool(constant.Compare(x, op.Op, y))
		}
	case token.ADD, token.SUB, token.MUL:
		if ints {
			return constant.BinaryOp(x, op.Op, y)
		}
	case token.QUO, token.REM:
		if ints && constant.Sign(y) != 0 {
			o := op.Op
			if o == token.QUO {
				o = token.QUO_ASSIGN // of integers
			}
			return constant.BinaryOp(x, o, y)
		}
	}
	return nil
}

// contains says whether a list of constants holds x.
func (w *walk) contains(list ssa.Value, x constant.Value) constant.Value {
	codes := w.listOf(list)
	if codes == nil || x == nil || x.Kind() != constant.Int {
		return nil
	}
	n, _ := constant.Int64Val(x)
	return constant.MakeBool(slices.Contains(codes, n))
}

// listOf gives the integers of a list that is written out, or given to a helper
// so, and nil for others.
func (w *walk) listOf(list ssa.Value) []int64 {
	if codes, ok := w.code.lists[list]; ok {
		return codes
	}
	cut, ok := list.(*ssa.Slice)
	if !ok || cut.Low != nil || cut.High != nil {
		return nil
	}
	array, ok := cut.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var codes []int64
	for _, ref := range *array.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Slice, *ssa.DebugRef:
		case *ssa.IndexAddr:
			for _, use := range *ref.Referrers() {
				st, ok := use.(*ssa.Store)
				if !ok {
					return nil
				}
				c, ok := st.Val.(*ssa.Const)
				if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
					return nil
				}
				codes = append(codes, c.Int64())
			}
		default:
			return nil
		}
	}
	return codes
}

// of is what a method says of an answer with the code, and nil where that is not
// known.
func (m answerMethod) of(code int) constant.Value {
	switch m {
	case givesCode:
		return constant.MakeInt64(int64(code))
	case saysGood:
		return constant.MakeBool(200 <= code && code < 300)
	case saysBad:
		return constant.MakeBool(code >= 400)
	}
	return nil
}
