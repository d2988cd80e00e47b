// Package structs carries numbers in fields: set by other methods, copied,
// embedded, in anonymous structs and in arrays.
package structs

import "math"

func sink(any) {}

type amount struct{ value int64 }

type base struct{ minor int64 }

type payment struct {
	base
	amount amount
	lines  [2]amount
	ptr    *amount
}

func (p *payment) cut(f float64)   { p.fill(int64(f * 100)) }
func (p *payment) round(f float64) { p.fill(int64(math.Round(f * 100))) }
func (p *payment) fill(n int64) {
	p.minor = n
	p.amount.value = n
	p.lines[1].value = n
	p.ptr = &amount{n}
}
func (p *payment) get() int64       { return p.amount.value }
func (p payment) promoted() int64   { return p.base.minor }
func (p *payment) pointed() *amount { return p.ptr }

func methodsBad(f float64) {
	p := &payment{}
	p.cut(f)
	sink(p.get())           // want `^cut by 100`
	sink(p.promoted())      // want `^cut by 100`
	sink(p.pointed().value) // want `^cut by 100`
	sink(p.lines[1].value)  // want `^cut by 100`
	sink(p.lines[0].value)  // want `^clean$`
}

func methodsGood(f float64) {
	p := &payment{}
	p.cut(f)
	p.round(f)
	sink(p.get())           // want `^clean$`
	sink(p.promoted())      // want `^clean$`
	sink(p.pointed().value) // want `^clean$`
	sink(p.lines[1].value)  // want `^clean$`
}

func copies(f float64) {
	var p payment
	p.cut(f)
	q := p
	q.amount.value = 5
	sink(p.amount.value) // want `^cut by 100`
	sink(q.amount.value) // want `^clean$`
	sink(q.minor)        // want `^cut by 100`
	p.round(f)
	sink(q.minor) // want `^cut by 100`
	sink(p.minor) // want `^clean$`
	r := *&q
	r.minor = 7
	sink(r.minor) // want `^clean$`
	sink(q.minor) // want `^cut by 100`
}

func anonymous(f float64) {
	bad := struct{ Value int64 }{int64(f * 100)}
	good := struct{ Value int64 }{int64(math.Round(f * 100))}
	sink(bad.Value)  // want `^cut by 100`
	sink(good.Value) // want `^clean$`
	var nested struct {
		in struct{ a, b int64 }
	}
	nested.in.a = int64(f * 100)
	nested.in.b = int64(math.Round(f * 100))
	sink(nested.in.a) // want `^cut by 100`
	sink(nested.in.b) // want `^clean$`
	in := nested.in
	sink(in.a) // want `^cut by 100`
	sink(in.b) // want `^clean$`
}

func embedded(f float64) {
	bad := payment{base: base{int64(f * 100)}}
	sink(bad.minor) // want `^cut by 100`
	good := payment{base: base{minor: int64(math.Round(f * 100))}}
	sink(good.minor) // want `^clean$`
	type outer struct{ *payment }
	o := outer{&payment{}}
	o.minor = int64(f * 100)
	sink(o.payment.base.minor) // want `^cut by 100`
	o.round(f)
	sink(o.minor) // want `^clean$`
}

func arrays(f float64) {
	bad := [2]payment{{base: base{int64(f * 100)}}, {base: base{5}}}
	sink(bad[0].minor) // want `^cut by 100`
	sink(bad[1].minor) // want `^clean$`
	other := bad
	other[0].minor = 5
	sink(other[0].minor) // want `^clean$`
	sink(bad[0].minor)   // want `^cut by 100`
	for _, p := range bad {
		sink(p.minor) // want `^clean; cut by 100`
	}
	for _, p := range [2]int64{5, 6} {
		sink(p) // want `^clean$`
	}
}

// Fields of a service that one method sets and another reads.
type service struct{ total, whole int64 }

func (s *service) load(f float64) {
	s.total = int64(f * 100)
	s.whole = int64(math.Round(f * 100))
}

func (s *service) pay() {
	sink(s.total) // want `^cut by 100`
	sink(s.whole) // want `^param 0.1$`
}

func run(f float64) {
	var s service
	s.load(f)
	s.pay()
	sink(s.total) // want `^cut by 100`
	sink(s.whole) // want `^clean$`
}

func literalPtr(f float64) {
	p := &payment{ptr: &amount{int64(f * 100)}}
	sink(p.ptr.value) // want `^cut by 100`
	p = &payment{ptr: &amount{int64(math.Round(f * 100))}}
	sink(p.ptr.value) // want `^clean$`
}
