package flow

import (
	"cmp"
	"math"
	"slices"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// A Verdict judges a number as an amount in whole minor units.
type Verdict int

// The verdicts.
const (
	Unknown   Verdict = iota // nothing can be said: silent
	Clean                    // a constant, integer arithmetic, or a float that was rounded before its conversion
	Truncated                // an integer that a float was cut to, not rounded
	Float                    // the value is itself a float that was not rounded
	Whole                    // the value is itself a float, and a whole number
	FromParam                // depends on what a caller passes
)

// A Number is what one way to a value says of it.
type Number struct {
	Verdict Verdict
	At      place.Place // Truncated: the conversion; Float: where the float was made
	Stored  place.Place // where it was stored in the part of something that was asked about, in the package at hand; not valid where it came there otherwise
	Factor  float64     // the constant by which the float was multiplied before the conversion; 0: none or unknown

	// Const is the number where it is a constant that the program writes; nil
	// otherwise, for the zero value of what nothing was stored in, and for 0 and
	// less where there are other ways: what stands beside an error or is set
	// before a branch is no amount.
	Const *float64

	// Late says of a cut that the integer was multiplied by the factor between
	// kroner and øre after it: no øre is left.
	Late bool

	// FromParam: parameter Param (0 is the receiver of a method) of the
	// function in which the value asked about stands, and the part of it. Cut
	// says that it is a float and becomes an integer at At without rounding, so
	// a whole number is needed; otherwise it is handed on as it is.
	Param     int
	ParamPath Path
	Cut       bool

	// FromParam: Changed says that the number is calculated from the parameter, so
	// that it is another one than the argument, and Multiplied that this was a
	// multiplication of whole numbers, see Counts.
	Changed    bool
	Multiplied bool

	// Func is the function whose parameter it is. It differs from the one in
	// which the value stands where that is a literal within Func.
	Func *ssa.Function

	Way []place.Step // from the origin to the value asked about
}

// Counts reports whether a number that was cut counts something, such as days,
// parcels or whole kroner: it was not multiplied before, by ten or more. When it
// is multiplied with a price after, that it was cut is on purpose.
func (n Number) Counts() bool {
	return n.Verdict == Truncated && !n.Late && math.Abs(n.Factor) < minorFactor
}

// Numbers judges v, one entry for each way to it, sorted by position. It gives
// nil where the budget ran out.
func (r *Result) Numbers(v Val) []Number {
	r.mu.Lock()
	defer r.mu.Unlock()
	ev := r.evaluation()
	list := ev.judge(spot{v: v.V, path: v.Path, ctx: v.ctx, at: v.at})
	if ev.left < 0 {
		return nil
	}
	var numbers []Number
	for _, a := range list {
		n, ok := r.number(a)
		if n.Const != nil && *n.Const <= 0 && len(list) > 1 {
			n.Const = nil // what a program says for none, until it says something
		}
		if ok && !slices.ContainsFunc(numbers, func(m Number) bool { return order(n, m) == 0 }) {
			numbers = append(numbers, n)
		}
	}
	slices.SortStableFunc(numbers, order)
	return numbers
}

// order sorts numbers by position; equal ones say the same.
func order(a, b Number) int {
	return cmp.Or(
		cmp.Compare(a.At.Position.Filename, b.At.Position.Filename),
		cmp.Compare(a.At.Position.Line, b.At.Position.Line),
		cmp.Compare(a.At.Position.Column, b.At.Position.Column),
		cmp.Compare(a.Verdict, b.Verdict),
		cmp.Compare(a.Param, b.Param),
		slices.Compare(a.ParamPath, b.ParamPath),
		compareBool(a.Cut, b.Cut),
		compareBool(a.Changed, b.Changed),
		compareBool(a.Multiplied, b.Multiplied),
		compareConst(a.Const, b.Const),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func compareConst(a, b *float64) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}

// number tells others what a reading says.
func (r *Result) number(a reading) (Number, bool) {
	n := Number{Way: a.steps, Stored: a.stored}
	switch a.is {
	case isAgain:
		return n, false
	case isWhole:
		n.Verdict = Clean
		if a.float {
			n.Verdict = Whole
		}
	case isConst:
		if !a.unset && !a.coarse {
			n.Const = &a.num
		}
		switch {
		case !a.float:
			n.Verdict = Clean
		case a.num == math.Trunc(a.num) && !a.coarse:
			n.Verdict = Whole
		default:
			n.Verdict, n.At = Float, a.at
		}
	case isCut:
		n.Verdict, n.At = Truncated, a.at
		n.Factor, n.Late = factorOf(a), a.late
	case isFraction, isHalved, isNudged:
		n.Verdict, n.At = Float, a.at
	case isParam:
		if (a.cut || a.float || a.mixed) && (a.scaled() || a.late) && (!a.mixed || r.floatArrives(a)) {
			n.Verdict, n.At, n.Factor, n.Late = Float, a.at, factorOf(a), a.late
			if a.cut {
				n.Verdict = Truncated
			}
			if r.wholeByCallers(a) {
				return Number{Verdict: Clean, Way: a.steps}, true
			}
			return n, true
		}
		n.Verdict, n.Func, n.Param, n.ParamPath = FromParam, a.fn, a.param, a.path
		n.Changed, n.Multiplied = a.changed || a.multiplied || a.scaled(), a.multiplied
		if a.cut {
			n.Cut, n.At = true, a.at
		}
	}
	return n, true
}

// factorOf is the constant that a float was multiplied by; 0 for none.
func factorOf(a reading) float64 {
	if f := a.sinceMade(); f != 1 {
		return f
	}
	return 0
}

// floatArrives reports whether some call that is seen passes a float, which is
// not known to be whole, for the parameter a, whose type argument decides.
func (r *Result) floatArrives(a reading) bool {
	if r.asking[a.fn] {
		return false
	}
	r.asking[a.fn] = true
	defer delete(r.asking, a.fn)
	for _, call := range r.callers(a.fn) {
		args := call.Common().Args
		if a.param >= len(args) {
			continue
		}
		ev := r.evaluation()
		for _, b := range ev.judge(spot{v: args[a.param], path: a.path, at: call}) {
			if b.float && (b.is == isFraction || b.is == isParam || b.is == isUnknown || b.is == isConst && b.num*a.factor != math.Trunc(b.num*a.factor)) {
				return true
			}
		}
	}
	return false
}

// wholeByCallers reports whether every call of the function that a's parameter
// belongs to is seen, and passes what is whole after it is multiplied.
func (r *Result) wholeByCallers(a reading) bool {
	calls, all := r.allCallers(a.fn)
	if !all || r.asking[a.fn] {
		return false
	}
	r.asking[a.fn] = true
	defer delete(r.asking, a.fn)
	for _, call := range calls {
		args := call.Common().Args
		if a.param >= len(args) {
			return false
		}
		ev := r.evaluation()
		for _, b := range ev.judge(spot{v: args[a.param], path: a.path, at: call}) {
			switch b.is {
			case isConst:
				if p := b.num * a.factor; p != math.Trunc(p) {
					return false
				}
			case isWhole:
				if a.parted || a.factor != math.Trunc(a.factor) {
					return false
				}
			case isAgain:
			default:
				return false
			}
		}
		if ev.left < 0 {
			return false
		}
	}
	return true
}
