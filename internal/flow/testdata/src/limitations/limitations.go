// Package limitations holds what flow does not see yet. Each line says what it
// answers today, and what would be right.
package limitations

import (
	"context"
	"reflect"

	"numbers/far/a"
)

func sink(any) {}

type converter interface{ Minor(float64) int64 }

type cutter struct{}

func (cutter) Minor(f float64) int64 { return int64(f * 100) }

// Through an exported function: other packages may pass what rounds. Right
// where none does: cut.
func Through(c converter, f float64) {
	sink(c.Minor(f)) // want `^unknown$`
}

func passes(f float64) { Through(cutter{}, f) }

// Shop has a field that other packages may set. Right where none does: cut.
type Shop struct{ Minor func(float64) int64 }

func (s *Shop) pay(f float64) {
	sink(s.Minor(f)) // want `^unknown$`
}

// New makes a shop.
func New() *Shop { return &Shop{Minor: func(f float64) int64 { return int64(f * 100) }} }

// Right: cut. An amount as the key of a map is not worth following.
func keys(f float64) {
	m := map[int64]string{int64(f * 100): "a"}
	for k := range m {
		sink(k) // want `^unknown$`
	}
}

// Right: cut. What another package calls with what it gets is not told by facts.
func calledElsewhere(f float64) {
	sink(a.Apply(a.Minor, f))                  // want `^unknown$`
	sink(a.NewRequest(a.WithAmount(f)).Amount) // want `^unknown$`
}

type key struct{}

// Right: cut. Values in a context are told apart by keys of any type.
func inContext(ctx context.Context, f float64) {
	ctx = context.WithValue(ctx, key{}, int64(f*100))
	n, _ := ctx.Value(key{}).(int64)
	sink(n) // want `^unknown$`
}

// Right: cut. What reflection stores is not seen.
func reflected(f float64) {
	var n int64
	reflect.ValueOf(&n).Elem().SetInt(int64(f * 100))
	sink(n) // want `^clean$`
}

// Right: cut, since b is another name of a; but no order of the stores is known.
func alias(f float64) {
	type order struct{ minor int64 }
	a := &order{minor: 5}
	holder := []*order{a}
	for _, b := range holder {
		b.minor = int64(f * 100)
	}
	sink(a.minor) // want `^clean; unknown$`
}
