// Package bigmath uses math/big: Int and Rat are exact, Float is a float.
package bigmath

import "math/big"

func sink(any) {}

func exact(text string, x float64, n int64) {
	i := new(big.Int)
	i.SetString(text, 10)
	sink(i.Int64())                                          // want `^clean$`
	sink(new(big.Int).Mul(i, big.NewInt(100)).Int64())       // want `^clean$`
	sink(int64(new(big.Int).Div(i, big.NewInt(3)).Uint64())) // want `^clean$`
	r, _ := new(big.Rat).SetString(text)
	r.Mul(r, big.NewRat(100, 1))
	sink(r.Num().Int64())                              // want `^clean$`
	sink(new(big.Int).Quo(r.Num(), r.Denom()).Int64()) // want `^clean$`
	s := new(big.Rat).SetFloat64(x)
	sink(new(big.Int).Quo(s.Num(), s.Denom()).Int64()) // want `^clean$`
	f, _ := new(big.Float).SetInt64(n).Int64()
	sink(f) // want `^unknown$`
	g := big.NewFloat(x)
	g.Mul(g, big.NewFloat(100))
	g.Add(g, big.NewFloat(0.5))
	h, _ := g.Int64()
	sink(h) // want `^unknown$`
	k, _ := big.NewFloat(20).Int64()
	sink(k) // want `^unknown$`
}

func floats(text string, x float64) {
	g := new(big.Float).Mul(big.NewFloat(x), big.NewFloat(100))
	n, _ := g.Int64()
	sink(n) // want `^cut at g\.Int64\(\)$`
	u, _ := g.Uint64()
	sink(int64(u)) // want `^cut at g\.Uint64\(\)$`
	i, _ := g.Int(nil)
	sink(i.Int64()) // want `^cut at g\.Int\(nil\)$`
	z := new(big.Int)
	g.Int(z)
	sink(z.Int64()) // want `^cut at g\.Int\(z\)$`
	f, _ := g.Float64()
	sink(int64(f)) // want `^cut at int64\(f\)$`
	sink(f)        // want `^float at`
	// 19.99 has no binary fraction, however many digits are kept.
	p, _, _ := big.ParseFloat(text, 10, 200, big.ToZero)
	p.Mul(p, big.NewFloat(100))
	m, _ := p.Int64()
	sink(m) // want `^cut at`
	var v big.Float
	v.SetString(text)
	v.Mul(&v, big.NewFloat(100))
	w, _ := v.Int64()
	sink(w) // want `^cut at`
	r, _ := new(big.Rat).SetString(text)
	e, _ := r.Float64()
	sink(int64(e * 100)) // want `^cut by 100 at`
	d, _ := big.NewFloat(1998.99).Int64()
	sink(d) // want `^cut at`
}
