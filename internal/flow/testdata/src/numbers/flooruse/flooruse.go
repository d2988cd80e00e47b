// Package flooruse asks another package for whole numbers.
package flooruse

import (
	"math"

	"numbers/floorlib"
)

func sink(any) {}

func use(x float64, hours float64, n int64) {
	sink(floorlib.Up(x))                       // want `^clean$`
	sink(floorlib.Up(x) * 100)                 // want `^clean$`
	sink(floorlib.Up(x * 100))                 // want `^cut by 100 at floorlib.go:7$`
	sink(floorlib.Up(math.Round(x * 100)))     // want `^clean$`
	sink(floorlib.Down(x))                     // want `^whole$`
	sink(int64(floorlib.Down(x * 100)))        // want `^cut by 100 at int64`
	sink(int64(floorlib.Cents(x)))             // want `^cut by 100 at int64`
	sink(int64(math.Round(floorlib.Cents(x)))) // want `^cut by 100 at`
	sink(int64(floorlib.Cents(20)))            // want `^clean`
	sink(floorlib.Plus(20))                    // want `^whole$`
	sink(floorlib.Plus(19.99))                 // want `^float at`
	sink(int64(floorlib.Plus(x) * 100))        // want `^cut by 100`
	sink(floorlib.Line(int64(hours), 495))     // want `^clean; unknown$|^unknown$`
	sink(floorlib.Line(2, int64(x*100)))       // want `^clean; cut by 100 at|^cut by 100 at`
	sink(floorlib.Line(2, n))                  // want `^clean; param 2$|^param 2$`
	sink(floorlib.Twice(5))                    // want `^clean$`
}
