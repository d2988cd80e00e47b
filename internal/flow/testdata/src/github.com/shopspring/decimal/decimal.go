// Package decimal has the names and types of the library that the tests use.
package decimal

import "math/big"

type Decimal struct {
	value *big.Int
	exp   int32
}

func NewFromFloat(value float64) Decimal           { return Decimal{} }
func NewFromInt(value int64) Decimal               { return Decimal{} }
func NewFromString(value string) (Decimal, error)  { return Decimal{}, nil }
func RequireFromString(value string) Decimal       { return Decimal{} }
func (d Decimal) Mul(d2 Decimal) Decimal           { return d }
func (d Decimal) Div(d2 Decimal) Decimal           { return d }
func (d Decimal) Add(d2 Decimal) Decimal           { return d }
func (d Decimal) Shift(shift int32) Decimal        { return d }
func (d Decimal) Round(places int32) Decimal       { return d }
func (d Decimal) Floor() Decimal                   { return d }
func (d Decimal) IntPart() int64                   { return d.value.Int64() }
func (d Decimal) CoefficientInt64() int64          { return d.value.Int64() }
func (d Decimal) BigInt() *big.Int                 { return d.value }
func (d Decimal) BigFloat() *big.Float             { return nil }
func (d Decimal) Rat() *big.Rat                    { return nil }
func (d Decimal) Float64() (f float64, exact bool) { return 0, false }
func (d Decimal) InexactFloat64() float64          { return 0 }
func (d Decimal) String() string                   { return "" }
func (d Decimal) StringFixed(places int32) string  { return "" }
