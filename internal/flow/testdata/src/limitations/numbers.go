package limitations

import (
	"math"
	"math/big"

	"github.com/Rhymond/go-money"
	"github.com/shopspring/decimal"
)

// Right: cut, since the caller converts to øre before. A function that rounds
// down what it is given is judged for itself; its callers in other functions of
// the package are followed, but not those of the sink.
func floored(ore float64) {
	sink(int64(math.Floor(ore))) // want `^clean$`
}

func passesOre(f float64) { floored(f * 100) }

// Right: cut. A Rat of a float is exact, and so as much too small as the float
// was: of a Rat it is not known where it comes from.
func ratOfFloat(f float64) {
	r := new(big.Rat).SetFloat64(f)
	r.Mul(r, big.NewRat(100, 1))
	sink(new(big.Int).Quo(r.Num(), r.Denom()).Int64()) // want `^clean$`
}

func hundredfold(f *big.Float) *big.Float { return f.Mul(f, big.NewFloat(100)) }

// Right: cut. A big.Float is followed within one function.
func bigElsewhere(f float64) {
	n, _ := hundredfold(big.NewFloat(f)).Int64()
	sink(n) // want `^unknown$`
}

// Right: cut, both. That a decimal was made of a float is seen only where
// nothing is done with it in between.
func decimalKept(f float64) {
	d := decimal.NewFromFloat(f * 100)
	sink(d.Add(decimal.NewFromInt(5)).IntPart())            // want `^clean$`
	sink(money.NewFromFloat(f, "NOK").Multiply(2).Amount()) // want `^clean$`
}

// Right: cut. What was cut to tenths of øre may be rounded by the division.
func tenths(f float64) {
	sink(int64(f*1000) / 10) // want `^unknown$`
}

// Right: clean. That a number is rounded by hand is seen, but not that it is
// done right.
func byHand(f float64) {
	n := int64(f * 100)
	if f*100-float64(n) >= 0.5 {
		n++
	}
	sink(n) // want `^unknown$`
}
