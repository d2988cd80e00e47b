package flow

import "github.com/vippslint/vippslint/internal/place"

// through judges what a function of another package makes of an argument.
func (ev *evaluation) through(l link) []reading {
	w := l.way
	return eachReading(ev.judge(l.to), func(a reading) reading {
		if w.Counts && a.counts() {
			return reading{factor: 1}
		}
		a.multiplied = a.multiplied || w.Counts && a.is == isParam
		steps := append(a.steps[:len(a.steps):len(a.steps)], w.Steps...)
		if w.Mixed && !a.float && !a.mixed {
			a = a.integerThrough(w)
		} else {
			a = a.floatThrough(w)
		}
		a.steps = steps
		return a
	})
}

// floatThrough is what becomes of a float argument, or one of an integer type.
func (a reading) floatThrough(w *Way) reading {
	at := place.Place{Position: w.At}
	if w.Factor != 0 && w.Factor != 1 {
		if a.is == isConst {
			a.num, a.factor, a.tens = a.num*w.Factor, a.factor*w.Factor, a.tens+tensOf(w.Factor)
		} else {
			a = a.scale(w.Factor, at, "")
		}
	}
	a.parted = a.parted || w.Parted && a.is == isParam
	if w.Changed {
		a = a.added(at)
	}
	if w.Floored {
		a = a.trim("", at)
	}
	a.trimmed = a.trimmed || w.Trimmed && a.changesUnit()
	if w.Cut {
		a = a.toInteger(at, place.Step{})
		a.late = a.late || w.Late && a.counts()
	}
	return a
}

// integerThrough is what becomes of an integer for which a function with a type
// parameter computes in integers.
func (a reading) integerThrough(w *Way) reading {
	switch a.is {
	case isWhole, isConst:
		return reading{is: isWhole, factor: 1}
	case isCut, isParam:
		if !w.Parted {
			a.changed = true
			return a
		}
	}
	return reading{factor: 1}
}

// added is an argument to which something was added.
func (a reading) added(at place.Place) reading {
	if a.is == isConst && !a.float {
		return reading{is: isWhole, factor: 1}
	}
	if a.is == isConst {
		a.at = at
		return a.repeated()
	}
	return a.altered()
}
