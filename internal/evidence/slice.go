package evidence

import "golang.org/x/tools/go/ssa"

// maxSlice bounds how many values a search looks at that goes from one value to
// those that it is made of, or that are made of it.
const maxSlice = 400

// madeOf reports whether v is, or is made of, a value of which look says yes:
// it goes backward over the operands of instructions, and no further where look
// says that a way ends. What is stored in variables is not followed.
func madeOf(v ssa.Value, look func(ssa.Value) (yes, end bool)) bool {
	seen := map[ssa.Value]bool{}
	var search func(ssa.Value) bool
	search = func(v ssa.Value) bool {
		if v == nil || seen[v] || len(seen) > maxSlice {
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
