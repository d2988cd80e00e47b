// Package singles has float32 on the way.
package singles

import (
	"math"
	"strconv"
)

func sink(any) {}

func twins(x float32, n int, text string) {
	sink(int64(x * 100))                               // want `^cut by 100 at int64\(x \* 100\)$`
	sink(int64(math.Round(float64(x * 100))))          // want `^clean$`
	sink(int64(math.Round(float64(x) * 100)))          // want `^clean$`
	sink(int64(float64(x) * 100))                      // want `^cut by 100`
	sink(int64(x*100 + 0.5))                           // want `^clean$`
	sink(int64(float32(math.Round(float64(x) * 100)))) // want `^clean$`
	sink(int64(math.Floor(float64(x * 100))))          // want `^cut by 100`
	sink(int64(float32(n)))                            // want `^param 1$`
	sink(x)                                            // want `^param 0$`
	f, _ := strconv.ParseFloat(text, 32)
	sink(int64(float32(f) * 100))                      // want `^cut by 100`
	sink(int64(math.Round(float64(float32(f)) * 100))) // want `^clean$`
}

// Constants are computed as the program does it, in 24 bits. 19.99 is
// 19.9899997711181640625 and its product with 100 rounds to 1999: the
// step between floats is 2^-13 there. 0.57 is 0.56999999284744262695 and gives 57.
func constants() {
	var a float32 = 19.99
	sink(int64(a * 100)) // want `^clean$`
	var b float32 = 0.29
	sink(int64(b * 100)) // want `^clean$`
	var c float32 = 0.57
	sink(int64(c * 100)) // want `^clean$`
	// A float64 of the same literal is less.
	d := 19.99
	sink(int64(d * 100)) // want `^cut by 100 at int64\(d \* 100\)$`
	// From float32 to float64 first: 19.9899997711181640625*100 is
	// 1998.99997711181640625.
	sink(int64(float64(a) * 100)) // want `^cut by 100`
}

// Above 16,777,216 a float32 holds only every second whole number, so that
// rounding comes too late: 200000.01 is 200000.015625, and its product with 100
// lies between 20000000 and 20000002.
func large() {
	var a float32 = 200000.01
	sink(int64(math.Round(float64(a * 100)))) // want `^cut by 100 at int64\(math\.Round\(float64\(a \* 100\)\)\)$`
	b := 200000.01
	sink(int64(math.Round(b * 100))) // want `^clean$`
	k := 16777217
	sink(int64(float32(k))) // want `^cut at int64\(float32\(k\)\)$`
	sink(int64(float64(k))) // want `^clean$`
	k = 20000000
	sink(int64(float32(k))) // want `^clean$`
	var n float32 = 16777216
	sink(int64(n + 1)) // want `^cut at int64\(n \+ 1\)$`
	sink(int64(n + 2)) // want `^clean$`
	sink(int64(n - 1)) // want `^clean$`
	var small float32 = 167000.5
	sink(int64(math.Round(float64(small * 100)))) // want `^clean$`
}
