package flow

import (
	"go/token"
	"math"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// negative judges -x.
func (ev *evaluation) negative(v *ssa.UnOp, s spot) []reading {
	return eachReading(ev.judge(s.to(v.X, nil)), func(a reading) reading {
		a.num = -a.num
		return a
	})
}

// binary judges the result of an operator.
func (ev *evaluation) binary(v *ssa.BinOp, s spot) []reading {
	if !isNumeric(v.Type()) {
		return []reading{{factor: 1}}
	}
	xs, ys := ev.judge(s.to(v.X, nil)), ev.judge(s.to(v.Y, nil))
	if !isFloat(v.Type()) {
		return integers(v.Op, xs, ys)
	}
	at := ev.r.place(v.Pos())
	var list []reading
	for _, x := range xs {
		for _, y := range ys {
			list = append(list, floats(v.Op, x, y, at)...)
		}
		if len(list) > maxReadings {
			return []reading{{factor: 1, float: true}}
		}
	}
	return list
}

// minorFactor is what a float must have been multiplied by before it was cut, to
// be taken for an amount when the integer is multiplied again. Days made of
// hours, parcels made of kilos and whole kroner are cut on purpose: what they
// are multiplied by is the price.
const minorFactor = 10

// integers judges integer arithmetic: it cannot go wrong by itself, and mends
// nothing either. Only a division may round what was cut finer before.
func integers(op token.Token, xs, ys []reading) []reading {
	var list []reading
	again := true
	for _, side := range [][]reading{xs, ys} {
		for _, a := range side {
			switch a.is {
			case isAgain:
				continue
			case isWhole, isConst:
				again = false
				continue
			case isCut, isParam:
				switch op {
				case token.MUL:
					if (a.is == isCut || a.cut) && math.Abs(a.factor) < minorFactor {
						a = reading{factor: 1}
					}
				case token.ADD, token.SUB:
				default:
					if a.is == isParam && !a.cut {
						again = false
						continue
					}
					a = reading{factor: 1}
				}
			}
			again = false
			list = append(list, a)
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

// floats judges float arithmetic on one way to each operand.
func floats(op token.Token, x, y reading, at Place) []reading {
	switch {
	case x.is == isAgain && y.is == isAgain:
		return []reading{x}
	case x.is == isAgain:
		x = neutral(op)
	case y.is == isAgain:
		y = neutral(op)
	}
	if x.is == isConst && y.is == isConst {
		return []reading{fold(op, x, y, at)}
	}
	switch op {
	case token.MUL:
		if x.is == isConst {
			x, y = y, x
		}
		return times(x, y, at)
	case token.QUO:
		if y.is == isConst && y.num != 0 {
			if math.Abs(y.num) == 1 {
				return []reading{x}
			}
			return []reading{x.scale(1/y.num, at, "divided by "+number(y.num))}
		}
		return []reading{mixed(x, y, at)}
	case token.ADD, token.SUB:
		return sum(x, y, at)
	}
	return []reading{mixed(x, y, at)}
}

// neutral is the operand that changes nothing: what a loop adds to a value in
// one round is what it adds in all.
func neutral(op token.Token) reading {
	a := reading{is: isConst, factor: 1, float: true}
	if op == token.MUL || op == token.QUO {
		a.num = 1
	}
	return a
}

// fold computes with constants as the program will, in float64.
func fold(op token.Token, x, y reading, at Place) reading {
	a := reading{is: isConst, factor: 1, float: true, steps: x.steps, at: at}
	switch op {
	case token.ADD:
		a.num = x.num + y.num
	case token.SUB:
		a.num = x.num - y.num
	case token.MUL:
		a.num, a.factor = x.num*y.num, y.num
	case token.QUO:
		a.num = x.num / y.num
	}
	return a
}

// times judges a product, of which x is no constant.
func times(x, y reading, at Place) []reading {
	switch {
	case y.is == isConst:
		if math.Abs(y.num) == 1 {
			return []reading{x}
		}
		return []reading{x.scale(y.num, at, "multiplied by "+number(y.num))}
	case x.is == isWhole:
		return []reading{y}
	case y.is == isWhole:
		return []reading{x}
	}
	return both(x, y, at)
}

// scale is a times the constant c.
func (a reading) scale(c float64, at Place, note string) reading {
	a = a.with(Step{at.Position, note})
	switch a.is {
	case isWhole, isCut:
		if c != math.Trunc(c) {
			return reading{is: isFraction, float: true, factor: 1, at: at, steps: a.steps}
		}
	case isParam:
		a.float = a.float || c != math.Trunc(c)
		a.parted = a.parted || c != math.Trunc(c)
		a.factor, a.at = a.factor*c, at
	case isHalved, isNudged:
		return reading{is: isNudged, float: true, factor: 1, steps: a.steps}
	default:
		a.factor *= c
	}
	return a
}

// sum judges x+y and x-y.
func sum(x, y reading, at Place) []reading {
	if x.is == isConst {
		x, y = y, x
	}
	if y.is == isConst {
		switch part := math.Abs(y.num - math.Trunc(y.num)); {
		case part == 0:
			return []reading{x}
		case x.is == isWhole || x.is == isCut:
			return []reading{{is: isFraction, float: true, factor: 1, at: at, steps: x.steps}}
		case math.Abs(y.num) == 0.5:
			return []reading{{is: isHalved, float: true, factor: 1, steps: x.steps}}
		case math.Abs(y.num) < 1:
			return []reading{{is: isNudged, float: true, factor: 1, steps: x.steps}}
		}
		return []reading{mixed(x, y, at)}
	}
	switch {
	case x.is == isWhole:
		return []reading{y}
	case y.is == isWhole:
		return []reading{x}
	}
	return both(x, y, at)
}

// both judges what depends on two numbers, of which neither is known to be
// whole.
func both(x, y reading, at Place) []reading {
	for _, a := range []reading{x, y} {
		if a.is == isHalved || a.is == isNudged {
			return []reading{{is: isNudged, float: true, factor: 1, steps: a.steps}}
		}
	}
	for _, a := range []reading{x, y} {
		if a.is == isFraction {
			return []reading{a}
		}
	}
	if x.is == isUnknown || y.is == isUnknown {
		a := reading{float: true, factor: 1, steps: x.steps}
		if x.factor != 1 || y.factor != 1 {
			a.factor = x.factor * y.factor
		}
		return []reading{a}
	}
	return []reading{x, y}
}

// mixed judges an operation that makes a fraction of whole numbers too.
func mixed(x, y reading, at Place) reading {
	steps := x.steps
	if x.is == isConst || x.is == isWhole && y.is != isWhole {
		steps = y.steps
	}
	if x.is == isHalved || x.is == isNudged || y.is == isHalved || y.is == isNudged {
		return reading{is: isNudged, float: true, factor: 1, steps: steps}
	}
	return reading{is: isFraction, float: true, factor: 1, at: at, steps: steps}
}

// number prints a constant for people.
func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
