// Package funcfields keeps functions in fields, maps and variables.
package funcfields

import "math"

func sink(any) {}

type shop struct {
	bad  func(float64) int64
	good func(float64) int64
	many func(float64) int64
}

func newShop() *shop {
	return &shop{bad: cut, good: round, many: cut}
}

func otherShop() *shop {
	s := &shop{}
	s.many = round
	return s
}

func cut(f float64) int64   { return int64(f * 100) }
func round(f float64) int64 { return int64(math.Round(f * 100)) }

func (s *shop) pay(f float64) {
	sink(s.bad(f))  // want `^cut by 100`
	sink(s.good(f)) // want `^clean$`
	sink(s.many(f)) // want `^clean; unknown$`
}

func local(f float64) {
	s := newShop()
	sink(s.bad(f))            // want `^cut by 100`
	sink(s.good(f))           // want `^clean$`
	sink(s.many(f))           // want `^cut by 100`
	sink(otherShop().many(f)) // want `^clean$`
}

var convert = cut

var exact = round

func global(f float64) {
	sink(convert(f)) // want `^cut by 100`
	sink(exact(f))   // want `^clean$`
}

var byName = map[string]func(float64) int64{"bad": cut, "good": round}

func mapped(f float64, name string) {
	sink(byName["bad"](f))  // want `^cut by 100`
	sink(byName["good"](f)) // want `^clean$`
	fn := map[string]func(float64) int64{"bad": cut}[name]
	sink(fn(f)) // want `^cut by 100`
}

func chosen(f float64, b bool) {
	fn := cut
	if b {
		fn = round
	}
	sink(fn(f)) // want `^clean; cut by 100`
}

func maker(factor float64) func(float64) int64 {
	return func(f float64) int64 { return int64(f * factor) }
}

func makerRound(factor float64) func(float64) int64 {
	return func(f float64) int64 { return int64(math.Round(f * factor)) }
}

func makers(f float64) {
	sink(maker(100)(f))      // want `^cut by 100`
	sink(makerRound(100)(f)) // want `^clean$`
	bad, good := maker(100), makerRound(100)
	sink(bad(f))  // want `^cut by 100`
	sink(good(f)) // want `^clean$`
}
