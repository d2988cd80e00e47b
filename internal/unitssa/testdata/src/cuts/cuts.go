// Package cuts has functions that can pass a number on, and others.
package cuts

import "strings"

type order struct {
	name  string
	total float64
	lines []line
}

type line struct{ price int64 }

// chosen minor
func minor(f float64) int64 { return int64(f * 100) }

// chosen price
func price(o order) int64 {
	// chosen price$1
	f := func() int64 { return o.lines[0].price }
	return f()
}

// chosen set
func (o *order) set(f float64) { o.total = f }

// chosen callee
func callee() string { return "x" }

// chosen caller
func caller() {
	callee()
	minor(1.5)
}

// bare constant
func constant() string { const c = 3.0; _ = int(c); return "" }

// bare title
func title(s string) string { return strings.ToTitle(s) }

// bare small
func small(b byte) bool { return b == ' ' }

// bare twice
func twice(s string) string { return title(title(s)) }

func _(f float64) int { return int(f) }

// chosen generic
func generic[T float32 | float64](f T) int { return int(f) }

const plus, norway = "+", "47"

// chosen abroad
func abroad(n string) string { return plus + norway + n }

// chosen zeros
func zeros(n string) string { return "0047" + n }

// bare marked
func marked(n string) string { return plus + n }

// bare hundred
func hundred(n string) string { return "0012" + n }
