package code

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// IsNil reports whether v is the constant nil.
func IsNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// ConstText is the text of a constant, of whatever type of string; false where v
// is none.
func ConstText(v ssa.Value) (string, bool) {
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value), true
	}
	return "", false
}

// TypeBehind is the type of v, and where v is an interface that a value was just
// put into, the type of that value.
func TypeBehind(v ssa.Value) types.Type {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	return v.Type()
}

// MaxSlice bounds how many values a search looks at that goes from one value to
// those that it is made of, or that are made of it.
const MaxSlice = 400

// MadeOf reports whether v is, or is made of, a value of which look says yes: it
// goes backward over the operands of instructions, and no further where look
// says that a way ends. What is stored in variables is not followed.
func MadeOf(v ssa.Value, look func(ssa.Value) (yes, end bool)) bool {
	seen := map[ssa.Value]bool{}
	var search func(ssa.Value) bool
	search = func(v ssa.Value) bool {
		if v == nil || seen[v] || len(seen) > MaxSlice {
			return false
		}
		seen[v] = true
		if yes, end := look(v); yes || end {
			return yes
		}
		in, ok := v.(ssa.Instruction)
		if !ok {
			return false
		}
		var operands [10]*ssa.Value
		for _, op := range in.Operands(operands[:0]) {
			if search(*op) {
				return true
			}
		}
		return false
	}
	return search(v)
}
