// Package across uses helpers of helpers in other packages.
package across

import (
	"math"

	"numbers/lib"
	"numbers/lib2"
)

func sink(any) {}

func bad(text string) {
	f, _ := lib.Price(text)
	sink(f)                                // want `^float at lib.go:20$`
	sink(lib.Minor(f))                     // want `^cut by 100 at lib.go:7$`
	sink(lib2.ToMinor(f))                  // want `^cut by 100 at lib.go:7$`
	sink(lib.Whole(f))                     // want `^cut at lib.go:13$`
	sink(lib.Twice(int64(f * 100)))        // want `^cut by 100 at int64\(f \* 100\)$`
	sink(lib.Twice(lib2.ToMinor(f)))       // want `^cut by 100 at lib.go:7$`
	sink(lib2.ToMinor(math.Round(f) / 10)) // want `^cut by 100 at lib.go:7$`
}

func good(text string, n int64) {
	f, _ := lib.Price(text)
	sink(lib.Rounded(f))           // want `^clean$`
	sink(lib2.ToMinor(20))         // want `^clean$`
	sink(lib2.ToMinor(float64(n))) // want `^param 1$`
	sink(lib.Whole(math.Round(f))) // want `^clean$`
	sink(lib.Twice(5))             // want `^clean$`
	sink(lib.Twice(n))             // want `^param 1$`
	sink(lib.Whole(19.9 * 10))     // want `^clean$`
}

func passed(f float64) {
	sink(lib.Whole(f)) // want `^param 0 cut at lib.go:13$`
}

func setters(f float64, yes bool) {
	var o lib.Order
	o.SetKroner(f)
	sink(o.Minor) // want `^cut by 100 at lib.go:37$`
	o.SetMinor(5)
	sink(o.Minor) // want `^clean$`
	o.Scale(yes, f)
	sink(o.Minor) // want `^clean; cut by 100 at lib.go:45$`
}

func mappers(f float64) {
	o := &lib.Order{Minor: int64(f * 100)}
	o.Lines = append(o.Lines, lib.Line{Price: 100, Qty: 2})
	r := lib2.ToRequest(o)
	sink(r.Amount.Value)   // want `^cut by 100 at int64\(f \* 100\)$`
	sink(r.Lines[0].Value) // want `^clean$`
	o.Minor = 1990
	sink(lib2.ToRequest(o).Amount.Value) // want `^clean$`
	lib2.Fill(r, f)
	sink(r.Amount.Value) // want `^cut by 100 at lib.go:7$`
	r.Amount.Value = 5
	sink(r.Amount.Value) // want `^clean$`
}

func unseen(find func() *lib.Order) {
	o := lib.Find(find)
	sink(o.Legacy) // want `^cut by 100 at lib.go:50$`
	sink(o.Minor)  // want `^unknown$`
}

// What a setter of another package does is done late by defer and some time by
// go.
func late(f float64) (o lib.Order) {
	defer o.SetKroner(f)
	return o
}

func fee() (o lib.Order) {
	defer o.SetFee()
	return o
}

func lateSetters(f float64) {
	sink(late(f).Minor) // want `^cut by 100 at lib.go:37$`
	sink(fee().Minor)   // want `^clean$`
	var o lib.Order
	go o.SetFee()
	sink(o.Minor) // want `^clean$`
}
