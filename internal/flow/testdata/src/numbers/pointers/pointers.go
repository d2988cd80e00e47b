// Package pointers reaches numbers through pointers, pointers to pointers and
// two names of one thing.
package pointers

import "math"

func sink(any) {}

type order struct {
	minor int64
	next  *order
}

func plain(f float64) {
	n := int64(f * 100)
	p := &n
	sink(*p) // want `^cut by 100`
	*p = int64(math.Round(f * 100))
	sink(*p) // want `^clean$`
	sink(n)  // want `^clean$`
	*p = int64(f * 100)
	sink(n) // want `^cut by 100`
}

func double(f float64) {
	n := int64(f * 100)
	p := &n
	pp := &p
	sink(**pp) // want `^cut by 100`
	**pp = 5
	sink(n) // want `^clean; unknown$`
	m := int64(math.Round(f * 100))
	*pp = &m
	sink(*p)   // want `^clean$`
	sink(**pp) // want `^clean$`
}

func alias(f float64) {
	a := &order{minor: 5}
	b := a
	b.minor = int64(f * 100)
	sink(a.minor) // want `^cut by 100`
	a.minor = int64(math.Round(f * 100))
	sink(b.minor) // want `^clean$`
}

func aliasField(f float64) {
	a := &order{next: &order{}}
	b := a.next
	b.minor = int64(f * 100)
	sink(a.next.minor) // want `^cut by 100`
	b.minor = 7
	sink(a.next.minor) // want `^clean$`
}

func fieldAddress(f float64) {
	var o order
	p := &o.minor
	*p = int64(f * 100)
	sink(o.minor) // want `^cut by 100`
	*p = int64(math.Round(f * 100))
	sink(o.minor) // want `^clean$`
}

func fresh(f float64) {
	p := new(int64)
	*p = int64(f * 100)
	sink(*p) // want `^cut by 100`
	sink(p)  // want `^cut by 100`
	q := new(int64)
	*q = int64(math.Round(f * 100))
	sink(*q) // want `^clean$`
	sink(q)  // want `^clean$`
}

func to[T any](v T) *T { return &v }

func of(v int64) *int64 { return &v }

func helpers(f float64) {
	sink(*to(int64(f * 100)))             // want `^cut by 100`
	sink(*to(int64(math.Round(f * 100)))) // want `^clean$`
	sink(of(int64(f * 100)))              // want `^cut by 100`
	sink(of(int64(math.Round(f * 100))))  // want `^clean$`
}

func chosen(f float64, b bool) {
	x, y := int64(f*100), int64(5)
	p := &x
	if b {
		p = &y
	}
	sink(*p) // want `^clean; cut by 100`
	q := &y
	if b {
		z := int64(6)
		q = &z
	}
	sink(*q) // want `^clean$`
}

func setThrough(pp **order, f float64) { (*pp).minor = int64(f * 100) }

func replace(pp **order, f float64) { *pp = &order{minor: int64(math.Round(f * 100))} }

func callee(f float64) {
	o := &order{}
	setThrough(&o, f)
	sink(o.minor) // want `^cut by 100`
	replace(&o, f)
	sink(o.minor) // want `^clean$`
}
