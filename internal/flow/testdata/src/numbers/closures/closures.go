// Package closures cuts in function literals.
package closures

import "math"

func sink(any) {}

func literals(f float64) {
	minor := func(x float64) int64 { return int64(x * 100) }
	sink(minor(f)) // want `^cut by 100`
	round := func(x float64) int64 { return int64(math.Round(x * 100)) }
	sink(round(f)) // want `^clean$`
	captured := func() int64 { return int64(f * 100) }
	sink(captured()) // want `^cut by 100`
	n := int64(f * 100)
	func() {
		sink(n) // want `^cut by 100`
	}()
}

// What closures set that are only called counts in the order of the calls.
func order(f float64) {
	var n int64
	set := func(x int64) { n = x }
	set(5)
	func() { n = int64(f * 100) }()
	sink(n) // want `^cut by 100`
}

// All that is ever stored is cut.
func always(f float64) {
	var n int64
	func() { n = int64(f * 100) }()
	sink(n) // want `^cut by 100`
}

func named(f float64) (n int64) {
	defer func() { n = int64(f * 100) }()
	return
}

func deferred(f float64) {
	sink(named(f)) // want `^cut by 100`
}

type conv struct{ factor float64 }

func (c conv) minor(f float64) int64 { return int64(f * c.factor) }

func bound(f float64) {
	c := conv{factor: 100}
	g := c.minor
	sink(g(f))                                       // want `^cut by 100`
	sink(apply(g, f))                                // want `^cut by 100`
	sink(apply(func(float64) int64 { return 5 }, f)) // want `^clean$`
}

func apply(g func(float64) int64, f float64) int64 { return g(f) }

func outer(ore int64, kroner float64) func() {
	return func() {
		sink(ore)                 // want `^param 0$`
		sink(int64(kroner * 100)) // want `^cut by 100`
		local := func(x int64) {
			sink(x) // want `^param 0$`
		}
		local(ore)
	}
}
