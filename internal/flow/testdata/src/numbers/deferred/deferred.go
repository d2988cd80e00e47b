// Package deferred sets named results on the way out.
package deferred

import "math"

func sink(any) {}

func setsLast(f float64) (n int64) {
	defer func() { n = int64(f * 100) }()
	return 5
}

func roundsLast(f float64) (n int64) {
	n = int64(f * 100)
	defer func() { n = int64(math.Round(f * 100)) }()
	return n
}

func scales(kroner float64) (n int64, err error) {
	defer func() { n *= 2 }()
	n = int64(kroner * 100)
	return
}

func scalesRound(kroner float64) (n int64, err error) {
	defer func() { n *= 2 }()
	n = int64(math.Round(kroner * 100))
	return
}

func set(n *int64, f float64) { *n = int64(f * 100) }

func setRound(n *int64, f float64) { *n = int64(math.Round(f * 100)) }

func byPointer(f float64) (n int64) {
	defer set(&n, f)
	return 0
}

func byPointerRound(f float64) (n int64) {
	defer setRound(&n, f)
	return 0
}

// A recover in a deferred function changes nothing.
func recovers(f float64) (n int64, err error) {
	defer func() {
		if r := recover(); r != nil {
			n = 0
		}
	}()
	return int64(f * 100), nil
}

func recoversRound(f float64) (n int64, err error) {
	defer func() {
		if r := recover(); r != nil {
			n = 0
		}
	}()
	return int64(math.Round(f * 100)), nil
}

func use(f float64) {
	sink(setsLast(f))   // want `cut by 100`
	sink(roundsLast(f)) // want `^clean$`
	n, _ := scales(f)
	sink(n) // want `cut by 100`
	n, _ = scalesRound(f)
	sink(n)                 // want `^clean$`
	sink(byPointer(f))      // want `cut by 100`
	sink(byPointerRound(f)) // want `^clean$`
	n, _ = recovers(f)
	sink(n) // want `cut by 100`
	n, _ = recoversRound(f)
	sink(n) // want `^clean$`
}

func later(f float64) {
	var n int64
	defer func() {
		sink(n) // want `cut by 100`
	}()
	n = int64(f * 100)
}

func argument(f float64) {
	n := int64(f * 100)
	defer sink(n) // want `^cut by 100`
	n = int64(math.Round(f * 100))
	defer sink(n) // want `^clean$`
}
