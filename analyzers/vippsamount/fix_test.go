package vippsamount

import (
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/ruletest"
)

// Each source holds one conversion, marked by at. The fixed source is checked
// by the compiler.
func TestRoundFix(t *testing.T) {
	for _, tt := range []struct {
		name, source, at, want string
		factor                 float64
	}{
		{"plain", `package p
import "math"
var _ = math.Pi
func f(x float64) int64 { return int64(x * 100) }`, "int64(x * 100)", "int64(math.Round(x * 100))", 100},
		{"named integer", `package p
import "math"
var _ = math.Pi
type Ore int32
func f(x float64) Ore { return Ore(x * 100) }`, "Ore(x * 100)", "Ore(math.Round(x * 100))", 100},
		{"float32", `package p
import "math"
var _ = math.Pi
func f(x float32) int { return int(x * 100) }`, "int(x * 100)", "int(math.Round(float64(x * 100)))", 100},
		{"named float", `package p
import "math"
var _ = math.Pi
type Kroner float64
func f(x Kroner) int { return int(x * 100) }`, "int(x * 100)", "int(math.Round(float64(x * 100)))", 100},
		{"type parameters", `package p
import "math"
var _ = math.Pi
func f[F ~float32 | ~float64, I ~int | ~int64](x F) I { return I(x * 100) }`, "I(x * 100)", "I(math.Round(float64(x * 100)))", 100},
		{"another name", `package p
import m "math"
var _ = m.Pi
func f(x float64) int { return int(x * 100) }`, "int(x * 100)", "int(m.Round(x * 100))", 100},
		{"in parentheses", `package p
import "math"
var _ = math.Pi
func f(x float64) int { return (int)((x * 100)) + 1 }`, "(int)((x * 100))", "(int)(math.Round((x * 100)))", 100},
		{"by its parenthesis", `package p
import "math"
var _ = math.Pi
func f(x float64) int { return int(x * 100) }`, "(x * 100)", "int(math.Round(x * 100))", 100},

		{"floor", `package p
import "math"
func f(x float64) int { return int(math.Floor(x * 100)) }`, "int(math.Floor(x * 100))", "int(math.Round(x * 100))", 100},
		{"ceil in parentheses", `package p
import "math"
func f(x float64) int { return int((math.Ceil)((x * 100))) }`, "int((math.Ceil)((x * 100)))", "int((math.Round)((x * 100)))", 100},
		{"trunc of a dot import", `package p
import . "math"
func f(x float64) int { return int(Trunc(x * 100)) }`, "int(Trunc(x * 100))", "int(Round(x * 100))", 100},
		{"floors added", `package p
import "math"
func f(x, y float64) int { return int(math.Floor(x*100) + (math.Ceil(y*100) - math.Round(y))) }`,
			"int(math.Floor(x*100)", "int(math.Round(x*100) + (math.Round(y*100) - math.Round(y)))", 100},
		{"multiplied by a count", `package p
import "math"
var _ = math.Pi
func f(x float64, n int) int { return n * int(x*100) }`, "int(x*100)", "n * int(math.Round(x*100))", 100},

		{"rounded already", `package p
import "math"
func f(x float32) int { return int(math.Round(float64(x * 100))) }`, "int(math.Round(float64(x * 100)))", "", 100},
		{"floor before", `package p
import "math"
func f(x float64) int { y := math.Floor(x * 100); return int(y) }`, "int(y)", "", 100},
		{"floor of something else", `package p
import "math"
func f(x, y float64) int { z := x * 100; return int(z) + int(math.Floor(y)) }`, "int(z)", "int(math.Round(z))", 100},
		{"floor and a float", `package p
import "math"
func f(x, y float64) int { return int(math.Floor(x * 100) + y) }`, "int(math.Floor(x * 100) + y)", "", 100},
		{"discount only", `package p
import "math"
var _ = math.Pi
func f(x float64) int { return int(x * 0.8) }`, "int(x * 0.8)", "", 0.8},
		{"factor unknown", `package p
import "math"
var _ = math.Pi
func f(x float64) int { return int(x) }`, "int(x)", "", 0},
		{"multiplied afterwards", `package p
import "math"
var _ = math.Pi
func f(x float64) int64 { return 10 * int64((int(x * 10))) }`, "int(x * 10)", "", 10},
		{"not a conversion", `package p
import "math"
var _ = math.Pi
func cut(x float64) int { return 0 }
func f(x float64) int { return cut(x * 100) }`, "cut(x * 100)", "", 100},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pass := ruletest.Check(t, tt.source)
			pos, end := ruletest.Find(t, pass, tt.source, tt.at)
			if tt.at[0] == '(' && tt.name == "by its parenthesis" {
				end = pos // as SSA has it
			}
			conversion := conversionAt(pass, place.Place{Pos: pos, End: end})
			if conversion == nil {
				if tt.want != "" {
					t.Fatal("conversion not found")
				}
				return
			}
			fixes := roundFix(pass, conversion, tt.factor)
			if tt.want == "" {
				if len(fixes) != 0 {
					t.Fatalf("got the fix:\n%s", ruletest.Apply(pass, tt.source, fixes[0]))
				}
				return
			}
			if len(fixes) != 1 {
				t.Fatalf("%d fixes, want 1", len(fixes))
			}
			fixed := ruletest.Apply(pass, tt.source, fixes[0])
			if !strings.Contains(fixed, tt.want) {
				t.Errorf("fixed source lacks %q:\n%s", tt.want, fixed)
			}
			ruletest.Check(t, fixed)
		})
	}
}

func TestConversionAt(t *testing.T) {
	source := `package p
func g(int) {}
func f(x float64, n int) {
	g(int(x * 100))
	g(int(int32(n)))
	func() { g(3) }()
}`
	pass := ruletest.Check(t, source)
	for _, tt := range []struct {
		at    string
		found bool
	}{{"int(x * 100)", true}, {"x * 100", true}, {"int32(n)", false}, {"g(3)", false}} {
		pos, end := ruletest.Find(t, pass, source, tt.at)
		if got := conversionAt(pass, place.Place{Pos: pos, End: end}); (got != nil) != tt.found {
			t.Errorf("conversion at %s: %v, want %v", tt.at, got != nil, tt.found)
		}
	}
}
