package fiximport

import "fmt"

func Single(price float64) error {
	fmt.Println(price)
	return capture("order-0001", int64(price*100)) // want "cut to whole øre"
}
