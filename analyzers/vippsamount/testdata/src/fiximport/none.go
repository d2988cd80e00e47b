package fiximport

func First(price float64) error { return capture("order-0001", int64(price*100)) } // want "cut to whole øre"

func Second(price float32) error { return capture("order-0002", int64(price*100)) } // want "cut to whole øre"

func Third(price, fee float64) error {
	return capture("order-0003", int64((price+fee)*1e2)) // want "cut to whole øre"
}
