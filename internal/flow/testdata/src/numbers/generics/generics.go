// Package generics carries numbers through generic functions and types.
package generics

import "math"

func sink(any) {}

type float interface{ ~float32 | ~float64 }

type kroner float64

func minor[T float](x T) int64      { return int64(x * 100) }
func minorRound[T float](x T) int64 { return int64(math.Round(float64(x) * 100)) }

func functions(f float64, k kroner) {
	sink(minor(f))              // want `^cut by 100`
	sink(minor(k))              // want `^cut by 100`
	sink(minorRound(f))         // want `^clean$`
	sink(minorRound[kroner](k)) // want `^clean$`
}

type number interface {
	~int | ~int64 | ~float64
}

func ore[T number](x T) int64 { return int64(x * 100) }

func mixed(f float64, n int64) {
	sink(ore(f)) // want `^cut by 100`
	sink(ore(n)) // want `^(clean|param 1)$`
	sink(ore(5)) // want `^clean$`
}

func into[T ~int | ~int64](f float64) T { return T(f * 100) }

func intoRound[T ~int | ~int64](f float64) T { return T(math.Round(f * 100)) }

func targets(f float64) {
	sink(into[int64](f))      // want `^cut by 100`
	sink(intoRound[int64](f)) // want `^clean$`
}

type box[T any] struct{ value T }

func (b *box[T]) set(v T) { b.value = v }
func (b box[T]) get() T   { return b.value }

func wrap[T any](v T) box[T] { return box[T]{value: v} }

func boxes(f float64) {
	bad := box[int64]{int64(f * 100)}
	sink(bad.value) // want `^cut by 100`
	sink(bad.get()) // want `^cut by 100`
	bad.set(5)
	sink(bad.get()) // want `^clean$`
	bad.set(int64(f * 100))
	sink(bad.value)                              // want `^cut by 100`
	sink(wrap(int64(f * 100)).get())             // want `^cut by 100`
	sink(wrap(int64(math.Round(f * 100))).value) // want `^clean$`
}

type money[T float] struct{ amount T }

func (m money[T]) minor() int64 { return int64(m.amount * 100) }
func (m money[T]) round() int64 { return int64(math.Round(float64(m.amount) * 100)) }

func methods(f float64) {
	m := money[float64]{f}
	sink(m.minor()) // want `^cut by 100`
	sink(m.round()) // want `^clean$`
}

type list[T any] struct {
	head *node[T]
}

type node[T any] struct {
	val  T
	next *node[T]
}

func (l *list[T]) push(v T) { l.head = &node[T]{v, l.head} }

func lists(f float64) {
	var bad, good list[int64]
	bad.push(int64(f * 100))
	good.push(int64(math.Round(f * 100)))
	sink(bad.head.val)  // want `^cut by 100`
	sink(good.head.val) // want `^clean$`
}

func mapTo[A, B any](list []A, fn func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = fn(a)
	}
	return out
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func parse(f float64) (int64, error) { return int64(f * 100), nil }

func parseRound(f float64) (int64, error) { return int64(math.Round(f * 100)), nil }

func mapped(all []float64) {
	sink(mapTo(all, minor[float64])[0])      // want `cut by 100`
	sink(mapTo(all, minorRound[float64])[0]) // want `^clean$`
	sink(must(parse(all[0])))                // want `^cut by 100`
	sink(must(parseRound(all[0])))           // want `^clean$`
}
