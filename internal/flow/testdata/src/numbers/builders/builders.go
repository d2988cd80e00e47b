// Package builders builds requests step by step.
package builders

import "math"

func sink(any) {}

type request struct {
	amount   int64
	currency string
}

type builder struct{ req request }

func newBuilder() *builder { return &builder{} }

func (b *builder) cut(f float64) *builder {
	b.req.amount = int64(f * 100)
	return b
}

func (b *builder) round(f float64) *builder {
	b.req.amount = int64(math.Round(f * 100))
	return b
}

func (b *builder) cur(c string) *builder {
	b.req.currency = c
	return b
}

func (b *builder) build() request { return b.req }

func pointers(f float64) {
	sink(newBuilder().cut(f).cur("NOK").build().amount)   // want `^cut by 100`
	sink(newBuilder().cur("NOK").round(f).build().amount) // want `^clean$`
	sink(newBuilder().cut(f).round(f).build().amount)     // want `^clean$`
	sink(newBuilder().round(f).cut(f).build().amount)     // want `^cut by 100`
	b := newBuilder()
	b.cut(f)
	b.cur("NOK")
	sink(b.build().amount) // want `^cut by 100`
	b = b.round(f)
	req := b.build()
	sink(req.amount) // want `^clean$`
	new(builder).cut(f)
	b2 := new(builder).cut(f)
	b2 = b2.cur("NOK")
	sink(b2.req.amount) // want `^cut by 100`
}

type valueBuilder struct{ req request }

func (b valueBuilder) cut(f float64) valueBuilder {
	b.req.amount = int64(f * 100)
	return b
}

func (b valueBuilder) round(f float64) valueBuilder {
	b.req.amount = int64(math.Round(f * 100))
	return b
}

func (b valueBuilder) cur(c string) valueBuilder {
	b.req.currency = c
	return b
}

func (b valueBuilder) build() *request { return &b.req }

func copies(f float64) {
	var b valueBuilder
	sink(b.cut(f).cur("NOK").build().amount)   // want `^cut by 100`
	sink(b.round(f).cur("NOK").build().amount) // want `^clean$`
	b = b.cut(f)
	c := b.round(f)
	sink(b.build().amount) // want `^cut by 100`
	sink(c.build().amount) // want `^clean$`
	b.round(f)
	sink(b.req.amount) // want `^cut by 100`
}
