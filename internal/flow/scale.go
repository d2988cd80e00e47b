package flow

import (
	"math"

	"github.com/vippslint/vippslint/internal/place"
)

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
func (a reading) scale(c float64, at place.Place, note string) reading {
	a = a.with(place.Step{Pos: at.Position, Note: note})
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
func (a reading) cutAgain(c float64, at place.Place) reading {
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
