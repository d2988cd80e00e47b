// Package way sends one float through two other packages.
package way

import (
	"strconv"

	"numbers/lib2"
)

func sink(any) {}

type order struct{ minor int64 }

func read(text string) float64 {
	f, _ := strconv.ParseFloat(text, 64)
	return f
}

func keep(ore int64) int64 { return ore + 100 }

func shop(text string) {
	o := order{minor: lib2.ToMinor(read(text))}
	sink(keep(o.minor))
}
