// Package order reuses one variable for two providers: the stores that reach
// the use count.
package order

import "math"

type request struct {
	minor int64
	in    struct{ value int64 }
}

func sink(any) {}

func toSwish(request)   {}
func swishPtr(*request) {}

func first(f float64) {
	var r request
	r.minor = int64(f * 100)
	toSwish(r)
	r.minor = int64(math.Round(f * 100))
	sink(r.minor) // want `^clean$`
}

func second(f float64) {
	var r request
	r.minor = int64(math.Round(f * 100))
	toSwish(r)
	r.minor = int64(f * 100)
	sink(r.minor) // want `^cut by 100`
}

func pointers(f float64) {
	r := &request{minor: int64(f * 100)}
	swishPtr(r)
	r.minor = int64(math.Round(f * 100))
	sink(r.minor) // want `^clean$`
	r.in.value = int64(math.Round(f * 100))
	swishPtr(r)
	r.in.value = int64(f * 100)
	sink(r.in.value) // want `^cut by 100`
}

func branches(f float64, vipps bool) {
	var r request
	r.minor = int64(f * 100)
	if vipps {
		r.minor = int64(math.Round(f * 100))
		sink(r.minor) // want `^clean$`
		return
	}
	sink(r.minor) // want `^cut by 100`
}

func elses(f float64, vipps bool) {
	r := request{}
	if vipps {
		r.minor = int64(math.Round(f * 100))
	} else {
		r.minor = int64(f * 100)
		toSwish(r)
	}
	if vipps {
		sink(r.minor) // want `clean`
	}
	if !vipps {
		r.minor = int64(math.Round(f * 100))
	} else {
		r.minor = 5
	}
	sink(r.minor) // want `^clean$`
}

func loops(list []float64) {
	var r request
	for _, f := range list {
		r.minor = int64(f * 100)
		toSwish(r)
		r.minor = int64(math.Round(f * 100))
		sink(r.minor) // want `^clean$`
	}
	for _, f := range list {
		r.minor = int64(math.Round(f * 100))
		toSwish(r)
		r.minor = int64(f * 100)
		sink(r.minor) // want `^cut by 100`
	}
	for _, f := range list {
		sink(r.minor) // want `^clean; cut by 100`
		r.minor = int64(f * 100)
	}
}

func switches(f float64, provider string) {
	var r request
	switch provider {
	case "swish":
		r.minor = int64(f * 100)
		toSwish(r)
	case "vipps":
		r.minor = int64(math.Round(f * 100))
		sink(r.minor) // want `^clean$`
	default:
		r.minor = int64(f * 100)
		sink(r.minor) // want `^cut by 100`
	}
}

func closures(f float64) {
	n := int64(f * 100)
	swish := func(int64) {}
	swish(n)
	n = int64(math.Round(f * 100))
	sink(n) // want `^clean$`
}

func locals(f float64) {
	n := int64(f * 100)
	toSwish(request{minor: n})
	n = int64(math.Round(f * 100))
	sink(n) // want `^clean$`
	toSwish(request{minor: n})
	n = int64(f * 100)
	sink(n) // want `^cut by 100`
}
