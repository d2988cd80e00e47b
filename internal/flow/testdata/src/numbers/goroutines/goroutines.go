// Package goroutines sets numbers in other goroutines.
package goroutines

import (
	"math"
	"sync"
)

func sink(any) {}

type order struct{ minor int64 }

func (o *order) cut(f float64)   { o.minor = int64(f * 100) }
func (o *order) round(f float64) { o.minor = int64(math.Round(f * 100)) }

func literals(f float64) {
	var wg sync.WaitGroup
	var bad, good int64
	wg.Add(2)
	go func() {
		defer wg.Done()
		bad = int64(f * 100)
	}()
	go func() {
		defer wg.Done()
		good = int64(math.Round(f * 100))
	}()
	wg.Wait()
	sink(bad)  // want `^cut by 100`
	sink(good) // want `^clean$`
}

func methods(f float64) {
	var bad, good order
	go bad.cut(f)
	go good.round(f)
	sink(bad.minor)  // want `cut by 100`
	sink(good.minor) // want `^clean$`
}

func inside(f float64) {
	go func(n int64) {
		sink(n) // want `^cut by 100`
	}(int64(f * 100))
	go func(n int64) {
		sink(n) // want `^clean$`
	}(int64(math.Round(f * 100)))
}

// group is like errgroup.Group.
type group struct{ wg sync.WaitGroup }

func (g *group) Go(fn func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		_ = fn()
	}()
}

func groups(f float64) {
	var g group
	var bad, good int64
	var o order
	g.Go(func() error {
		bad = int64(f * 100)
		good = int64(math.Round(f * 100))
		o.cut(f)
		return nil
	})
	g.wg.Wait()
	sink(bad)     // want `^cut by 100`
	sink(good)    // want `^clean$`
	sink(o.minor) // want `cut by 100`
}

func waitGroup(f float64, list []float64) {
	var wg sync.WaitGroup
	bad := make([]int64, len(list))
	good := make([]int64, len(list))
	for i, k := range list {
		wg.Go(func() {
			bad[i] = int64(k * 100)
			good[i] = int64(math.Round(k * 100))
		})
	}
	wg.Wait()
	sink(bad[0])  // want `cut by 100`
	sink(good[0]) // want `^clean$`
}
