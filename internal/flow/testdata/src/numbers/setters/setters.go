// Package setters writes through pointers.
package setters

import "math"

func sink(any) {}

type request struct {
	amount struct{ value int64 }
	lines  []line
}

type line struct{ price int64 }

func (r *request) cut(f float64)   { r.amount.value = int64(f * 100) }
func (r *request) round(f float64) { r.set(int64(math.Round(f * 100))) }
func (r *request) set(n int64)     { r.amount.value = n }

func setValue(p *int64, f float64) { *p = int64(f * 100) }

func newRequest(f float64) *request {
	r := new(request)
	r.cut(f)
	return r
}

func methods(f float64) {
	var r request
	r.cut(f)
	sink(r.amount.value) // want `^cut by 100`
	r.round(f)
	sink(r.amount.value) // want `^clean$`
	r.cut(f)
	r.amount.value = 5
	sink(r.amount.value) // want `^clean$`
	setValue(&r.amount.value, f)
	sink(r.amount.value)             // want `^cut by 100`
	sink(newRequest(f).amount.value) // want `^cut by 100`
	q := newRequest(f)
	q.round(f)
	sink(q.amount.value) // want `^clean$`
	for i := range r.lines {
		r.lines[i].price = int64(f * 100)
	}
	sink(r.lines[0].price) // want `^clean; cut by 100`
}

type embedded struct {
	request
	ptr *int64
}

func embeds(f float64) {
	var e embedded
	e.cut(f)
	sink(e.amount.value) // want `^cut by 100`
	n := int64(f * 100)
	e.ptr = &n
	sink(e.ptr)  // want `^cut by 100`
	sink(*e.ptr) // want `^cut by 100`
	m := int64(5)
	e.ptr = &m
	sink(*e.ptr) // want `^clean$`
}
