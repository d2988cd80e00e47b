// Package methodvalues calls methods through values and expressions.
package methodvalues

import "math"

func sink(any) {}

type conv struct{ factor float64 }

func (c conv) minor(f float64) int64     { return int64(f * c.factor) }
func (c *conv) round(f float64) int64    { return int64(math.Round(f * c.factor)) }
func (c *conv) into(o *order, f float64) { o.minor = int64(f * c.factor) }

type order struct{ minor int64 }

func (o *order) set(f float64)   { o.minor = int64(f * 100) }
func (o *order) round(f float64) { o.minor = int64(math.Round(f * 100)) }
func (o order) get() int64       { return o.minor }

func values(f float64) {
	c := conv{100}
	bad := c.minor
	good := c.round
	sink(bad(f))  // want `^cut by 100`
	sink(good(f)) // want `^clean$`
}

func expressions(f float64) {
	c := conv{100}
	bad := conv.minor
	good := (*conv).round
	sink(bad(c, f))            // want `^cut by 100`
	sink(good(&c, f))          // want `^clean$`
	sink(conv.minor(c, f))     // want `^cut by 100`
	sink((*conv).round(&c, f)) // want `^clean$`
}

func setters(f float64) {
	var o order
	set := o.set
	set(f)
	sink(o.minor) // want `^cut by 100`
	round := o.round
	round(f)
	sink(o.minor) // want `^clean$`
	(*order).set(&o, f)
	sink(o.minor) // want `^cut by 100`
	get := o.get
	sink(get()) // want `^cut by 100`
	o.minor = 5
	sink(order.get(o)) // want `^clean$`
	(&conv{100}).into(&o, f)
	sink(o.minor) // want `^cut by 100`
}

type filler struct{ fee int64 }

func (x *filler) fill(n *int64, f float64) {
	x.fee = int64(f * 10)
	*n = int64(f * 100)
}

func (x *filler) fillRounded(n *int64, f float64) {
	x.fee = int64(f * 100)
	*n = int64(math.Round(f * 100))
}

// What a method value stores through its argument is not what it stores in its
// receiver.
func filled(f float64) {
	var n int64
	set := (&filler{}).fill
	set(&n, f)
	sink(n) // want `^cut by 100 at int64\(f \* 100\)$`
	var m int64
	setRounded := (&filler{}).fillRounded
	setRounded(&m, f)
	sink(m) // want `^clean$`
}
