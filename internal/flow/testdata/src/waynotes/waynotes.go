// Package waynotes has one way from each kind of origin to a sink.
package waynotes

import (
	"encoding/json"
	"math"
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"
)

func sink(any) {}

type order struct {
	Total float64
	Price float32
}

func parameter(kroner float64) {
	sink(int64(kroner * 100))
}

func field(o order) {
	sink(int64(math.Floor(float64(o.Price) * 10 * 10)))
}

func parsed(text string) {
	f, _ := strconv.ParseFloat(text, 64)
	sink(int64(f / 0.01))
}

func literal() {
	kroner := 19.99
	sink(int64(kroner * 100))
}

func decoded(raw []byte) {
	var o order
	json.Unmarshal(raw, &o)
	sink(o.Total * 100)
}

func again(kroner float64) {
	y := math.Round(kroner*100) / 100
	sink(int64(y * 100))
}

func counted(n int) {
	sink(int64(19.99 * float64(n) * 100))
}

func unknown(price func() float64) {
	sink(int64(price() * 100))
}

func library(text string, d decimal.Decimal) {
	sink(int64(d.InexactFloat64() * 100))
	f, _, _ := big.ParseFloat(text, 10, 64, big.ToZero)
	n, _ := f.Int64()
	sink(n)
}

func sum(list []float64) {
	total := 0.0
	for _, p := range list {
		total += p
	}
	sink(int64(total * 100))
}
