// Package constants has numbers that the program itself writes. A constant
// expression is exact; a variable with one known value is computed in floats.
package constants

import "math"

func known(any) {}

const price = 19.99

type ore int64

const fee ore = 49_00

func expressions() {
	known(1999)                        // want `^clean 1999$`
	known(int64(price * 100))          // want `^clean 1999$`
	known(int64(19.99 * 100))          // want `^clean 1999$`
	known(3 * int64(price*100))        // want `^clean 5997$`
	known(fee)                         // want `^clean 4900$`
	known(int64(fee) + 1)              // want `^clean 4901$`
	known(price)                       // want `^float 19\.99$`
	known(price * 100)                 // want `^whole 1999$`
	known(-5)                          // want `^clean -5$`
	known(int64(math.Round(19.994e2))) // want `^clean 1999$`
}

func identity(n int64) int64 { return n }

type amount struct{ value, other int64 }

// What a constant passes through does not matter.
func passed(yes bool) {
	a := amount{value: 1999}
	known(a.value)        // want `^clean 1999$`
	known(a.other)        // want `^clean$`
	known(identity(1999)) // want `^clean 1999$`
	m := map[string]any{"value": 1999}
	known(m["value"]) // want `^clean 1999$`
	n := 1999
	if yes {
		n = 99
	}
	known(n) // want `^clean 1999; clean 99$`
	p := &n
	known(*p) // want `^clean 1999; clean 99$`
	var unset amount
	known(unset.value)     // want `^clean$`
	known(unset.value * 2) // want `^clean$`
	list := make([]int64, 3)
	known(list[1]) // want `^clean$`
}

// 19.99*100 is 1998.9999999999998 at run time, 4.35*100 is 434.99999999999994,
// 0.07*100 is 7.000000000000001; 20.0*100 and 19.5*100 are whole.
func variables() {
	var kroner = 19.99
	known(int64(kroner * 100))             // want `^cut by 100 at int64\(kroner \* 100\)$`
	known(int64(math.Round(kroner * 100))) // want `^clean 1999$`
	known(int64(math.Floor(kroner * 100))) // want `^cut by 100`
	known(int64(kroner*100 + 0.5))         // want `^clean$`
	known(kroner * 100)                    // want `^float 1998\.9999999999998 at kroner \* 100$`
	whole := 20.0
	known(int64(whole * 100)) // want `^clean 2000$`
	known(whole * 100)        // want `^whole 2000$`
	half := 19.5
	known(int64(half * 100)) // want `^clean 1950$`
	small := 0.07
	known(int64(math.Ceil(small * 100))) // want `^cut by 100`
	known(int64(small * 10 * 10))        // want `^cut by 100|^clean 7$`
	direct := 1998.99
	known(int64(direct)) // want `^cut`
	fine := 1999.0
	known(int64(fine)) // want `^clean 1999$`
}

// Integers are folded as well, one side at a time.
func integers(yes bool, unknown func() int64) {
	n := 500
	known(n * 2)     // want `^clean 1000$`
	known(n - 501)   // want `^clean -1$`
	known(n / 3)     // want `^clean 166$`
	known(-n / 3)    // want `^clean -166$`
	known(n % 3)     // want `^clean 2$`
	known(n << 2)    // want `^clean 2000$`
	known(n >> 2)    // want `^clean 125$`
	known(n & 4)     // want `^clean 4$`
	known(n | 3)     // want `^clean 503$`
	known(n ^ 1)     // want `^clean 501$`
	known(n &^ 4)    // want `^clean 496$`
	known(int64(n))  // want `^clean 500$`
	known(int8(n))   // want `^clean$`
	known(uint64(n)) // want `^clean 500$`
	n++
	known(n) // want `^clean 501$`
	n += 99
	known(n) // want `^clean 600$`
	a, b := 100, 50
	if yes {
		a, b = 500, 100
	}
	known(a)     // want `^clean 100; clean 500$`
	known(a * 2) // want `^clean 1000; clean 200$`
	known(a - b) // want `^clean$`
	sum := 0
	for range 3 {
		sum += 100
	}
	known(sum)           // want `^clean$`
	known(5 + unknown()) // want `^clean|^unknown$`
}

// What a function gives beside others is what it says for none.
func find(ok bool) (int64, bool) {
	if !ok {
		return 0, false
	}
	return 1999, true
}

func found(ok bool) {
	n, _ := find(ok)
	known(n) // want `^clean; clean 1999$`
}
