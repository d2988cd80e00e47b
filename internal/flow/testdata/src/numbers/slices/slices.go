// Package slices keeps numbers in slices.
package slices

import "math"

func sink(any) {}

type line struct{ price int64 }

func appended(f float64, kroner []float64) {
	var bad, good []int64
	for _, k := range kroner {
		bad = append(bad, int64(k*100))
		good = append(good, int64(math.Round(k*100)))
	}
	for i, n := range bad {
		sink(n)      // want `^cut by 100`
		sink(bad[i]) // want `^cut by 100`
		sink(i)      // want `^clean$`
	}
	for i, n := range good {
		sink(n)       // want `^clean$`
		sink(good[i]) // want `^clean$`
	}
	var sum, whole int64
	for _, n := range bad {
		sum += n
	}
	for _, n := range good {
		whole += n
	}
	sink(sum)   // want `cut by 100`
	sink(whole) // want `^clean$`
}

func structs(kroner []float64) {
	var bad, good []line
	for _, k := range kroner {
		bad = append(bad, line{price: int64(k * 100)})
		good = append(good, line{price: int64(math.Round(k * 100))})
	}
	for _, l := range bad {
		sink(l.price) // want `^cut by 100`
	}
	for _, l := range good {
		sink(l.price) // want `^clean$`
	}
}

func pointers(kroner []float64) {
	var bad, good []*line
	for _, k := range kroner {
		l := &line{}
		l.price = int64(k * 100)
		bad = append(bad, l)
		m := &line{}
		m.price = int64(math.Round(k * 100))
		good = append(good, m)
	}
	for _, l := range bad {
		sink(l.price) // want `^cut by 100`
	}
	for _, l := range good {
		sink(l.price) // want `^clean$`
	}
}

func made(kroner []float64) {
	bad := make([]line, len(kroner))
	good := make([]line, len(kroner))
	for i, k := range kroner {
		bad[i].price = int64(k * 100)
		good[i].price = int64(math.Round(k * 100))
	}
	sink(bad[0].price)  // want `cut by 100`
	sink(good[0].price) // want `^clean$`
}

func rewritten(kroner []float64) {
	lines := []line{{int64(kroner[0] * 100)}}
	for i := range lines {
		lines[i].price = int64(math.Round(kroner[i] * 100))
	}
	lines = []line{{5}}
	sink(lines[0].price) // want `^clean$`
}

func copied(f float64) {
	src := []int64{int64(f * 100)}
	dst := make([]int64, 1)
	copy(dst, src)
	sink(dst[0]) // want `cut by 100`
	whole := []int64{5}
	to := make([]int64, 1)
	copy(to, whole)
	sink(to[0]) // want `^clean$`
}

func sub(f float64) {
	list := []int64{5, int64(f * 100)}
	sink(list[1:][0]) // want `cut by 100`
	sink(list[:1][0]) // want `^clean$`
}

func joined(f float64) {
	bad := []int64{int64(f * 100)}
	good := []int64{6}
	all := append([]int64{5}, bad...)
	sink(all[0]) // want `cut by 100`
	all = append([]int64{5}, good...)
	sink(all[0]) // want `^clean$`
}

func collect(kroner []float64) []int64 {
	out := make([]int64, 0, len(kroner))
	for _, k := range kroner {
		out = append(out, int64(k*100))
	}
	return out
}

func collectRound(kroner []float64) []int64 {
	out := make([]int64, 0, len(kroner))
	for _, k := range kroner {
		out = append(out, int64(math.Round(k*100)))
	}
	return out
}

func called(kroner []float64) {
	sink(collect(kroner)[0])      // want `^cut by 100`
	sink(collectRound(kroner)[0]) // want `^clean$`
	for _, n := range collect(kroner) {
		sink(n) // want `^cut by 100`
	}
}

func fill(out []int64, f float64) {
	for i := range out {
		out[i] = int64(f * 100)
	}
}

func filled(f float64) {
	list := make([]int64, 3)
	fill(list, f)
	sink(list[2]) // want `cut by 100`
	list = []int64{1, 2}
	sink(list[0]) // want `^clean$`
}

func matrix(f float64) {
	bad := [][]int64{{int64(f * 100)}}
	sink(bad[0][0]) // want `^cut by 100`
	good := [][]int64{{int64(math.Round(f * 100))}}
	sink(good[0][0]) // want `^clean$`
}
