// Package money knows of kroner and øre and of nobody who moves them.
package money

import "math"

type Kroner float64

func (k Kroner) Ore() int64 { return int64(k * 100) }

func (k Kroner) OreRounded() int64 { return int64(math.Round(float64(k) * 100)) }

func ToMinor(f float64) int64 { return int64(f * 100) }

func ToMinorOK(f float64) int64 { return int64(math.Round(f * 100)) }

func Times100(f float64) float64 { return f * 100 }

func Split(f float64) (kr, ore int64) {
	kr = int64(f)
	ore = int64(math.Round((f - float64(kr)) * 100))
	return
}

type Price struct {
	Minor int64
	Cur   string
}

func FromFloat(f float64) Price { return Price{Minor: ToMinor(f), Cur: "NOK"} }

func Exact(kr, ore int64) Price { return Price{Minor: kr*100 + ore, Cur: "NOK"} }

func (p *Price) SetKroner(f float64) { p.Minor = int64(100 * f) }

func (p *Price) SetOre(n int64) { p.Minor = n }

func (p Price) Get() int64 { return p.Minor }

func Sum[T ~int64 | ~float64](list []T) (t T) {
	for _, x := range list {
		t += x
	}
	return t
}

var Ship float64 = 49.90

func Map[A, B any](in []A, f func(A) B) []B {
	out := make([]B, 0, len(in))
	for _, a := range in {
		out = append(out, f(a))
	}
	return out
}
