// Package money holds the small sums that every part of the shop needs. It
// knows nothing of how the money is paid.
package money

import (
	"fmt"
	"math"
)

// Frakt is the postage of a small parcel in øre. Constants are exact in Go.
const Frakt = int64(79.90 * 100)

// Ore is the price in øre. Written in 2019, used by the accounts and by Swish.
func Ore(kr float64) int64 {
	return int64(kr * 100)
}

// Avrund is the price in øre, rounded to the nearest.
func Avrund(kr float64) int64 {
	return int64(math.Round(kr * 100))
}

// MedRabatt takes prosent off a price.
func MedRabatt(kr, prosent float64) float64 {
	return kr - kr*prosent/100
}

// Kroner prints an amount in øre for people.
func Kroner(ore int64) string {
	return fmt.Sprintf("%.2f kr", float64(ore)/100)
}
