// Package textrounded has numbers that come out of texts.
package textrounded

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

func sink(any) {}

func integers(text string, x float64, num json.Number) {
	a, _ := strconv.Atoi(text)
	sink(a) // want `^clean$`
	b, _ := strconv.ParseInt(text, 10, 64)
	sink(b) // want `^clean$`
	c, _ := strconv.ParseUint(text, 10, 32)
	sink(uint32(c)) // want `^clean$`
	d, _ := strconv.ParseInt(strings.Replace(fmt.Sprintf("%.2f", x), ".", "", 1), 10, 64)
	sink(d) // want `^clean$`
	e, _ := strconv.Atoi(strconv.FormatFloat(x*100, 'f', 0, 64))
	sink(e) // want `^clean$`
	f, _ := num.Int64()
	sink(f) // want `^clean$`
	var g int64
	fmt.Sscanf(text, "%d", &g)
	sink(g) // want `^clean$`
}

func floats(text string, x float64, num json.Number) {
	a, _ := strconv.ParseFloat(text, 64)
	sink(int64(a * 100)) // want `^cut by 100 at`
	b, _ := strconv.ParseFloat(fmt.Sprintf("%.2f", x), 64)
	sink(int64(b * 100)) // want `^cut by 100 at`
	c, _ := strconv.ParseFloat(strconv.FormatFloat(x*100, 'f', 0, 64), 64)
	sink(int64(c)) // want `^cut at`
	d, _ := num.Float64()
	sink(int64(d * 100)) // want `^cut by 100 at`
	var e float64
	fmt.Sscanf(text, "%f", &e)
	sink(int64(e * 100)) // want `^cut by 100 at`
	var f float32
	fmt.Sscan(text, &f)
	sink(int64(f * 100)) // want `^cut by 100 at`
	var g struct{ Total float64 }
	json.Unmarshal([]byte(text), &g)
	sink(g.Total)              // want `^float at`
	sink(int64(g.Total * 100)) // want `^cut by 100 at`
}

func rows(row *sql.Row) {
	var price float64
	var ore int64
	row.Scan(&price, &ore)
	sink(int64(price * 100)) // want `^cut by 100 at`
	sink(ore)                // want `^clean$`
}
