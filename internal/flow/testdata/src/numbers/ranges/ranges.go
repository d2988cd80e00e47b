// Package ranges ranges over everything.
package ranges

import (
	"iter"
	"math"
)

func sink(any) {}

func integers(f float64) {
	for i := range 5 {
		sink(i * 100) // want `^clean$`
	}
	for i := range int64(f * 100) {
		sink(i) // want `^clean$`
	}
}

func array(f float64) {
	for _, n := range [...]int64{int64(f * 100)} {
		sink(n) // want `^cut by 100`
	}
	for _, n := range &[...]int64{int64(math.Round(f * 100))} {
		sink(n) // want `^clean$`
	}
}

func floats(list []float64) {
	for _, f := range list {
		sink(int64(f * 100))             // want `^cut by 100`
		sink(int64(math.Round(f * 100))) // want `^clean$`
	}
	for _, f := range []float64{1, 2.5} {
		sink(int64(f * 100)) // want `^clean$`
	}
}

func all(list []float64) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for _, f := range list {
			if !yield(int64(f * 100)) {
				return
			}
		}
	}
}

func allRound(list []float64) iter.Seq2[int, int64] {
	return func(yield func(int, int64) bool) {
		for i, f := range list {
			if !yield(i, int64(math.Round(f*100))) {
				return
			}
		}
	}
}

func functions(list []float64) {
	for n := range all(list) {
		sink(n) // want `^cut by 100`
	}
	for i, n := range allRound(list) {
		sink(n) // want `^clean$`
		sink(i) // want `^clean$`
	}
	var sum, whole int64
	for n := range all(list) {
		sum += n
	}
	for _, n := range allRound(list) {
		whole += n
	}
	sink(sum)   // want `cut by 100`
	sink(whole) // want `^clean$`
}
