// Package pricing does the arithmetic of prices.
package pricing

import "math"

// MVA is the value added tax on food, in per cent.
const MVA = 15.0

// ToMinor is the price in øre.
func ToMinor(kr float64) int {
	return int(kr * 100)
}

// Nearest is the whole number nearest to v.
func Nearest(v float64) float64 {
	return math.Round(v)
}

// Net is a price without tax.
func Net(kr float64) float64 {
	return kr / (1 + MVA/100)
}
