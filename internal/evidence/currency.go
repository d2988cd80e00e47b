package evidence

import (
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A currency is what is known of the currency of an amount: its code where that
// is one constant, else the one value that it is, else nothing.
type currency struct {
	code string
	val  flow.Val
}

// currencyBeside is the currency that goes into the body b beside the amount f.
func (e *engine) currencyBeside(op *vippsapi.Operation, f *vippsapi.Field, b body) currency {
	beside := op.CurrencyBeside(f)
	if f.Kind != vippsapi.MinorUnits || f.Currency != "" || beside == nil {
		return currency{code: f.Currency}
	}
	return e.oneCurrency(func(d *descent) { d.body(b, splitName(beside.Path)) })
}

// openCurrency is currencyBeside for the part of the body that a parameter
// place is given. Beside a number alone stands what the place says.
func (e *engine) openCurrency(op *vippsapi.Operation, f *vippsapi.Field, pp ParamPlace, v flow.Val) currency {
	beside := op.CurrencyBeside(f)
	if pp.Currency != "" || len(pp.Rest) == 0 || beside == nil {
		return currency{code: pp.Currency}
	}
	segs := splitName(beside.Path)
	rest := segs[len(segs)-len(pp.Rest):] // amount and currency stand in one object
	return e.oneCurrency(func(d *descent) { d.from(leaf{val: v, typ: v.Type(), form: pp.Form}, rest, 1) })
}

// oneCurrency is the one currency that a descent comes upon.
func (e *engine) oneCurrency(find func(*descent)) currency {
	var list []currency
	find(&descent{
		e:     e,
		yield: func(l leaf) { list = append(list, e.currencyOf(l.val)) },
		open: func(l leaf, rest []string) {
			if len(rest) > 0 {
				l.val = flow.Val{}
			}
			list = append(list, currency{val: l.val})
		},
		text: func(_ leaf, t flow.Text) {
			if len(t.Parts) == 1 {
				list = append(list, currency{code: t.Parts[0].Const})
			}
		},
		words: func(s string) { list = append(list, currency{code: s}) },
	})
	if len(list) == 0 {
		return currency{}
	}
	for _, c := range list[1:] {
		if c.code == "" || c.code != list[0].code {
			return currency{}
		}
	}
	return list[0]
}

// currencyOf is the currency that the text v is. What was not set yet does not
// count.
func (e *engine) currencyOf(v flow.Val) currency {
	var one currency
	for _, t := range e.flow.Texts(v) {
		p := t.Parts[0]
		switch {
		case len(t.Parts) > 1 || one.val.V != nil || one.code != "":
			return currency{}
		case p.Hole != nil:
			one.val = *p.Hole
		default:
			one.code = p.Const
		}
	}
	return one
}
