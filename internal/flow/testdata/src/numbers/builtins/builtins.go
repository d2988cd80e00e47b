// Package builtins passes numbers through builtin functions, assignment
// operators and conversions between integer types.
package builtins

import "math"

func sink(any) {}

type ore int64

func minmax(f float64) {
	bad := int64(f * 100)
	good := int64(math.Round(f * 100))
	sink(min(bad, 100, good))                // want `cut by 100`
	sink(max(0, good))                       // want `^clean$`
	sink(int64(max(f*100, 100)))             // want `cut by 100`
	sink(int64(math.Round(max(f*100, 100)))) // want `^clean$`
}

func operators(f float64) {
	bad := int64(0)
	bad += int64(f * 100)
	sink(bad) // want `^cut by 100`
	good := int64(5)
	good += int64(math.Round(f * 100))
	good *= 2
	good -= 1
	good++
	sink(good) // want `^clean$`
	g := f
	g *= 100
	sink(int64(g))             // want `^cut by 100`
	sink(int64(math.Round(g))) // want `^clean$`
	var sum float64
	sum += f
	sum += 2 * f
	sink(int64(sum * 100))             // want `^cut by 100`
	sink(int64(math.Round(sum * 100))) // want `^clean$`
}

func conversions(f float64) {
	bad := ore(f * 100)
	sink(bad)              // want `^cut by 100`
	sink(int64(bad))       // want `^cut by 100`
	sink(uint32(int(bad))) // want `^cut by 100`
	good := ore(math.Round(f * 100))
	sink(int32(uint64(good))) // want `^clean$`
	sink(-int(good))          // want `^clean$`
	sink(-int(bad))           // want `^cut by -?100`
}

func lengths(list []float64, m map[string]int) {
	sink(len(list) * 100) // want `^clean$`
	sink(cap(list))       // want `^clean$`
	sink(len(m) + 5)      // want `^clean$`
}
