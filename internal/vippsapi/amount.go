package vippsapi

// An AmountProblem is why an amount is refused, with the limit that it breaks.
type AmountProblem struct {
	TooLow   bool   // otherwise it is too high
	Limit    int64  // the least or the most that is allowed, in minor units
	Currency string // for which Limit is; empty where it is for all
	Unit     string // what the minor unit is called: "øre"
}

// CheckAmount says what is wrong with an amount, in minor units, in the field of
// a request: nil where it is allowed or nothing is known against it. currency is
// an ISO 4217 code, empty where it is not known; then only what no currency
// allows is refused. It judges the fields that start, capture or refund one
// payment (Limited), since the others may be 0 or have no documented limit.
func (f *Field) CheckAmount(amount int64, currency string) *AmountProblem {
	if !f.Limited || amount == 0 && f.ZeroIsAll {
		return nil
	}
	if f.Currency != "" {
		currency = f.Currency
	}
	least := leastAmount(currency)
	if f.Min != nil && *f.Min > least.Limit {
		least.Limit = *f.Min
	}
	switch {
	case amount < least.Limit:
		return &least
	case f.Max != nil && amount > *f.Max:
		return &AmountProblem{Limit: *f.Max, Unit: least.Unit}
	}
	return nil
}

// leastAmount is the business minimum of a currency, and of all of them the
// lowest where the currency is not among those known.
func leastAmount(currency string) AmountProblem {
	lowest := AmountProblem{TooLow: true, Limit: businessMinima[0].least, Unit: anyMinorUnit}
	for _, m := range businessMinima {
		if m.currency == currency {
			return AmountProblem{TooLow: true, Limit: m.least, Currency: currency, Unit: m.unit}
		}
		lowest.Limit = min(lowest.Limit, m.least)
	}
	return lowest
}
