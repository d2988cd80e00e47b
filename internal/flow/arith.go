package flow

import (
	"go/token"
	"go/types"
	"math"
	"strconv"

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

// doubted is a constant that was computed of two, which may not belong together.
func (a reading) doubted() reading {
	if a.num != math.Trunc(a.num) || a.coarse {
		return reading{factor: 1, float: true}
	}
	return reading{is: isWhole, float: true, factor: 1, steps: a.steps}
}

// An operator is float arithmetic at one place.
type operator struct {
	op     token.Token
	at     Place
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

// neutral is the operand that changes nothing: what a loop adds to a value in
// one round is what it adds in all.
func neutral(op token.Token) reading {
	a := reading{is: isConst, factor: 1, float: true}
	if op == token.MUL || op == token.QUO {
		a.num = 1
	}
	return a
}

// repeated is the constant that a loop adds in one round: what it is after
// several is not known, but that it is whole.
func (a reading) repeated() reading {
	if a.num == math.Trunc(a.num) && !a.coarse {
		return reading{is: isWhole, float: true, factor: 1, steps: a.steps}
	}
	b := reading{is: isFraction, float: true, factor: 1, at: a.at, steps: a.steps}
	if places, ok := placesOf(a.num); ok && places > 0 {
		b.places = places
	}
	return b
}

// maxSingle is the range in which every integer has a float32 of its own.
const maxSingle = 1 << 24

// fold computes with constants as the program will.
func (o operator) fold(x, y reading) reading {
	a := reading{is: isConst, factor: 1, float: true, steps: x.steps, at: o.at}
	a.unset, a.coarse = x.unset || y.unset, x.coarse || y.coarse
	a.factor, a.tens = x.factor, x.tens
	note := ""
	switch o.op {
	case token.ADD:
		a.num = x.num + y.num
	case token.SUB:
		a.num = x.num - y.num
	case token.MUL:
		a.num, a.factor, a.tens = x.num*y.num, x.factor*y.num, x.tens+tensOf(y.num)
		note = number(x.num) + " multiplied by " + number(y.num)
	case token.QUO:
		a.num, a.factor, a.tens = x.num/y.num, x.factor/y.num, x.tens-tensOf(y.num)
		note = number(x.num) + " divided by " + number(y.num)
	}
	if o.single {
		a = a.single()
	}
	if note != "" {
		a = a.with(Step{o.at.Position, note})
	}
	return a
}

// single is the constant a as a float32 holds it.
func (a reading) single() reading {
	exact := a.num
	a.num = float64(float32(exact))
	if math.Abs(exact) > maxSingle && a.num != exact {
		a.coarse = true
	}
	return a
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

// counted is a as a factor of a product: whole kroner, days and parcels are cut
// on purpose, and what they are multiplied by is the price.
func (a reading) counted() reading {
	if a.counts() {
		return reading{is: isWhole, float: true, factor: 1, steps: a.steps}
	}
	a.multiplied = a.multiplied || a.is == isParam && !a.float && !a.mixed
	return a
}

// scale is a times the constant c.
func (a reading) scale(c float64, at Place, note string) reading {
	a = a.with(Step{at.Position, note})
	whole := c == math.Trunc(c)
	switch a.is {
	case isWhole, isCut:
		return a.cutAgain(c, at)
	case isFraction:
		if b, ok := a.exactly(c); ok {
			return b
		}
		a.places = 0
	case isParam:
		if a.cut {
			return a.cutAgain(c, at)
		}
		a = a.parts(c)
		a.factor, a.at = a.factor*c, at
		return a
	case isHalved:
		if b, ok := a.exactly(c); ok {
			return b
		}
		// A half that is multiplied rounds nothing any more; one that is divided
		// may round what was added to as a part.
		if math.Abs(c) > 1 && !a.scaled() {
			return reading{is: isFraction, float: true, factor: c, at: a.at, steps: a.steps}
		}
		return reading{is: isNudged, float: true, factor: 1, steps: a.steps}
	case isNudged:
		return reading{is: isNudged, float: true, factor: 1, steps: a.steps}
	}
	if a.is == isFraction || a.is == isUnknown {
		a.factor, a.tens = a.factor*c, a.tens+tensOf(c)
		if !whole {
			a.trimmed = false
		}
	}
	return a
}

// cutAgain is a whole number a times c: as whole, and as much cut, as it was,
// or a fraction.
func (a reading) cutAgain(c float64, at Place) reading {
	places, ok := placesOf(c)
	if c == math.Trunc(c) || ok && places <= 0 {
		return a
	}
	b := reading{is: isFraction, float: true, factor: 1, at: at, steps: a.steps}
	if ok {
		b.places = places
	}
	return b
}

// exactly is a times c where that loses no digit; false where it may.
func (a reading) exactly(c float64) (reading, bool) {
	places, ok := placesOf(c)
	if a.places == 0 || !ok || a.places+places > maxPlaces {
		return a, false
	}
	if a.places += places; a.places <= 0 {
		return reading{is: isWhole, float: true, factor: 1, at: a.at, steps: a.steps}, true
	}
	a.is, a.factor, a.tens = isFraction, a.factor*c, a.tens+tensOf(c)
	return a, true
}

// parts notes on a parameter whether a whole argument stays whole when it is
// multiplied by c.
func (a reading) parts(c float64) reading {
	if a.float && a.places == 0 {
		a.parted = a.parted || c != math.Trunc(c)
		a.tens += tensOf(c)
		if a.since != 0 {
			a.since *= c
		}
		if c != math.Trunc(c) {
			a.trimmed = false
		}
		return a
	}
	was := a.places
	places, ok := placesOf(c)
	switch places += was; {
	case !ok && c == math.Trunc(c) && was == 0, ok && places <= 0:
		a.float, a.parted, a.places, a.since = false, false, 0, 0
		return a
	case ok && places <= maxPlaces:
		a.places = places
	default:
		a.places = 0
	}
	a.float, a.parted = true, true
	if was == 0 {
		a.since = 1 // it becomes a fraction here
	} else {
		a.since, a.tens = a.since*c, a.tens+tensOf(c)
	}
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

// halves reports whether half a minor unit is added to the constant x.
func (o operator) halves(x, y reading) bool {
	if o.op != token.ADD && o.op != token.SUB || x.coarse {
		return false
	}
	return math.Abs(y.num) == 0.5 || math.Abs(x.factor) >= minorFactor && math.Abs(y.num-math.Trunc(y.num)) == 0.5
}

// asFraction is the constant a as any number of its kind.
func (a reading) asFraction() reading {
	a.is = isFraction
	if a.num == math.Trunc(a.num) {
		a.is = isWhole
	}
	return a
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
