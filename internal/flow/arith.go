package flow

import (
	"go/token"
	"go/types"
	"math"
	"strconv"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// negative judges -x.
func (ev *evaluation) negative(v *ssa.UnOp, s spot) []reading {
	return eachReading(ev.judge(s.to(v.X, nil)), func(a reading) reading {
		a.num = -a.num
		a.changed = a.changed || a.is == isParam
		return a
	})
}

// binary judges the result of an operator.
func (ev *evaluation) binary(v *ssa.BinOp, s spot) []reading {
	if !isNumeric(v.Type()) {
		return []reading{{factor: 1}}
	}
	xs, ys := ev.judge(s.to(v.X, nil)), ev.judge(s.to(v.Y, nil))
	if isInt(v.Type()) {
		return held(v, integers(v.Op, xs, ys))
	}
	o := operator{op: v.Op, at: ev.r.place(v.Pos()), single: isSingle(v.Type())}
	mixed := isMixed(v.Type())
	unpaired := len(xs) > 1 && len(ys) > 1
	var list []reading
	for _, x := range xs {
		for _, y := range ys {
			switch {
			case mixed && !x.float && !y.float && (x.mixed || y.mixed):
				list = append(list, eachReading(o.floats(x, y), func(a reading) reading {
					a.mixed = a.mixed || a.is == isParam
					return a
				})...)
			case mixed && !x.float && !y.float:
				list = append(list, integers(v.Op, []reading{x}, []reading{y})...)
			case unpaired && x.is == isConst && y.is == isConst:
				list = append(list, o.fold(x, y).doubted())
			default:
				list = append(list, o.floats(x, y)...)
			}
		}
		if len(list) > maxReadings {
			return []reading{{factor: 1, float: true}}
		}
	}
	return list
}

// An operator is float arithmetic at one place.
type operator struct {
	op     token.Token
	at     place.Place
	single bool // of float32
}

// isSingle reports whether t is a float32.
func isSingle(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Float32
}

// floats judges float arithmetic on one way to each operand.
func (o operator) floats(x, y reading) []reading {
	again := x.is == isAgain || y.is == isAgain || x.turning || y.turning
	switch {
	case x.is == isAgain && y.is == isAgain:
		return []reading{x}
	case x.is == isAgain:
		x = neutral(o.op)
	case y.is == isAgain:
		y = neutral(o.op)
	}
	if x.is == isConst && y.is == isConst {
		switch a := o.fold(x, y); {
		case again:
			return []reading{a.repeated()}
		case o.halves(x, y) && a.num != math.Trunc(a.num):
			return []reading{o.plus(x.asFraction(), y)}
		case o.op == token.ADD && o.halves(y, x) && a.num != math.Trunc(a.num):
			return []reading{o.plus(y.asFraction(), x)}
		default:
			return []reading{a}
		}
	}
	switch o.op {
	case token.MUL:
		x, y = x.counted(), y.counted()
		if x.is == isConst {
			x, y = y, x
		}
		return o.times(x, y)
	case token.QUO:
		if y.is == isConst && y.num != 0 {
			if math.Abs(y.num) == 1 {
				return []reading{x}
			}
			return []reading{x.scale(1/y.num, o.at, "divided by "+number(y.num))}
		}
		return []reading{o.split(x, y)}
	case token.ADD, token.SUB:
		return o.sum(x, y)
	}
	return []reading{o.split(x, y)}
}

// times judges a product, of which x is no constant.
func (o operator) times(x, y reading) []reading {
	switch {
	case y.is == isConst:
		if math.Abs(y.num) == 1 {
			return []reading{x}
		}
		return []reading{x.scale(y.num, o.at, "multiplied by "+number(y.num))}
	case x.is == isWhole:
		return []reading{y.altered()}
	case y.is == isWhole:
		return []reading{x.altered()}
	}
	return o.both(x, y)
}

// altered is a after arithmetic that leaves its judgement as it is.
func (a reading) altered() reading {
	a.changed = a.changed || a.is == isParam
	return a
}

// sum judges x+y and x-y.
func (o operator) sum(x, y reading) []reading {
	if x.is == isConst {
		x, y = y, x
	}
	x = x.altered()
	if y.is == isConst {
		return []reading{o.plus(x, y)}
	}
	switch y = y.altered(); {
	case x.is == isWhole:
		return []reading{y}
	case y.is == isWhole:
		return []reading{x}
	}
	return o.both(x, y)
}

// plus judges x plus or minus the constant y.
func (o operator) plus(x, y reading) reading {
	part := math.Abs(y.num - math.Trunc(y.num))
	if x.is == isParam && part != 0 && (!x.float && !x.cut && !x.mixed || x.places > 0) {
		// An integer and a fraction: what the integer was does not matter.
		places := x.places
		x = reading{is: isWhole, float: true, factor: 1, steps: x.steps}
		if places > 0 {
			x.is, x.places = isFraction, places
		}
	}
	whole := x.is == isWhole || x.is == isCut
	switch {
	case part == 0 || x.trimmed:
		return x
	case math.Abs(y.num) == 0.5, part == 0.5 && !whole && x.places == 0 && math.Abs(x.factor) >= minorFactor:
		if x.is == isCut {
			return x // a half more is cut off again, and a float of it nobody sends
		}
		a := reading{is: isHalved, float: true, factor: x.factor, at: o.at, steps: x.steps}
		if x.is == isWhole || x.is == isFraction && x.places > 0 {
			a.places = max(x.places, 1)
		}
		return a
	case x.is == isWhole || x.is == isFraction && x.places > 0:
		a := reading{is: isFraction, float: true, factor: 1, at: o.at, steps: x.steps}
		if places, ok := placesOf(y.num); ok {
			a.places = max(x.places, places)
		}
		return a
	case whole:
		return reading{is: isFraction, float: true, factor: 1, at: o.at, steps: x.steps}
	case math.Abs(y.num) < 1:
		return reading{is: isNudged, float: true, factor: 1, steps: x.steps}
	}
	return o.split(x, y)
}

// both judges what depends on two numbers, of which neither is known to be
// whole.
func (o operator) both(x, y reading) []reading {
	for _, a := range []reading{x, y} {
		if a.is == isHalved || a.is == isNudged {
			return []reading{{is: isNudged, float: true, factor: 1, steps: a.steps}}
		}
	}
	for i, a := range []reading{x, y} {
		if a.is != isFraction {
			continue
		}
		b := y
		if i == 1 {
			b = x
		}
		switch exact := b.is == isFraction && a.places > 0 && b.places > 0; {
		case !exact:
			a.places = 0
		case o.op == token.MUL:
			if a.places += b.places; a.places > maxPlaces {
				a.places = 0
			}
		default:
			a.places = max(a.places, b.places)
		}
		return []reading{a}
	}
	if x.is == isUnknown || y.is == isUnknown {
		a := reading{float: true, factor: 1, steps: x.steps}
		if x.factor != 1 || y.factor != 1 {
			a.factor = x.factor * y.factor
		}
		return []reading{a}
	}
	return []reading{x.altered(), y.altered()}
}

// split judges an operation that makes a fraction of whole numbers too.
func (o operator) split(x, y reading) reading {
	steps := x.steps
	if x.is == isConst || x.is == isWhole && y.is != isWhole {
		steps = y.steps
	}
	if x.is == isHalved || x.is == isNudged || y.is == isHalved || y.is == isNudged {
		return reading{is: isNudged, float: true, factor: 1, steps: steps}
	}
	return reading{is: isFraction, float: true, factor: 1, at: o.at, steps: steps}
}

// number prints a constant for people.
func number(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
