// Package funcparams calls functions that it got as arguments.
package funcparams

import "math"

func sink(any) {}

func cut(f float64) int64   { return int64(f * 100) }
func round(f float64) int64 { return int64(math.Round(f * 100)) }

func apply(fn func(float64) int64, f float64) int64 { return fn(f) }

func each(list []float64, fn func(float64) int64) []int64 {
	var out []int64
	for _, f := range list {
		out = append(out, fn(f))
	}
	return out
}

func with(f float64, use func(int64)) { use(int64(f * 100)) }

func withRound(f float64, use func(int64)) { use(int64(math.Round(f * 100))) }

func calls(f float64, list []float64) {
	sink(apply(cut, f))                                                  // want `^cut by 100`
	sink(apply(round, f))                                                // want `^clean$`
	sink(each(list, cut)[0])                                             // want `^cut by 100`
	sink(each(list, round)[0])                                           // want `^clean$`
	sink(each(list, func(k float64) int64 { return int64(k * 100) })[0]) // want `^cut by 100`
}

func callbacks(f float64) {
	with(f, func(n int64) {
		sink(n) // want `^cut by 100`
	})
	withRound(f, func(n int64) {
		sink(n) // want `^clean$`
	})
	var bad, good int64
	with(f, func(n int64) { bad = n })
	withRound(f, func(n int64) { good = n })
	sink(bad)  // want `cut by 100`
	sink(good) // want `^clean$`
}

func pay(n int64) {
	sink(n) // want `^cut by 100`
}

func handed(f float64) {
	with(f, pay)
}

type order struct{ minor int64 }

func change(o *order, fn func(*order)) { fn(o) }

func changes(f float64) {
	o := &order{}
	change(o, func(o *order) { o.minor = int64(f * 100) })
	sink(o.minor) // want `^cut by 100`
	change(o, func(o *order) { o.minor = int64(math.Round(f * 100)) })
	sink(o.minor) // want `^clean$`
}

// Nobody knows what a hook does.
func Hooked(f float64, hook func(*order)) {
	o := &order{int64(f * 100)}
	hook(o)
	sink(o.minor) // want `^unknown$`
	o.minor = int64(f * 100)
	sink(o.minor) // want `^cut by 100`
}

func sum[T any](list []T, of func(T) int64) (n int64) {
	for _, x := range list {
		n += of(x)
	}
	return n
}

func sums(list []float64) {
	sink(sum(list, cut))   // want `cut by 100`
	sink(sum(list, round)) // want `^clean$`
}
