package flow

import (
	"math"

	"golang.org/x/tools/go/ssa"
)

// convert judges a conversion of x between number types.
func (ev *evaluation) convert(v ssa.Value, x ssa.Value, s spot) []reading {
	if !isNumeric(v.Type()) || !isNumeric(x.Type()) {
		return []reading{{factor: 1, float: isFloat(v.Type())}}
	}
	list := ev.judge(s.to(x, nil))
	switch from, to := isFloat(x.Type()), isFloat(v.Type()); {
	case !from && to:
		// What comes from an integer is whole. A parameter stays one, because
		// an integer argument may be a cut one.
		return eachReading(list, func(a reading) reading {
			if a.is == isUnknown {
				a.is = isWhole
			}
			a.float = a.is != isParam
			return a
		})
	case from && isInt(v.Type()):
		at := ev.r.place(v.Pos())
		st := Step{at.Position, "cut to " + v.Type().String()}
		seen := seenTo(v, x)
		return eachReading(list, func(a reading) reading {
			b := a.toInteger(at, st)
			if seen && (b.is == isCut || b.cut && !a.cut) {
				return reading{factor: 1} // the program looks at what was cut off
			}
			return b
		})
	}
	return list
}

// toInteger judges the integer that a float becomes by a conversion.
func (a reading) toInteger(at Place, st Step) reading {
	cut := func() reading {
		a.is, a.float, a.at = isCut, false, at
		return a.with(st)
	}
	switch a.is {
	case isConst:
		if a.num == math.Trunc(a.num) {
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
		if a.float {
			a.float, a.cut, a.at = false, true, at
			return a.with(st)
		}
	case isWhole, isCut:
		a.float = false
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
			case "Trunc", "Floor", "Ceil", "Round", "RoundToEven", "Mod", "Modf", "Remainder":
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
