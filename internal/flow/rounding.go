package flow

import (
	"math"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// mathName is the name of the function of package math that is called.
func mathName(common *ssa.CallCommon) string {
	fn := common.StaticCallee()
	if fn == nil {
		return ""
	}
	if obj := code.Declared(fn); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "math" {
		return obj.Name()
	}
	return ""
}

// math judges a result of a call of package math; nil where nothing is said of
// it.
func (ev *evaluation) math(call *ssa.Call, name string, result int, s spot) []reading {
	arg := func(i int) []reading { return ev.judge(s.to(call.Call.Args[i], nil)) }
	at := ev.r.place(call.Pos())
	switch name {
	case "Round", "RoundToEven":
		return eachReading(arg(0), func(a reading) reading { return a.rounded(name, at) })
	case "Floor", "Ceil", "Trunc":
		return eachReading(arg(0), func(a reading) reading { return a.trim(name, at) })
	case "Modf":
		return eachReading(arg(0), func(a reading) reading {
			if result == 0 {
				return a.trim("Modf", at)
			}
			return reading{is: isFraction, float: true, factor: 1, at: at, steps: a.steps}
		})
	case "Abs":
		return eachReading(arg(0), func(a reading) reading {
			a.num = math.Abs(a.num)
			return a.altered()
		})
	case "Max", "Min":
		return append(arg(0), arg(1)...)
	case "Copysign":
		return eachReading(arg(0), reading.altered)
	case "Pow":
		x, y := arg(0), arg(1)
		if len(x) == 1 && len(y) == 1 && x[0].is == isConst && y[0].is == isConst {
			return []reading{{is: isConst, float: true, factor: 1, num: math.Pow(x[0].num, y[0].num), at: at}}
		}
	case "Pow10":
		if x := arg(0); len(x) == 1 && x[0].is == isConst {
			return []reading{{is: isConst, float: true, factor: 1, num: math.Pow10(int(x[0].num)), at: at}}
		}
	}
	return nil
}

// rounded judges Round and RoundToEven. They make whole numbers, but bring
// nothing back that was cut before.
func (a reading) rounded(name string, at place.Place) reading {
	switch {
	case a.is == isAgain, a.is == isCut, a.is == isWhole, a.trimmed, a.coarse,
		a.is == isParam && !a.float && !a.mixed:
		return a
	case a.is == isConst:
		round := math.Round
		if name == "RoundToEven" {
			round = math.RoundToEven
		}
		a.num = round(a.num)
		return a
	}
	whole := reading{is: isWhole, float: true, factor: 1, at: at, steps: a.steps}
	return whole.with(place.Step{Pos: at.Position, Note: "rounded"})
}

// trim judges Floor, Ceil, Trunc and the first result of Modf. They make whole
// numbers, which is for the program to decide; but of kroner times hundred they
// make the same wrong øre as a conversion, since 0.07*100 is more than 7 and
// 19.99*100 less than 1999.
func (a reading) trim(name string, at place.Place) reading {
	whole := reading{is: isWhole, float: true, factor: 1, at: at, steps: a.steps}
	switch a.is {
	case isConst:
		if n := a.num; n == math.Trunc(n) {
			return a
		}
		if a.changesUnit() {
			a.is = isFraction
			return a.trimmedBy(name, at)
		}
		switch name {
		case "Floor":
			a.num = math.Floor(a.num)
		case "Ceil":
			a.num = math.Ceil(a.num)
		default:
			a.num = math.Trunc(a.num)
		}
		return a
	case isCut, isAgain, isWhole:
		return a
	case isNudged:
		return reading{float: true, factor: 1}
	case isHalved:
		return whole
	case isParam:
		if !a.float && !a.mixed {
			return a
		}
	}
	switch {
	case a.trimmed:
		return a
	case a.changesUnit():
		return a.trimmedBy(name, at)
	case a.is == isParam:
		a.is, a.float, a.floored, a.at = isWhole, true, true, at
		return a.with(place.Step{Pos: at.Position, Note: "made whole by math." + name})
	}
	return whole
}

// trimmedBy is a as a function of package math cut it after a conversion
// between units.
func (a reading) trimmedBy(name string, at place.Place) reading {
	a.trimmed, a.places = true, 0
	return a.with(place.Step{Pos: at.Position, Note: "cut by math." + name})
}
