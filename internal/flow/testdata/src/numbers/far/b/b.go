// Package b maps orders of package a.
package b

import "numbers/far/a"

// Order is the shop's.
type Order struct {
	Total float64
	Lines []Line
}

// Line is one of its lines.
type Line struct {
	Price *a.Price
	Count int
}

// Payment is what any provider gets.
type Payment struct {
	Sum   Sum
	Lines []Sum
}

// Sum is an amount.
type Sum struct {
	Minor    int64
	Currency string
}

// ToPayment cuts.
func ToPayment(o Order) Payment {
	p := Payment{Sum: toSum(o.Total)}
	for _, l := range o.Lines {
		p.Lines = append(p.Lines, Sum{Minor: l.Price.Ore() * int64(l.Count)})
	}
	return p
}

// Exact rounds.
func Exact(o *Order) *Payment {
	p := &Payment{Sum: Sum{Minor: a.Rounded(o.Total)}}
	for _, l := range o.Lines {
		p.Lines = append(p.Lines, Sum{l.Price.Exact() * int64(l.Count), "NOK"})
	}
	return p
}

func toSum(kroner float64) Sum { return Sum{Minor: a.Minor(kroner), Currency: "NOK"} }

// Charged keeps a charge.
type Charged struct{ charge *a.Charge }

// Charge makes one.
func Charge(kroner float64) Charged { return Charged{a.NewCharge(kroner)} }

// ExactCharge makes an exact one.
func ExactCharge(kroner float64) Charged { return Charged{a.ExactCharge(kroner)} }

// Amount asks the charge.
func (c Charged) Amount() int64 { return c.charge.Amount() }
