// Package rounding has floats that are rounded, each beside one that looks like
// it and is not. TestForms runs the first function over every price up to
// 1,000 kr: what is clean gives the right øre for each of them.
package rounding

import "math"

func sink(any) {}

func twins(x, y float64) {
	sink(int64(math.Round(x * 100)))           // want `^clean$`
	sink(int64(x * 100))                       // want `^cut by 100 at int64\(x \* 100\)$`
	sink(int64(math.RoundToEven(x * 100)))     // want `^clean$`
	sink(uint32(math.Round(x * 100)))          // want `^clean$`
	sink(int(math.Round(x) * 100))             // want `^clean$`
	sink(int64(math.Floor(x*100 + 0.5)))       // want `^clean$`
	sink(int64(math.Floor(x * 100)))           // want `^cut by 100`
	sink(int64(math.Trunc(x*100 + 0.5)))       // want `^clean$`
	sink(int64(math.Ceil(x*100 - 0.5)))        // want `^clean$`
	sink(int64(x*100 + 0.5))                   // want `^clean$`
	sink(int64(0.5 + x*100))                   // want `^clean$`
	sink(int64(x*100 + math.Copysign(0.5, x))) // want `^clean$`
	sink(int64(x*100 + 10.5))                  // want `^clean$`
	sink(int64(x*100 + 10))                    // want `^cut by 100`
	sink(int64(math.Round(x*100)) + 10)        // want `^clean$`
	sink(-int64(math.Round(-x * 100)))         // want `^clean$`
	sink(int64(math.Abs(math.Round(x * 100)))) // want `^clean$`

	// The sum is rounded, or each part of it.
	sink(int64(math.Round((x + y) * 100)))                  // want `^clean$`
	sink(int64(math.Round(x*100) + math.Round(y*100)))      // want `^clean$`
	sink(int64(math.Round(x*100)) + int64(y*100))           // want `^cut by 100 at int64\(y\*100\)$`
	sink(int64(math.Round(x*100) - math.Round(y*100)))      // want `^clean$`
	sink(int64(math.Round(x*100) * 3))                      // want `^clean$`
	sink(int64(math.Round(x*100)*3 + y*100))                // want `^cut by 100`
	sink(int64(math.Max(math.Round(x*100), 100)))           // want `^clean$`
	sink(int64(math.Max(x*100, 100)))                       // want `^clean; cut by 100`
	sink(int64(math.Round(math.Max(x, y) * 100)))           // want `^clean$`
	sink(int64(min(math.Round(x*100), math.Round(y*100))))  // want `^clean$`
	sink(int64(math.Round(x*100 + math.Round(y*100)*0.25))) // want `^clean$`
}

// A rounded number that is divided is a float of kroner like any other.
func again(x float64) {
	y := math.Round(x*100) / 100
	sink(int64(y * 100))                             // want `^cut by 100 at int64\(y \* 100\)$`
	sink(int64(math.Round(y * 100)))                 // want `^clean$`
	sink(int64(math.Floor(y * 100)))                 // want `^cut by 100`
	sink(y)                                          // want `^float at math\.Round\(x\*100\) / 100$`
	z := math.Round(x*100) * 0.01                    // 29*0.01 is 0.29, and 0.29*100 is 28.999999999999996
	sink(int64(z * 100))                             // want `^cut by 100`
	sink(int64(math.Round(x) * 1.1))                 // want `^cut at int64\(math\.Round\(x\) \* 1\.1\)$`
	sink(int64(math.Round(x*1000) / 10))             // want `^cut at`
	sink(int64(math.Round(math.Round(x*1000) / 10))) // want `^clean$`
}

// What is cut before it is rounded stays cut.
func late(x float64) {
	sink(int64(math.Round(float64(int64(x * 100))))) // want `^cut by 100 at int64\(x \* 100\)$`
	sink(int64(math.Round(math.Round(x * 100))))     // want `^clean$`
	sink(int64(math.Round(math.Trunc(x * 100))))     // want `^cut by 100`
	sink(int64(math.Round(float64(int64(x)) * 100))) // want `^clean$`
	sink(math.Round(x * 100))                        // want `^whole$`
	sink(math.Round(x*100) / 100)                    // want `^float`
	sink(int64(math.Round(x*100*100) / 100))         // want `^cut at`
}

// A half before the multiplication rounds nothing: 1.06 and 0.5 are 1.56, and
// 1.56 times 100 is 156.00000000000003, but 1.13 and 0.5 give 162.99999999999997.
func early(x float64) {
	sink(int64((x + 0.5) * 100))              // want `^cut by 100`
	sink(int64((math.Round(x) + 0.5) * 100))  // want `^clean$`
	sink(int64((x + 49.5) * 100))             // want `^cut by 100`
	sink(int64(math.Round((x + 49.5) * 100))) // want `^clean$`
	sink(int64(math.Round(x) + 0.5))          // want `^clean$`
	sink(math.Round(x) + 0.5)                 // want `^float at math\.Round\(x\) \+ 0\.5$`
}

// Sums over several prices.
func loops(prices []float64) {
	var late, early, never float64
	for _, p := range prices {
		late += p
		early += math.Round(p * 100)
		never += p * 100
	}
	sink(int64(math.Round(late * 100))) // want `^clean$`
	sink(int64(early))                  // want `^clean$`
	sink(int64(late * 100))             // want `^clean; cut by 100`
	sink(int64(never))                  // want `^clean; cut by 100`
	var ore int64
	for _, p := range prices {
		ore += int64(p * 100)
	}
	sink(ore) // want `^clean; cut by 100 at int64\(p \* 100\)$`
	ore = 0
	for _, p := range prices {
		ore += int64(math.Round(p * 100))
	}
	sink(ore) // want `^clean$`
}
