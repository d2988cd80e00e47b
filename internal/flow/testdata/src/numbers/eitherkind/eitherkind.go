// Package eitherkind has functions with type parameters for which integers and
// floats can stand: what arrives decides.
package eitherkind

import (
	"math"

	"numbers/floorlib"
)

func sink(any) {}

type number interface {
	~int | ~int64 | ~float32 | ~float64
}

type kroner float64

func minor[T number](x T) int64 { return int64(x * 100) }

func plain[T number](x T) int64 { return int64(x) }

func rounded[T number](x T) int64 { return int64(math.Round(float64(x) * 100)) }

func doubled[T number](x T) T { return x + x }

func arriving(f float64, n int64, k kroner) {
	sink(minor(f))                   // want `^cut by 100 at int64\(x \* 100\)$`
	sink(minor[float64](f))          // want `^cut by 100 at int64\(x \* 100\)$`
	sink(minor(k))                   // want `^cut by 100 at`
	sink(minor(n))                   // want `^param 1$`
	sink(minor(5))                   // want `^clean$`
	sink(minor(19.99))               // want `^cut by 100 at`
	sink(minor(math.Round(f)))       // want `^clean$`
	sink(plain(math.Round(f * 100))) // want `^clean$`
	sink(plain(f * 100))             // want `^cut by 100 at int64\(x\)$`
	sink(plain(n))                   // want `^param 1$`
	sink(rounded(f))                 // want `^clean$`
	sink(rounded(n))                 // want `^clean$|^param 1$`
	sink(doubled(n))                 // want `^param 1$`
	sink(int64(doubled(f) * 100))    // want `^cut by 100 at`
}

func elsewhere(f float64, n int64) {
	sink(floorlib.Minor(f))              // want `^cut by 100 at floorlib.go:\d+$`
	sink(floorlib.Minor(n))              // want `^param 1$`
	sink(floorlib.Minor(int64(f * 100))) // want `^cut by 100 at int64\(f \* 100\)$`
	sink(floorlib.Minor(5))              // want `^clean$`
	sink(floorlib.Minor(math.Round(f)))  // want `^clean$`
	sink(floorlib.Part(n))               // want `^unknown$|^clean$`
	sink(floorlib.Part(f))               // want `^cut`
}

// Only integers arrive.
func ints[T number](x T) {
	sink(int64(x * 100)) // want `^param 0 cut at`
}

// Floats arrive too.
func floats[T number](x T) {
	sink(int64(x * 100)) // want `^cut by 100 at int64\(x \* 100\)$`
}

// Whole floats arrive.
func wholes[T number](x T) {
	sink(int64(x * 100)) // want `^param 0 cut at|^clean$`
}

func callers(f float64, n int) {
	ints(n)
	ints(5)
	floats(n)
	floats(f)
	wholes(math.Round(f))
	wholes(n)
}

type integer interface{ ~int | ~int64 | ~uint32 }

func hundred[T integer](x T) int64 { return int64(x * 100) }

func integers(n int, f float64) {
	sink(hundred(n))             // want `^param 0$`
	sink(hundred(5))             // want `^clean$`
	sink(hundred(int64(f * 10))) // want `^cut by 10 at`
}
