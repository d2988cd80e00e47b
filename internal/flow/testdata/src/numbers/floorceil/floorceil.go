// Package floorceil has floats that are made whole by Floor, Ceil, Trunc and
// Modf: of kroner times hundred, where 0.07*100 is 7.000000000000001 and
// 19.99*100 is 1998.9999999999998, and of anything else.
package floorceil

import (
	"math"
	"strconv"
)

func sink(any) {}

func units(text string) {
	x, _ := strconv.ParseFloat(text, 64)
	sink(int64(math.Floor(x * 100)))       // want `^cut by 100 at int64\(math\.Floor\(x \* 100\)\)$`
	sink(int64(math.Ceil(x * 100)))        // want `^cut by 100 at int64\(math\.Ceil\(x \* 100\)\)$`
	sink(int64(math.Trunc(x * 100)))       // want `^cut by 100 at`
	sink(math.Floor(x * 100))              // want `^float at strconv\.ParseFloat`
	sink(math.Ceil(x * 100))               // want `^float at strconv\.ParseFloat`
	sink(int64(math.Ceil(x * 1e2)))        // want `^cut by 100 at`
	sink(int64(math.Floor(x * 10 * 10)))   // want `^cut by 100 at`
	sink(int64(math.Floor(x / 0.01)))      // want `^cut by 100 at`
	sink(int64(math.Floor(100 * x)))       // want `^cut by 100 at`
	sink(int64(math.Ceil(x * 1.25 * 100))) // want `^cut by 125 at`
	sink(int64(math.Ceil(x * 100 / 1.25))) // want `^cut by 80 at`
	ore := x * 100
	ore -= 5
	sink(int64(math.Floor(ore)))             // want `^cut by 100 at`
	sink(int64(math.Round(math.Floor(ore)))) // want `^cut by 100 at`
	sink(int64(math.Floor(ore) * 2))         // want `^cut by 200 at`
	sink(int64(math.Floor(ore) + 0.5))       // want `^cut by 100 at`
	sink(int64(math.Floor(math.Floor(ore)))) // want `^cut by 100 at`
	whole, part := math.Modf(x * 100)
	sink(int64(whole)) // want `^cut by 100 at int64\(whole\)$`
	sink(part)         // want `^float at math\.Modf\(x \* 100\)$`
	r := math.Round(x*100) / 100
	sink(int64(math.Floor(r * 100))) // want `^cut by 100 at`
	sink(int64(math.Ceil(r * 100)))  // want `^cut by 100 at`
}

// Whole kroner, ten øre, a discount: the program says which way.
func decided(text string, count int) {
	x, _ := strconv.ParseFloat(text, 64)
	sink(int64(math.Floor(x)) * 100)                     // want `^clean$`
	sink(int64(math.Floor(x) * 100))                     // want `^clean$`
	sink(int64(math.Ceil(x) * 100))                      // want `^clean$`
	sink(int64(math.Trunc(x)) * 100)                     // want `^clean$`
	sink(math.Ceil(x))                                   // want `^whole$`
	sink(int64(math.Floor(x*10)) * 10)                   // want `^clean$`
	sink(int64(math.Ceil(float64(count) * 0.8)))         // want `^clean$`
	sink(int64(math.Floor(float64(count) * 100)))        // want `^param 1$`
	sink(int64(math.Floor(math.Round(x*100) * 0.8)))     // want `^clean$`
	sink(int64(math.Floor(math.Round(x*100) / 100)))     // want `^clean$`
	sink(int64(math.Ceil(math.Round(x*100) * 25 / 100))) // want `^clean$`
	sink(int64(math.Floor(x*100 + 0.5)))                 // want `^clean$`
	sink(int64(math.Ceil(math.Round(x * 100))))          // want `^clean$`
	kroner, _ := math.Modf(x)
	sink(int64(kroner) * 100) // want `^clean$`
}

// The øre are cut off before there are any, by no function that says so.
func krone(x float64, n int) {
	sink(int64(x) * 100)              // want `^cut at int64\(x\)$`
	sink(100 * int64(n) * int64(x))   // want `^param 1; unknown$`
	sink(int64(n) * (100 * int64(x))) // want `^cut at int64\(x\); param 1$`
	sink(int64(math.Round(x)) * 100)  // want `^clean$`
	sink(int64(x) * 4900)             // want `^unknown$`
}

func up(x float64) int64 { return int64(math.Ceil(x)) }

func minor(x float64) float64 { return x * 100 }

// The conversion between units may stand in another function.
func apart(x float64) {
	sink(up(x * 100))                 // want `^cut by 100 at int64\(math\.Ceil\(x\)\)$`
	sink(up(math.Round(x*100) * 2))   // want `^clean$`
	sink(up(x) * 100)                 // want `^clean$`
	sink(math.Floor(minor(x)))        // want `^float at x \* 100$`
	sink(int64(math.Floor(minor(x)))) // want `^cut by 100 at`
	sink(int64(math.Round(minor(x)))) // want `^clean$`
}
