// Package globals keeps amounts in package variables, its own and another
// package's.
package globals

import (
	"math"
	"os"
	"strconv"

	"numbers/globals/lib"
)

func sink(any) {}

func price() float64 {
	f, _ := strconv.ParseFloat(os.Getenv("PRICE"), 64)
	return f
}

var (
	fee   = int64(price() * 100)
	tip   = int64(math.Round(price() * 100))
	later int64
	mixed int64
	table = map[string]int64{"a": int64(price() * 100), "b": 500}
	list  = []int64{int64(price() * 100)}
	conf  = config{cut: int64(price() * 100), whole: 5}
	ptr   = &config{cut: int64(price() * 100), whole: 5}
)

type config struct{ cut, whole int64 }

func set(f float64) {
	later = int64(f * 100)
	mixed = int64(f * 100)
}

func other() { mixed = 100 }

func own() {
	sink(fee)        // want `^cut by 100`
	sink(tip)        // want `^clean$`
	sink(later)      // want `^cut by 100`
	sink(mixed)      // want `^clean; unknown$`
	sink(table["a"]) // want `^cut by 100`
	sink(table["b"]) // want `^clean$`
	sink(list[0])    // want `^cut by 100`
	sink(conf.cut)   // want `^cut by 100`
	sink(conf.whole) // want `^clean$`
	sink(ptr.cut)    // want `^cut by 100`
	sink(ptr.whole)  // want `^clean$`
}

func others() {
	sink(lib.Fee)                     // want `^cut by 100 at lib.go:38$`
	sink(lib.Tip)                     // want `^clean$`
	sink(lib.Both)                    // want `^clean; unknown$`
	sink(int64(lib.Rate * 100))       // want `^cut by 100`
	sink(int64(lib.Whole * 100))      // want `^clean$`
	sink(lib.Fixed)                   // want `^clean$`
	sink(lib.Settings.Cut)            // want `^cut by 100 at lib.go:29$`
	sink(lib.Settings.Round)          // want `^clean$`
	sink(int64(math.Round(lib.Rate))) // want `^clean$`
}
