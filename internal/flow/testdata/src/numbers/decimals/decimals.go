// Package decimals uses decimal libraries: clean up to their integer results.
package decimals

import (
	"math"
	"strconv"

	"github.com/Rhymond/go-money"
	"github.com/cockroachdb/apd/v3"
	big "github.com/ericlagergren/decimal"
	values "github.com/govalues/decimal"
	"github.com/shopspring/decimal"
)

func sink(any) {}

var hundred = decimal.NewFromInt(100)

func shopspring(x float64, text string) {
	d, _ := decimal.NewFromString(text)
	sink(d.Mul(hundred).IntPart())                       // want `^clean$`
	sink(decimal.NewFromFloat(x).Mul(hundred).IntPart()) // want `^clean$`
	sink(decimal.NewFromFloat(19.99).Shift(2).IntPart()) // want `^clean$`
	sink(d.Mul(hundred).Round(0).IntPart())              // want `^clean$`
	sink(d.Shift(2).BigInt().Int64())                    // want `^clean$`
	sink(d.CoefficientInt64())                           // want `^clean$`
	sink(decimal.NewFromFloat(x).IntPart() * 100)        // want `^clean$`
	n, _ := strconv.Atoi(d.Mul(hundred).StringFixed(0))
	sink(n)                                                    // want `^clean$`
	sink(d.Mul(hundred).Round(0).InexactFloat64())             // want `^whole$`
	sink(int64(d.Mul(hundred).Round(0).InexactFloat64()))      // want `^clean$`
	sink(int64(math.Round(d.Mul(hundred).InexactFloat64())))   // want `^clean$`
	sink(int64(decimal.NewFromInt(int64(n)).InexactFloat64())) // want `^clean$`
	sink(decimal.NewFromFloat(x * 100).Round(0).IntPart())     // want `^clean$`
	sink(decimal.NewFromFloat(math.Round(x * 100)).IntPart())  // want `^clean$`

	sink(d.InexactFloat64())                       // want `^float at d\.InexactFloat64\(\)$`
	sink(int64(d.InexactFloat64() * 100))          // want `^cut by 100 at`
	sink(int64(d.Mul(hundred).InexactFloat64()))   // want `^cut at`
	sink(int64(d.Round(2).InexactFloat64() * 100)) // want `^cut by 100 at`
	f, _ := d.Mul(hundred).Float64()
	sink(int64(f)) // want `^cut at int64\(f\)$`
	// The decimal is 1998.9999999999998 and loses as much as the float.
	sink(decimal.NewFromFloat(x * 100).IntPart()) // want `^cut by 100 at decimal\.NewFromFloat\(x \* 100\)\.IntPart\(\)$`
}

func others(x float64, text string) {
	a, _, _ := apd.NewFromString(text)
	n, _ := a.Int64()
	sink(n)               // want `^clean$`
	sink(a.Coeff.Int64()) // want `^clean$`
	f, _ := a.Float64()
	sink(int64(f * 100)) // want `^cut by 100 at`

	b := new(big.Big).SetFloat64(x)
	b.Mul(b, big.New(100, 0))
	k, _ := b.Int64()
	sink(k) // want `^clean$`
	u, _ := b.RoundToInt().Uint64()
	sink(int64(u)) // want `^clean$`
	g, _ := b.Float64()
	sink(int64(g)) // want `^cut at`

	v, _ := values.Parse(text)
	whole, frac, _ := v.Int64(2)
	sink(whole*100 + frac) // want `^clean$`
	sink(int64(v.Coef()))  // want `^clean$`
	h, _ := v.Float64()
	sink(int64(h * 100)) // want `^cut by 100 at`
}

// NewFromFloat of go-money cuts: money.NewFromFloat(19.99, "NOK").Amount() is
// 1998.
func gomoney(x float64, ore int64) {
	sink(money.New(ore, "NOK").Amount())             // want `^clean$`
	sink(money.New(ore, "NOK").Multiply(2).Amount()) // want `^clean$`
	m := money.New(1999, "NOK")
	sink(m.Amount())                                        // want `^clean$`
	sink(int64(m.AsMajorUnits() * 100))                     // want `^cut by 100 at`
	sink(money.NewFromFloat(x, "NOK").Amount())             // want `^cut by 100 at money\.NewFromFloat\(x, "NOK"\)$`
	sink(money.NewFromFloat(19.99, "NOK").Amount())         // want `^cut by 100 at money\.NewFromFloat`
	sink(money.NewFromFloat(20, "NOK").Amount())            // want `^clean$`
	sink(money.NewFromFloat(math.Round(x), "NOK").Amount()) // want `^clean$`
}

// A decimal type of the shop's own is judged by what it does.
type ore struct{ n int64 }

func cut(kroner float64) ore     { return ore{int64(kroner * 100)} }
func rounded(kroner float64) ore { return ore{int64(math.Round(kroner * 100))} }
func (o ore) times(n int64) ore  { return ore{o.n * n} }
func (o ore) Int64() int64       { return o.n }
func (o ore) kroner() float64    { return float64(o.n) / 100 }

func own(x float64) {
	sink(cut(x).Int64())                   // want `^cut by 100 at int64\(kroner \* 100\)$`
	sink(cut(x).times(3).Int64())          // want `^cut by 100 at`
	sink(rounded(x).Int64())               // want `^clean$`
	sink(rounded(x).times(3).Int64())      // want `^clean$`
	sink(int64(rounded(x).kroner() * 100)) // want `^cut by 100 at`
}
