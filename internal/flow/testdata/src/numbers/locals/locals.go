// Package locals cuts and rounds within one function.
package locals

import (
	"encoding/json"
	"math"
	"strconv"
)

func sink(any) {}

func bad(text string) {
	f, _ := strconv.ParseFloat(text, 64)
	a := int64(f * 100)
	sink(a) // want `^cut by 100 at int64\(f \* 100\)$`
	b := int(f)
	sink(b)                          // want `^cut at int\(f\)$`
	sink(int32(b) + 5)               // want `^cut at int\(f\)$`
	sink(int64(math.Floor(f * 100))) // want `^cut by 100 at int64\(math\.Floor\(f \* 100\)\)$`
	sink(f)                          // want `^float at strconv\.ParseFloat\(text, 64\)$`
	sink(f * 100)                    // want `^float at strconv\.ParseFloat\(text, 64\)$`
	r := math.Round(f*100) / 100
	sink(int64(r * 100))    // want `^cut by 100 at int64\(r \* 100\)$`
	sink(uint64(f*100) * 2) // want `^cut by 100 at uint64\(f\*100\)$`
	x := 19.9
	sink(int64(x * 100)) // want `^cut by 100 at int64\(x \* 100\)$`
	n := a
	n += 100
	sink(n)                          // want `^cut by 100 at int64\(f \* 100\)$`
	sink(int64(float64(a) * 0.25))   // want `^cut at int64\(float64\(a\) \* 0\.25\)$`
	sink(int64(f * math.Pow(10, 2))) // want `^cut by 100 at int64\(f \* math\.Pow\(10, 2\)\)$`
	sink(min(a, 500))                // want `^clean; cut by 100 at int64\(f \* 100\)$`
}

func good(text string, n int64, list []string) {
	f, _ := strconv.ParseFloat(text, 64)
	sink(int64(math.Round(f * 100)))           // want `^clean$`
	sink(int64(f*100 + 0.5))                   // want `^clean$`
	sink(int64(math.Floor(f*100 + 0.5)))       // want `^clean$`
	sink(int64(f*100 + math.Copysign(0.5, f))) // want `^clean$`
	sink(math.RoundToEven(f * 100))            // want `^whole$`
	sink(int64(19.99 * 100))                   // want `^clean$`
	sink(len(list) * 100)                      // want `^clean$`
	x := 19.5
	sink(int64(x * 100))                  // want `^clean$`
	sink(int64(float64(len(list)) * 100)) // want `^clean$`
	r := math.Round(f * 100)
	sink(int64(r))                 // want `^clean$`
	sink(int64(float32(r)))        // want `^clean$`
	sink((int64(f*1000) + 5) / 10) // want `^unknown$`
	sink(n * 100)                  // want `^param 1$`
	minor := int64(f * 100)
	if f*100-float64(minor) >= 0.5 {
		minor++
	}
	sink(minor) // want `^unknown$`
	m := f * 100
	if m != math.Trunc(m) {
		return
	}
	sink(int64(m)) // want `^unknown$`
	k, _ := strconv.Atoi(text)
	sink(k)                                            // want `^clean$`
	sink(int64(f*100 + 1e-9))                          // want `^unknown$`
	sink(int64(math.Floor(float64(len(list)) * 0.25))) // want `^clean$`
	sink(int64(math.Abs(math.Round(f))))               // want `^clean$`
}

type order struct {
	Total float64
	Minor int64
	other order2
}

type order2 struct{ Price *float64 }

func decoded(b []byte) {
	var o order
	json.Unmarshal(b, &o)
	sink(int64(o.Total)) // want `^cut at int64\(o\.Total\)$`
	sink(o.Minor)        // want `^clean$`
	p := 5.25
	o.other.Price = &p
	sink(int64(*o.other.Price * 100)) // want `^clean$`
}

// The same variable goes to two providers.
func reused(f float64, swish, vipps func(order)) {
	var o order
	o.Minor = int64(f * 100)
	sink(o.Minor) // want `^cut by 100 at int64\(f \* 100\)$`
	swish(o)
	o.Minor = int64(math.Round(f * 100))
	sink(o.Minor) // want `^clean$`
	vipps(o)
	o.Minor = int64(f * 100)
	sink(o.Minor) // want `^cut by 100 at int64\(f \* 100\)$`
}

func instances(f float64) {
	swish := &order{Minor: int64(f * 100)}
	vipps := &order{Minor: 1990}
	sink(swish.Minor) // want `^cut by 100 at int64\(f \* 100\)$`
	sink(vipps.Minor) // want `^clean$`
}

func merged(f float64, b bool) {
	var n int64
	if b {
		n = int64(f * 100)
	} else {
		n = int64(math.Round(f * 100))
	}
	sink(n) // want `^clean; cut by 100 at int64\(f \* 100\)$`
	var sum float64
	for range 3 {
		sum += math.Round(f)
	}
	sink(int64(sum)) // want `^clean$`
	var part float64
	for range 3 {
		part += f / 3
	}
	sink(int64(part)) // want `^clean; cut by 0.3333333333333333 at int64\(part\)$`
}

func containers(f float64) {
	list := []int64{int64(f * 100)}
	sink(list[0]) // want `^cut by 100 at int64\(f \* 100\)$`
	m := map[string]any{"value": int64(f * 100), "other": 5}
	sink(m["value"]) // want `^cut by 100 at int64\(f \* 100\)$`
	sink(m["other"]) // want `^clean$`
	c := make(chan int64, 1)
	c <- int64(f * 100)
	sink(<-c) // want `^cut by 100 at int64\(f \* 100\)$`
	body := map[string]any{"amount": map[string]any{"value": f * 100}}
	sink(body["amount"].(map[string]any)["value"]) // want `^float at f \* 100$`
}

func elements(f float64, i int) {
	list := make([]int64, 2)
	list[0] = int64(f * 100)
	list[1] = int64(math.Round(f * 100))
	sink(list[1])     // want `^clean$`
	sink(list[0])     // want `^cut by 100 at`
	sink(list[i])     // want `^clean; cut by 100 at`
	sink(list[1:][0]) // want `^clean; cut by 100 at`
	two := [...]int64{5, int64(f * 100)}
	sink(two[0]) // want `^clean$`
	sink(two[1]) // want `^cut by 100 at`
	list[i] = 7
	sink(list[0]) // want `^clean; cut by 100 at`
}

// What JSON holds in an any is a float64 even where it was written as a whole
// number: nothing is known unless it is multiplied.
func anything(b []byte, x any) {
	var m map[string]any
	json.Unmarshal(b, &m)
	f, _ := m["amount"].(float64)
	sink(int64(f))       // want `^unknown$`
	sink(int64(f * 100)) // want `^cut by 100 at`
	y := x.(float64)
	sink(int64(y))                       // want `^param 1 cut at int64\(y\)$`
	sink(int64(math.Round(x.(float64)))) // want `^clean$`
	sink(x.(int64))                      // want `^param 1$`
}
