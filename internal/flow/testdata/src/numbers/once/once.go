// Package once makes numbers once.
package once

import (
	"math"
	"sync"
)

func sink(any) {}

type shop struct {
	once sync.Once
	fee  int64
	tip  int64
}

func (s *shop) load(f float64) {
	s.once.Do(func() {
		s.fee = int64(f * 100)
		s.tip = int64(math.Round(f * 100))
	})
	sink(s.fee) // want `cut by 100`
	sink(s.tip) // want `clean`
}

func local(f float64) {
	var once sync.Once
	var bad, good int64
	once.Do(func() { bad = int64(f * 100) })
	once.Do(func() { good = int64(math.Round(f * 100)) })
	sink(bad)  // want `^cut by 100`
	sink(good) // want `^clean$`
}

func values(f float64) {
	bad := sync.OnceValue(func() int64 { return int64(f * 100) })
	good := sync.OnceValue(func() int64 { return int64(math.Round(f * 100)) })
	sink(bad())  // want `^cut by 100`
	sink(good()) // want `^clean$`
	two := sync.OnceValues(func() (int64, error) { return int64(f * 100), nil })
	n, _ := two()
	sink(n) // want `^cut by 100`
}

var price = sync.OnceValue(func() float64 { return 19.99 })

func globals() {
	sink(int64(price() * 100))             // want `^cut by 100`
	sink(int64(math.Round(price() * 100))) // want `^clean$`
}
