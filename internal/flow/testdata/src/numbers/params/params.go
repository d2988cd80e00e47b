// Package params passes numbers down through functions of its own.
package params

import "math"

func sink(any) {}

type order struct {
	total float64
	minor int64
	in    *order
}

// Pay leaves it to its callers.
func Pay(ore int64) { sink(ore) } // want `^param 0$`

// PayFloat wants whole numbers.
func PayFloat(ore float64) {
	sink(ore)        // want `^param 0$`
	sink(int64(ore)) // want `^param 0 cut at int64\(ore\)$`
}

// PayKroner multiplies.
func PayKroner(kroner float64) {
	sink(int64(kroner * 100)) // want `^cut by 100 at int64\(kroner \* 100\)$`
	sink(kroner * 100)        // want `^float at kroner \* 100$`
}

// PayOrder reads fields of what it gets.
func (o *order) PayOrder(p order) {
	sink(o.minor)        // want `^param 0.1$`
	sink(p.minor)        // want `^param 1.1$`
	sink(o.in.minor)     // want `^param 0.2.1$`
	sink(int64(p.total)) // want `^param 1.0 cut at int64\(p.total\)$`
	o.minor = 5
	sink(o.minor) // want `^clean$`
}

func minor(kroner float64) int64 { return int64(kroner * 100) }

func rounded(kroner float64) (n int64, ok bool) {
	n = int64(math.Round(kroner * 100))
	return n, true
}

func halves(n int64) (int64, float64) { return n / 2, float64(n) / 2 }

func calls(f float64) {
	sink(minor(f)) // want `^cut by 100 at int64\(kroner \* 100\)$`
	n, _ := rounded(f)
	sink(n) // want `^clean$`
	a, b := halves(int64(math.Round(f)))
	sink(a)        // want `^clean$`
	sink(b)        // want `^float at float64\(n\) / 2$`
	sink(int64(b)) // want `^cut at int64\(b\)$`
	sink(minor(5)) // want `^clean$`
}

// onlyWhole is called with whole kroner alone.
func onlyWhole(kroner float64) {
	sink(int64(kroner * 100)) // want `^clean$`
}

// sometimes is not.
func sometimes(kroner float64) {
	sink(int64(kroner * 100)) // want `^cut by 100`
}

func callers(f float64, n int) {
	onlyWhole(5)
	onlyWhole(float64(len("abc")))
	onlyWhole(math.Round(f))
	sometimes(5)
	sometimes(f)
}

func generic[T ~float32 | ~float64](x T) int64 { return int64(x * 100) }

func hand[T any](x T) T { return x }

func generics(f float64) {
	sink(generic(f))     // want `^cut by 100 at int64\(x \* 100\)$`
	sink(hand(minor(f))) // want `^cut by 100 at int64\(kroner \* 100\)$`
	sink(hand(int64(5))) // want `^clean$`
}

// PayDiscounted divides and multiplies by the same: a fraction stays one.
func PayDiscounted(kroner, percent float64) {
	sink(int64(kroner * (100 - percent) / 100 * 100)) // want `^cut at int64\(kroner \* \(100 - percent\) / 100 \* 100\)$`
}
