// Package money has the names and types of the library that the tests use.
package money

import "math"

type Money struct {
	amount int64
	code   string
}

func New(amount int64, code string) *Money            { return &Money{amount, code} }
func NewFromFloat(amount float64, code string) *Money { return New(int64(amount*math.Pow10(2)), code) }
func (m *Money) Amount() int64                        { return m.amount }
func (m *Money) Multiply(muls ...int64) *Money        { return m }
func (m *Money) AsMajorUnits() float64                { return float64(m.amount) / 100 }
