package flow

import (
	"go/ast"
	"go/types"
	"math"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// convert judges a conversion of x between number types.
func (ev *evaluation) convert(v ssa.Value, x ssa.Value, s spot) []reading {
	if !isNumeric(v.Type()) || !isNumeric(x.Type()) {
		return []reading{{factor: 1, float: isFloat(v.Type())}}
	}
	list := ev.judge(s.to(x, nil))
	mixed := isMixed(x.Type())
	switch from, to := isFloat(x.Type()), isFloat(v.Type()); {
	case !from && to:
		return eachReading(list, func(a reading) reading {
			if !mixed || !a.float && !a.mixed {
				a = a.toFloat()
			}
			if isSingle(v.Type()) && a.is == isConst {
				a = a.single()
			}
			return a
		})
	case from && to:
		if isSingle(v.Type()) {
			return eachReading(list, func(a reading) reading {
				if a.is == isConst {
					a = a.single()
				}
				return a
			})
		}
	case (from || mixed) && isInt(v.Type()):
		at := ev.r.conversion(v, x)
		st := place.Step{Pos: at.Position, Note: "cut to " + typeName(v.Type())}
		seen := seenTo(v, x)
		return held(v, eachReading(list, func(a reading) reading {
			if mixed && !a.float && !a.mixed {
				return a // an integer arrives
			}
			b := a.toInteger(at, st)
			if seen && !a.trimmed && (b.is == isCut || b.cut && !a.cut) {
				return reading{factor: 1} // the program looks at what was cut off
			}
			return b
		}))
	case isMixed(v.Type()):
		return eachReading(list, func(a reading) reading {
			if a.is == isWhole || a.is == isConst || !a.float && !a.mixed {
				return a
			}
			return reading{factor: 1} // nobody knows whether it was cut
		})
	case isInt(v.Type()):
		return held(v, list)
	}
	return list
}

// conversion is the place of the conversion v of x. One from a type parameter
// with several kinds of types has no position of its own: it is looked for in
// the source, and is not valid where several may be meant.
func (r *Result) conversion(v, x ssa.Value) place.Place {
	if v.Pos().IsValid() || v.Parent() == nil || v.Parent().Syntax() == nil {
		return r.place(v.Pos())
	}
	var found []*ast.CallExpr
	ast.Inspect(v.Parent().Syntax(), func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !r.pass.TypesInfo.Types[call.Fun].IsType() {
			return true
		}
		arg := call.Args[0]
		inside := !x.Pos().IsValid() || x.Parent() == nil || arg.Pos() <= x.Pos() && x.Pos() < arg.End() || isParameter(x)
		if inside && types.Identical(r.pass.TypesInfo.TypeOf(call), v.Type()) && types.Identical(r.pass.TypesInfo.TypeOf(arg), x.Type()) {
			found = append(found, call)
		}
		return true
	})
	if len(found) != 1 {
		return place.Place{}
	}
	return r.place(found[0].Lparen)
}

func isParameter(x ssa.Value) bool {
	_, ok := x.(*ssa.Parameter)
	return ok
}

// typeName is how people of the package that declares t write it.
func typeName(t types.Type) string {
	return types.TypeString(t, func(*types.Package) string { return "" })
}

// toFloat judges the float that an integer becomes. It is whole. A parameter
// stays one, because an integer argument may be a cut one.
func (a reading) toFloat() reading {
	switch a.is {
	case isUnknown:
		a = reading{is: isWhole, factor: 1, steps: a.steps}
	case isParam:
		return a
	}
	a.float = true
	return a
}

// toInteger judges the integer that a float becomes by a conversion.
func (a reading) toInteger(at place.Place, st place.Step) reading {
	cut := func() reading {
		a.is, a.float, a.at = isCut, false, at
		return a.with(st)
	}
	switch a.is {
	case isConst:
		if a.num == math.Trunc(a.num) && !a.coarse {
			a.float = false
			return a
		}
		return cut()
	case isFraction:
		return cut()
	case isHalved:
		return reading{is: isWhole, factor: 1, steps: a.steps}
	case isNudged:
		return reading{factor: 1}
	case isUnknown:
		if a.scaled() {
			return cut()
		}
		a.float = false
	case isParam:
		if a.float || a.mixed {
			a.float, a.cut, a.at = false, true, at
			return a.with(st)
		}
	case isWhole, isCut:
		a.float = false
		if a.floored {
			a.at = at
			return a.with(st)
		}
	}
	return a
}

// seenTo reports whether the program looks at what the conversion v of x cuts
// off, and so may round by itself or refuse what is not whole.
func seenTo(v, x ssa.Value) bool {
	if refs := v.Referrers(); refs != nil {
		for _, instr := range *refs {
			if c, ok := instr.(*ssa.Convert); ok && isFloat(c.Type()) && compared(c) {
				return true
			}
		}
	}
	refs := x.Referrers()
	if refs == nil {
		return false
	}
	for _, instr := range *refs {
		switch instr := instr.(type) {
		case *ssa.Call:
			switch mathName(instr.Common()) {
			case "Trunc", "Floor", "Ceil", "Round", "RoundToEven":
				if compared(instr) {
					return true
				}
			case "Mod", "Modf", "Remainder":
				return true
			}
		case *ssa.Convert:
			if refs := instr.Referrers(); isInt(instr.Type()) && refs != nil {
				for _, use := range *refs {
					if c, ok := use.(*ssa.Convert); ok && isFloat(c.Type()) && compared(c) {
						return true
					}
				}
			}
		}
	}
	return false
}

// compared reports whether v is compared, or taken from another number.
func compared(v ssa.Value) bool {
	refs := v.Referrers()
	if refs == nil {
		return false
	}
	for _, instr := range *refs {
		if op, ok := instr.(*ssa.BinOp); ok {
			switch op.Op.String() {
			case "-", "==", "!=", "<", ">", "<=", ">=":
				return true
			}
		}
	}
	return false
}

func eachReading(list []reading, f func(reading) reading) []reading {
	out := make([]reading, len(list))
	for i, a := range list {
		out[i] = f(a)
	}
	return out
}
