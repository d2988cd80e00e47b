package flow

import (
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"
)

// minorFactor is what a float must have been multiplied by before it was cut, to
// be taken for an amount when the integer is multiplied again. Days made of
// hours, parcels made of kilos and whole kroner are cut on purpose: what they
// are multiplied by is the price, unless that is the factor between kroner and
// øre.
const minorFactor = 10

// integers judges integer arithmetic: it cannot go wrong by itself, and mends
// nothing either. Only a division may round what was cut finer before.
func integers(op token.Token, xs, ys []reading) []reading {
	if folded := foldIntegers(op, xs, ys); folded != nil {
		return folded
	}
	var list []reading
	again := true
	for i, side := range [][]reading{xs, ys} {
		kroner := op == token.MUL && areMinorPerMajor([][]reading{ys, xs}[i])
		for _, a := range side {
			if a.is == isAgain {
				continue
			}
			again = false
			if kroner && a.counts() {
				a.late = true
			}
			if b, adds := a.calculated(op); adds {
				list = append(list, b)
			}
		}
	}
	switch {
	case len(list) > 0:
		return list
	case again:
		return []reading{{is: isAgain, factor: 1}}
	}
	return []reading{{is: isWhole, factor: 1}}
}

// minorPerMajor is the factor between kroner and øre.
const minorPerMajor = 100

// areMinorPerMajor reports whether a number is the factor between kroner and
// øre on every way: what was cut before it is multiplied by that was a price,
// and has lost its øre.
func areMinorPerMajor(list []reading) bool {
	for _, a := range list {
		if a.is != isConst || a.num != minorPerMajor {
			return false
		}
	}
	return len(list) > 0
}

// calculated is what an operand says of the result of an integer operation;
// false where it is whole, and so says nothing.
func (a reading) calculated(op token.Token) (reading, bool) {
	switch a.is {
	case isWhole, isConst:
		return a, false
	case isCut, isParam:
		a.changed = true
		switch op {
		case token.MUL, token.SHL:
			if a.counts() {
				return reading{factor: 1}, true
			}
			a.multiplied = a.multiplied || a.is == isParam && !a.cut
		case token.ADD, token.SUB:
		default:
			if a.is == isParam && !a.cut {
				return a, false
			}
			return reading{factor: 1}, true
		}
	}
	return a, true
}

// foldIntegers computes with constants; nil where some operand is none, or
// where both sides have several ways, of which nobody knows which belong
// together.
func foldIntegers(op token.Token, xs, ys []reading) []reading {
	if len(xs) > 1 && len(ys) > 1 {
		return nil
	}
	var list []reading
	for _, x := range xs {
		for _, y := range ys {
			if x.is != isConst || y.is != isConst || x.turning || y.turning {
				return nil
			}
			n, ok := foldInteger(op, x.num, y.num)
			if !ok {
				return nil
			}
			a := reading{is: isConst, factor: 1, num: n, at: x.at, steps: x.steps}
			a.unset, a.coarse = x.unset || y.unset, x.coarse || y.coarse
			list = append(list, a)
		}
	}
	return list
}

// maxExact is the range in which every integer has a float64 of its own.
const maxExact = 1 << 53

// foldInteger computes x op y as Go does; false where it cannot be said.
func foldInteger(op token.Token, x, y float64) (float64, bool) {
	if math.Abs(x) > maxExact || math.Abs(y) > maxExact || x != math.Trunc(x) || y != math.Trunc(y) {
		return 0, false
	}
	var n float64
	switch a, b := int64(x), int64(y); op {
	case token.ADD:
		n = x + y
	case token.SUB:
		n = x - y
	case token.MUL:
		n = x * y
	case token.QUO, token.REM:
		if b == 0 {
			return 0, false
		}
		if n = float64(a / b); op == token.REM {
			n = float64(a % b)
		}
	case token.SHL:
		if b < 0 || b > 62 {
			return 0, false
		}
		n = math.Ldexp(x, int(b))
	case token.SHR:
		if b < 0 || b > 62 {
			return 0, false
		}
		n = float64(a >> b)
	case token.AND:
		n = float64(a & b)
	case token.OR:
		n = float64(a | b)
	case token.XOR:
		n = float64(a ^ b)
	case token.AND_NOT:
		n = float64(a &^ b)
	default:
		return 0, false
	}
	return n, math.Abs(n) <= maxExact
}

// held leaves out the number of a constant of an integer type that cannot hold
// it: the program goes on with another one.
func held(v ssa.Value, list []reading) []reading {
	return eachReading(list, func(a reading) reading {
		if a.is == isConst && !a.float && !fitsInteger(v.Type(), a.num) {
			return reading{is: isWhole, factor: 1, steps: a.steps}
		}
		return a
	})
}

// fitsInteger reports whether t is a basic integer type that holds n. An int
// may be one of 32 bits.
func fitsInteger(t types.Type, n float64) bool {
	b, ok := t.Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsInteger == 0 {
		return false
	}
	size := 32
	switch b.Kind() {
	case types.Int8, types.Uint8:
		size = 8
	case types.Int16, types.Uint16:
		size = 16
	case types.Int64, types.Uint64:
		size = 64
	}
	if b.Info()&types.IsUnsigned != 0 {
		return n >= 0 && n < math.Ldexp(1, size)
	}
	return n >= -math.Ldexp(1, size-1) && n < math.Ldexp(1, size-1)
}
