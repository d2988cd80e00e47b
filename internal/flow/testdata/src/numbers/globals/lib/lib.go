// Package lib keeps amounts in package variables.
package lib

import (
	"math"
	"os"
	"strconv"
)

// Fee is cut.
var Fee int64

// Tip is rounded.
var Tip int64

// Both is cut in one place and whole in another.
var Both int64

// Rate is a float.
var Rate = rate()

// Whole is a whole number of kroner.
var Whole float64 = 10

// Fixed is exact, and nobody in this package changes it.
var Fixed int64 = 4900

// Settings are kept in a struct.
var Settings = struct{ Cut, Round int64 }{int64(rate() * 100), int64(math.Round(rate() * 100))}

func rate() float64 {
	f, _ := strconv.ParseFloat(os.Getenv("RATE"), 64)
	return f
}

// Load sets them.
func Load(f float64) {
	Fee = int64(f * 100)
	Tip = int64(math.Round(f * 100))
	Both = int64(f * 100)
}

// Reset sets what is whole.
func Reset() { Both = 100 }
