// Package apd has the names and types of the library that the tests use.
package apd

type BigInt struct{ n int64 }

func (z *BigInt) Int64() int64 { return z.n }

type Decimal struct {
	Exponent int32
	Coeff    BigInt
}

type Condition uint32

type Context struct{ Precision uint32 }

func New(coeff int64, exponent int32) *Decimal                           { return &Decimal{} }
func NewFromString(s string) (*Decimal, Condition, error)                { return nil, 0, nil }
func (d *Decimal) SetFloat64(f float64) (*Decimal, error)                { return d, nil }
func (d *Decimal) Int64() (int64, error)                                 { return 0, nil }
func (d *Decimal) Float64() (float64, error)                             { return 0, nil }
func (c *Context) Mul(d, x, y *Decimal) (Condition, error)               { return 0, nil }
func (c *Context) RoundToIntegralValue(d, x *Decimal) (Condition, error) { return 0, nil }
