// Package floorlib makes whole numbers for other packages.
package floorlib

import "math"

// Up is for prices in whole kroner.
func Up(x float64) int64 { return int64(math.Ceil(x)) }

// Down does not convert.
func Down(x float64) float64 { return math.Floor(x) }

// Cents converts and cuts.
func Cents(x float64) float64 { return math.Floor(x * 100) }

// Minor is for any number.
func Minor[T ~int | ~int64 | ~float64](x T) int64 { return int64(x * 100) }

// Part is for any number.
func Part[T ~int | ~int64 | ~float64](x T) int64 { return int64(x / 3) }

// Plus adds a fee.
func Plus(x float64) float64 { return x + 49 }

// Line is a price times a count.
func Line(count, price int64) int64 { return count * price }

// Twice is an integer times two.
func Twice(n int64) int64 { return 2 * n }
