// Package decimal has the names and types of the library that the tests use.
package decimal

type Big struct{ compact uint64 }

func New(value int64, scale int) *Big          { return &Big{} }
func (z *Big) SetFloat64(value float64) *Big   { return z }
func (z *Big) SetString(s string) (*Big, bool) { return z, true }
func (z *Big) Mul(x, y *Big) *Big              { return z }
func (z *Big) RoundToInt() *Big                { return z }
func (x *Big) Int64() (int64, bool)            { return 0, true }
func (x *Big) Uint64() (uint64, bool)          { return 0, true }
func (x *Big) Float64() (f float64, ok bool)   { return 0, true }
