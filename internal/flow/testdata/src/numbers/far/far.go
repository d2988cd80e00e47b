// Package far stands three packages away from the floats.
package far

import (
	"math"

	"numbers/far/a"
	"numbers/far/b"
	"numbers/far/c"
)

func sink(any) {}

func chain(f float64) {
	bad := b.ToPayment(b.Order{Total: f, Lines: []b.Line{{a.NewPrice(f), 2}}})
	good := b.Exact(&b.Order{Total: f, Lines: []b.Line{{a.NewPrice(f), 2}}})
	sink(bad.Sum.Minor)              // want `^cut by 100 at a.go:7$`
	sink(good.Sum.Minor)             // want `^(clean|unknown)$`
	sink(bad.Lines[0].Minor)         // want `^clean; cut by 100 at a.go:19$`
	sink(good.Lines[0].Minor)        // want `^clean$`
	sink(c.From(bad).Amount.Value)   // want `^cut by 100 at a.go:7$`
	sink(c.From(*good).Amount.Value) // want `^(clean|unknown)$`
	bad.Sum.Minor = 5
	sink(c.From(bad).Amount.Value) // want `^clean$`
}

func getters(f float64) {
	sink(a.NewPrice(f).Ore())                 // want `^cut by 100 at a.go:19$`
	sink(a.NewPrice(f).Exact())               // want `^clean$`
	sink(int64(a.NewPrice(f).Kroner() * 100)) // want `^cut by 100`
	sink(a.NewCharge(f).Amount())             // want `^cut by 100 at a.go:7$`
	sink(a.ExactCharge(f).Amount())           // want `^(clean|unknown)$`
	sink(b.Charge(f).Amount())                // want `^cut by 100 at a.go:7$`
	sink(b.ExactCharge(f).Amount())           // want `^(clean|unknown)$`
}

func setters(f float64) {
	var charge a.Charge
	charge.Set(f)
	sink(charge.Amount()) // want `^cut by 100 at a.go:41$`
	charge.SetExact(f)
	sink(charge.Amount())                           // want `^clean$`
	sink(new(a.Charge).SetExact(f).Set(f).Amount()) // want `^cut by 100 at a.go:41$`
	sink(new(a.Charge).Set(f).SetExact(f).Amount()) // want `^clean$`
	var n int64
	a.Fill(&n, f)
	sink(n) // want `^cut by 100 at a.go`
	a.FillExact(&n, f)
	sink(n) // want `^clean$`
}

func functions(f float64) {
	sink(a.Converter(2)(f))     // want `^clean; cut by 100 at a.go`
	sink(a.ExactConverter()(f)) // want `^clean$`
	fn := a.Minor
	sink(fn(f)) // want `^cut by 100 at a.go:7$`
	fn = a.Rounded
	sink(fn(f)) // want `^clean$`
}

type converter interface{ Convert(float64) int64 }

type shop struct{ conv, exact converter }

func newShop() *shop { return &shop{a.Cutter{}, &a.Rounder{}} }

func (s *shop) pay(f float64) {
	sink(s.conv.Convert(f))  // want `^cut by 100 at a.go`
	sink(s.exact.Convert(f)) // want `^clean$`
}

func interfaces(f float64) {
	var c converter = a.Cutter{}
	sink(c.Convert(f)) // want `^cut by 100 at a.go`
	c = &a.Rounder{}
	sink(c.Convert(f)) // want `^clean$`
}

func generics(f float64) {
	sink(a.Put(int64(f * 100)).Get())             // want `^cut by 100 at int64`
	sink(a.Put(int64(math.Round(f * 100))).Get()) // want `^clean$`
	sink(a.Put(a.Minor(f)).Get())                 // want `^cut by 100 at a.go:7$`
}

func options(f float64) {
	r := a.NewRequest()
	a.WithAmount(f)(r)
	sink(r.Amount) // want `^cut by 100 at a.go`
	a.WithExact(f)(r)
	sink(r.Amount) // want `^clean$`
}
