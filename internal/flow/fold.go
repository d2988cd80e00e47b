package flow

import (
	"go/token"
	"math"

	"github.com/vippslint/vippslint/internal/place"
)

// doubted is a constant that was computed of two, which may not belong together.
func (a reading) doubted() reading {
	if a.num != math.Trunc(a.num) || a.coarse {
		return reading{factor: 1, float: true}
	}
	return reading{is: isWhole, float: true, factor: 1, steps: a.steps}
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
		a = a.with(place.Step{Pos: o.at.Position, Note: note})
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
