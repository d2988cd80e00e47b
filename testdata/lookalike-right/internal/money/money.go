// Package money turns prices into øre. Over the years each of us found his own
// way to round.
package money

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Ore rounds to the nearest øre.
func Ore(kr float64) int64 {
	return int64(math.Round(kr * 100))
}

// OreFloor does too.
func OreFloor(kr float64) int64 {
	scaled := kr*100 + 0.5
	return int64(math.Floor(scaled))
}

// OreHalf does too, for prices that are not below zero.
func OreHalf(kr float64) int64 {
	return int64(kr*100 + 0.5)
}

// OrePrinted lets fmt round.
func OrePrinted(kr float64) (int64, error) {
	return strconv.ParseInt(fmt.Sprintf("%.0f", kr*100), 10, 64)
}

// Parse reads "199", "199,9" or "199,90".
func Parse(s string) (int64, error) {
	whole, cents, _ := strings.Cut(s, ",")
	kr, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return 0, err
	}
	if len(cents) > 2 {
		return 0, errors.New("too many decimals")
	}
	ore, err := strconv.ParseInt((cents + "00")[:2], 10, 64)
	return kr*100 + ore, err
}

// Hele is the nearest whole number of øre, for those who calculate on.
func Hele(kr float64) float64 {
	return math.RoundToEven(kr * 100)
}

// Hoyst is the larger of two amounts.
func Hoyst[T int64 | float64](a, b T) T {
	if a > b {
		return a
	}
	return b
}

// Vis prints øre for people.
func Vis(ore int64) string {
	return strconv.FormatFloat(float64(ore)/100, 'f', 2, 64) + " kr"
}
