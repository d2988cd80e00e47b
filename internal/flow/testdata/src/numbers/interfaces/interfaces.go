// Package interfaces calls methods of interfaces where the concrete values are
// seen to arrive.
package interfaces

import "math"

func sink(any) {}

type converter interface{ minor(float64) int64 }

type cutter struct{ factor float64 }

func (c cutter) minor(f float64) int64 { return int64(f * 100) }

type rounder struct{}

func (*rounder) minor(f float64) int64 { return int64(math.Round(f * 100)) }

func local(f float64) {
	var c converter = cutter{}
	sink(c.minor(f)) // want `^cut by 100`
	c = &rounder{}
	sink(c.minor(f)) // want `^clean$`
}

// All that arrives has to agree.
func either(f float64, b bool) {
	var c converter = cutter{}
	if b {
		c = &rounder{}
	}
	sink(c.minor(f)) // want `^(clean; )?unknown$`
}

func agree(f float64, b bool) {
	var c converter = cutter{}
	if b {
		c = &cutter{5}
	}
	sink(c.minor(f)) // want `^cut by 100`
}

func param(c converter, f float64) {
	sink(c.minor(f)) // want `^cut by 100`
}

func paramRound(c converter, f float64) {
	sink(c.minor(f)) // want `^clean$`
}

func paramBoth(c converter, f float64) {
	sink(c.minor(f)) // want `^(clean; )?unknown$`
}

// Exported may be called with anything.
func Exported(c converter, f float64) {
	sink(c.minor(f)) // want `^unknown$`
}

func callers(f float64) {
	param(cutter{}, f)
	param(&cutter{}, f)
	paramRound(&rounder{}, f)
	paramBoth(cutter{}, f)
	paramBoth(&rounder{}, f)
	Exported(cutter{}, f)
}

func convert(c converter, f float64) int64 { return c.minor(f) }

func converts(f float64) {
	sink(convert(cutter{}, f))   // want `^cut by 100`
	sink(convert(&rounder{}, f)) // want `^clean$`
}

type shop struct {
	bad, good converter
}

func newShop() *shop { return &shop{bad: cutter{}, good: &rounder{}} }

func (s *shop) pay(f float64) {
	sink(s.bad.minor(f))  // want `^cut by 100`
	sink(s.good.minor(f)) // want `^clean$`
}

func shops(f float64) {
	s := newShop()
	sink(s.bad.minor(f))  // want `^cut by 100`
	sink(s.good.minor(f)) // want `^clean$`
}

type amounter interface{ amount() int64 }

type order struct{ total float64 }

func (o order) amount() int64 { return int64(o.total * 100) }

type invoice struct{ minor int64 }

func (i *invoice) amount() int64 { return i.minor }

func lists(f float64) {
	var bad, good []amounter
	bad = append(bad, order{f})
	good = append(good, &invoice{int64(math.Round(f * 100))})
	for _, a := range bad {
		sink(a.amount()) // want `^cut by 100`
	}
	for _, a := range good {
		sink(a.amount()) // want `^clean$`
	}
}

type setter interface{ set(*invoice, float64) }

type cutSetter struct{}

func (cutSetter) set(i *invoice, f float64) { i.minor = int64(f * 100) }

type roundSetter struct{}

func (roundSetter) set(i *invoice, f float64) { i.minor = int64(math.Round(f * 100)) }

func setters(f float64) {
	i := &invoice{}
	var s setter = cutSetter{}
	s.set(i, f)
	sink(i.minor) // want `^cut by 100`
	s = roundSetter{}
	s.set(i, f)
	sink(i.minor) // want `^clean$`
}

var global converter = cutter{}

func globals(f float64) {
	sink(global.minor(f)) // want `^cut by 100`
}

func build(bad bool) converter { return cutter{} }

func built(f float64) {
	sink(build(true).minor(f)) // want `^cut by 100`
}
