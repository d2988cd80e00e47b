package fiximport

import math "strconv"

// Other has another package under that name.
func Other(price float64) error { return capture(math.Itoa(1), int64(price*100)) } // want "cut to whole øre"

func Local(price float64) error {
	stdmath := 100.0
	return capture("order-0002", int64(price*100+stdmath)) // want "cut to whole øre"
}
