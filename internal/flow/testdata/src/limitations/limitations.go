// Package limitations holds what flow does not see yet. Each line says what it
// answers today, and what would be right.
package limitations

func sink(any) {}

type converter interface{ minor(float64) int64 }

type cutter struct{}

func (cutter) minor(f float64) int64 { return int64(f * 100) }

// Right: cut, since only a cutter arrives.
func throughInterface(f float64) {
	var c converter = cutter{}
	sink(c.minor(f)) // want `^unknown$`
}

type shop struct{ minor func(float64) int64 }

// Right: cut, since New is the only one that fills the field.
func (s *shop) throughField(f float64) {
	sink(s.minor(f)) // want `^unknown$`
}

// New makes a shop.
func New() *shop { return &shop{minor: func(f float64) int64 { return int64(f * 100) }} }

// Right: cut, since b is another name of a.
func alias(f float64) {
	type order struct{ minor int64 }
	a := &order{minor: 5}
	holder := []*order{a}
	for _, b := range holder {
		b.minor = int64(f * 100)
	}
	sink(a.minor) // want `^clean$`
}
