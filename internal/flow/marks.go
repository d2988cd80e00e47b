package flow

import (
	"math"
	"math/bits"
)

// Marks say more of a reading than its judgement.
type marks struct {
	// tens is the power of ten in the constants that a float was multiplied by
	// since it was made: 2 for 100, for 10 twice and for a division by 0.01.
	tens int
	// since is the product of the constants that a number was multiplied by after
	// it became a fraction, where it was an integer parameter before; 0: it was
	// none.
	since float64
	// places bounds the binary digits behind the point of a fraction that was
	// made of a whole number by exact arithmetic, and of an integer parameter;
	// 0: no bound is known.
	places int
	// trimmed says that a float is whole because it was cut after a conversion
	// between units, so that no rounding brings back what is lost.
	trimmed bool
	// coarse says that a constant went through a float32 beyond its exact range.
	coarse bool
	// turning says that a constant is what a loop starts with, or goes on with in
	// one of its rounds.
	turning bool
	// unset says that a constant is the zero value of what nothing was stored in.
	unset bool
	// changed says that a parameter went through a sum, so that the number is
	// not the argument times the factor.
	changed bool
	// multiplied says that a parameter was multiplied as a whole number, so that
	// an argument which counts something may be one that was cut on purpose.
	multiplied bool
	// mixed says that a parameter is an integer or a float, as its type argument
	// is.
	mixed bool
	// late says that an integer was cut in kroner and made øre after that.
	late bool
	// floored says that a whole number was made of a parameter by Floor, Ceil or
	// Trunc, so that it matters whether the caller converted between units.
	floored bool
}

// maxPlaces bounds the digits behind the point that are kept track of. What a
// price is multiplied by has few of them; a literal such as 19.99 has some
// fifty, and its products are rounded.
const maxPlaces = 10

// placesOf gives the binary digits behind the point of c, as a negative number
// where c is a multiple of a power of two; false where there are too many.
func placesOf(c float64) (int, bool) {
	scaled := c * (1 << maxPlaces)
	if c == 0 || scaled != math.Trunc(scaled) || math.Abs(scaled) >= 1<<40 {
		return 0, false
	}
	return maxPlaces - bits.TrailingZeros64(uint64(math.Abs(scaled))), true
}

// tensOf gives n where c is the n-th power of ten, and 0 where it is none.
func tensOf(c float64) int {
	log := math.Log10(math.Abs(c))
	if c == 0 || math.Abs(log-math.Round(log)) > 1e-9 {
		return 0
	}
	return int(math.Round(log))
}

// counts reports whether a whole number was cut of something that is no amount
// yet: of hours, kilos or kroner that were not made øre.
func (a reading) counts() bool {
	return !a.late && (a.is == isCut || a.is == isParam && a.cut) && math.Abs(a.factor) < minorFactor
}

// sinceMade is the product of the constants that a was multiplied by since it
// may be a fraction.
func (a reading) sinceMade() float64 {
	if a.since != 0 {
		return a.since
	}
	return a.factor
}

// changesUnit reports whether a float was converted from kroner to øre: it was
// multiplied by 100, at once or in steps, and nothing took that back.
func (a reading) changesUnit() bool {
	return tensOf(a.sinceMade()) == 2 || a.tens == 2 && math.Abs(a.sinceMade()) >= minorFactor
}
