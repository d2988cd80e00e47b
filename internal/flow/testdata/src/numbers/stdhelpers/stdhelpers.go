// Package stdhelpers passes numbers through helpers of the standard library.
package stdhelpers

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sync"
	"sync/atomic"
)

func sink(any) {}

func ofSlices(f float64, list []float64) {
	bad := []int64{int64(f * 100), int64(f * 200)}
	good := []int64{int64(math.Round(f * 100)), 5}
	sink(slices.Max(bad))                         // want `cut by 100`
	sink(slices.Max(good))                        // want `^clean$`
	sink(slices.Min(good))                        // want `^clean$`
	sink(slices.Clone(bad)[0])                    // want `cut by 100`
	sink(slices.Clone(good)[0])                   // want `^clean$`
	sink(slices.Concat(good, bad)[0])             // want `cut by 100`
	sink(slices.Concat(good, []int64{5})[0])      // want `^clean$`
	sink(slices.Insert([]int64{1}, 0, bad...)[0]) // want `cut by 100`
	sink(slices.Sorted(slices.Values(bad))[0])    // want `cut by 100`
	sink(slices.Collect(slices.Values(good))[0])  // want `^clean$`
	for _, n := range slices.Backward(bad) {
		sink(n) // want `cut by 100`
	}
	for n := range slices.Values(good) {
		sink(n) // want `^clean$`
	}
	slices.Sort(bad)
	sink(bad[0]) // want `cut by 100`
	slices.Reverse(good)
	sink(good[0]) // want `^clean$`
}

func ofMaps(f float64) {
	bad := map[string]int64{"a": int64(f * 100)}
	good := map[string]int64{"a": 5}
	for _, n := range maps.Clone(bad) {
		sink(n) // want `cut by 100`
	}
	for n := range maps.Values(good) {
		sink(n) // want `^clean$`
	}
	for n := range maps.Values(bad) {
		sink(n) // want `cut by 100`
	}
	to := map[string]int64{}
	maps.Copy(to, bad)
	sink(to["a"]) // want `cut by 100`
}

func ofCmp(f float64) {
	sink(cmp.Or(int64(f*100), 5))             // want `cut by 100`
	sink(cmp.Or(int64(math.Round(f*100)), 5)) // want `^clean$`
}

func ofAtomic(f float64) {
	var bad, good atomic.Int64
	bad.Store(int64(f * 100))
	good.Store(int64(math.Round(f * 100)))
	sink(bad.Load())  // want `cut by 100`
	sink(good.Load()) // want `^clean$`
	good.Add(5)
	sink(good.Add(int64(math.Round(f)))) // want `^clean$`
	var sum atomic.Int64
	sum.Add(int64(f * 100))
	sink(sum.Load()) // want `cut by 100`
	var old int64
	atomic.StoreInt64(&old, int64(f*100))
	sink(atomic.LoadInt64(&old)) // want `cut by 100`
	var v atomic.Value
	v.Store(int64(f * 100))
	sink(v.Load().(int64)) // want `cut by 100`
	var p atomic.Pointer[order]
	p.Store(&order{int64(f * 100)})
	sink(p.Load().minor) // want `cut by 100`
}

type order struct{ minor int64 }

func ofSync(f float64) {
	var m sync.Map
	m.Store("a", int64(f*100))
	n, _ := m.Load("a")
	sink(n) // want `cut by 100`
	var good sync.Map
	good.Store("a", int64(math.Round(f*100)))
	n, _ = good.Load("a")
	sink(n) // want `^clean$`
}
