package fiximport

import m "math"

func Renamed(price float64) error {
	if m.IsNaN(price) {
		return nil
	}
	return capture("order-0001", int64(price*100)) // want "cut to whole øre"
}
