package fiximport

import . "math"

func Dot(price float64) error {
	if IsNaN(price) {
		return nil
	}
	return capture("order-0001", int64(price*100)) // want "cut to whole øre"
}
