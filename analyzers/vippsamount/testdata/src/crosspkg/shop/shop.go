// Package shop pays by two providers.
package shop

import (
	"math"

	"crosspkg/money"
	"crosspkg/pay"
	"crosspkg/swish"
)

type Order struct {
	Ref   string
	Price float64
}

func Cut(c *pay.Client, o Order) error {
	return c.Capture(o.Ref, money.Cut(o.Price)) // want `cut to whole øre, not rounded \(19.99 kr becomes 1998\); round before the conversion in money.go:8: int64\(math.Round\(x\*100\)\)`
}

func Nearest(c *pay.Client, o Order) error {
	return c.Capture(o.Ref, money.Nearest(o.Price))
}

func CutHere(c *pay.Client, o Order) error {
	ore := int64(o.Price * 100) // want `cut to whole øre.*int64\(math.Round\(o.Price \* 100\)\)`
	return c.Capture(o.Ref, ore)
}

func CutIntoBody(c *pay.Client, o Order) error {
	var m pay.Modification
	m.ModificationAmount.Currency = "NOK"
	m.ModificationAmount.Value = int64(o.Price * 100) // want "cut to whole øre"
	return c.Modify(o.Ref, "capture", m)
}

func RoundedIntoBody(c *pay.Client, o Order) error {
	var m pay.Modification
	m.ModificationAmount.Currency = "NOK"
	m.ModificationAmount.Value = int64(math.Round(o.Price * 100))
	return c.Modify(o.Ref, "capture", m)
}

func CutByTheClient(c *pay.Client, o Order) error {
	return c.Refund(o.Ref, o.Price*100) // want `cut to whole øre, not rounded, by the function that it is passed to`
}

func WholeForTheClient(c *pay.Client, o Order) error {
	return c.Refund(o.Ref, math.Round(o.Price*100))
}

// Other sends the cut amount to the other provider only.
func Other(o Order) error {
	return swish.Pay(money.Cut(o.Price))
}

// Both sends what was cut to one and what was rounded to the other.
func Both(c *pay.Client, o Order) error {
	ore := int64(o.Price * 100)
	if err := swish.Pay(ore); err != nil {
		return err
	}
	ore = money.Nearest(o.Price)
	return c.Capture(o.Ref, ore)
}
