// Package options sets numbers by functional options.
package options

import "math"

func sink(any) {}

type request struct {
	amount   int64
	currency string
	ref      string
}

type option func(*request)

func withAmount(kroner float64) option {
	return func(r *request) { r.amount = int64(kroner * 100) }
}

func withRounded(kroner float64) option {
	return func(r *request) { r.amount = int64(math.Round(kroner * 100)) }
}

func withCurrency(c string) option { return func(r *request) { r.currency = c } }

func newRequest(opts ...option) *request {
	r := &request{currency: "NOK"}
	for _, o := range opts {
		o(r)
	}
	return r
}

func use(f float64) {
	sink(newRequest(withCurrency("NOK"), withAmount(f)).amount)  // want `cut by 100`
	sink(newRequest(withRounded(f), withCurrency("NOK")).amount) // want `^clean$`
	sink(newRequest(withCurrency("NOK")).amount)                 // want `^clean$`
	r := newRequest()
	withAmount(f)(r)
	sink(r.amount) // want `^cut by 100`
	withRounded(f)(r)
	sink(r.amount) // want `^clean$`
}

// Several options for one field: the last one counts, and no order is kept.
func both(f float64) {
	sink(newRequest(withAmount(f), withRounded(f)).amount) // want `^clean; (cut by 100.*|unknown)$`
}

type applier interface{ apply(*request) }

type amountOption struct{ minor int64 }

func (o amountOption) apply(r *request) { r.amount = o.minor }

func applied(opts ...applier) request {
	var r request
	for _, o := range opts {
		o.apply(&r)
	}
	return r
}

func interfaces(f float64) {
	sink(applied(amountOption{int64(f * 100)}).amount)             // want `cut by 100`
	sink(applied(amountOption{int64(math.Round(f * 100))}).amount) // want `^clean$`
}
