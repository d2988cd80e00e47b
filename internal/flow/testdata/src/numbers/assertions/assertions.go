// Package assertions takes numbers out of interfaces.
package assertions

import "math"

func sink(any) {}

func assert(f float64) {
	var bad any = int64(f * 100)
	var good any = int64(math.Round(f * 100))
	sink(bad.(int64))  // want `^cut by 100`
	sink(good.(int64)) // want `^clean$`
	n, ok := bad.(int64)
	sink(n) // want `cut by 100`
	_ = ok
	n, ok = good.(int64)
	sink(n) // want `^clean$`
}

func minorOf(v any) int64 {
	switch v := v.(type) {
	case int64:
		return v
	case int:
		return int64(v)
	case float64:
		return int64(v * 100)
	case *int64:
		return *v
	}
	return 0
}

func roundOf(v any) int64 {
	switch v := v.(type) {
	case int64:
		return v
	case float64:
		return int64(math.Round(v * 100))
	case float32:
		return int64(math.Round(float64(v) * 100))
	}
	return 0
}

func switches(f float64) {
	sink(minorOf(f))              // want `cut by 100`
	sink(roundOf(f))              // want `^clean$`
	sink(minorOf(int64(f * 100))) // want `cut by 100`
	n := int64(5)
	sink(minorOf(&n)) // want `^clean(; unknown)?$`
}

type payload struct{ v any }

func boxed(f float64) {
	p := payload{int64(f * 100)}
	switch v := p.v.(type) {
	case int64:
		sink(v) // want `^cut by 100`
	}
	q := payload{int64(math.Round(f * 100))}
	switch v := q.v.(type) {
	case int64:
		sink(v) // want `^clean$`
	}
}

type amounter interface{ isAmount() }

type amount struct{ minor int64 }

func (amount) isAmount() {}

func structs(f float64) {
	var bad amounter = amount{int64(f * 100)}
	sink(bad.(amount).minor) // want `^cut by 100`
	var good amounter = amount{int64(math.Round(f * 100))}
	if a, ok := good.(amount); ok {
		sink(a.minor) // want `^clean$`
	}
}
