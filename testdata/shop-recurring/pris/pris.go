// Package pris does the arithmetic of prices.
package pris

import (
	"fmt"
	"math"
)

// Ore makes øre of kroner.
func Ore(kr float64) int64 {
	ore := kr * 100
	return int64(ore)
}

// Rundet makes øre of kroner, rounded to the nearest.
func Rundet(kr float64) int64 {
	return int64(math.Round(kr * 100))
}

// Andel is p per cent of an amount.
func Andel[T ~int | ~int32 | ~int64](ore T, p int) T {
	return ore * T(p) / 100
}

// Vis prints øre for people.
func Vis(ore int64) string {
	return fmt.Sprintf("kr %.2f", float64(ore)/100)
}
