// Package maps keeps numbers in maps.
package maps

import "math"

func sink(any) {}

type line struct{ price int64 }

func literal(f float64) {
	m := map[string]int64{"bad": int64(f * 100), "good": int64(math.Round(f * 100))}
	sink(m["bad"])  // want `^cut by 100`
	sink(m["good"]) // want `^clean$`
	n, ok := m["bad"]
	sink(n) // want `^cut by 100`
	_ = ok
	n, ok = m["good"]
	sink(n) // want `^clean$`
	m["bad"] = 5
	sink(m["bad"]) // want `^clean$`
	m["good"] = int64(f * 100)
	sink(m["good"]) // want `^cut by 100`
}

func variableKey(kroner map[string]float64) {
	bad := make(map[string]int64)
	good := map[string]int64{}
	for k, v := range kroner {
		bad[k] = int64(v * 100)
		good[k] = int64(math.Round(v * 100))
	}
	sink(bad["x"])  // want `cut by 100`
	sink(good["x"]) // want `^clean$`
	for _, n := range bad {
		sink(n) // want `cut by 100`
	}
	for _, n := range good {
		sink(n) // want `^clean$`
	}
}

func structs(f float64) {
	m := map[string]line{"a": {int64(f * 100)}, "b": {5}}
	sink(m["a"].price) // want `^cut by 100`
	sink(m["b"].price) // want `^clean$`
	l := m["a"]
	l.price = 7
	sink(l.price)      // want `^clean$`
	sink(m["a"].price) // want `^cut by 100`
	m["a"] = l
	sink(m["a"].price) // want `^clean$`
	p := map[string]*line{"a": {}, "b": {}}
	p["a"].price = int64(f * 100)
	sink(p["a"].price) // want `^cut by 100`
	sink(p["b"].price) // want `^clean$`
	for _, q := range p {
		sink(q.price) // want `cut by 100`
	}
}

func grown(f float64) {
	m := map[string]int64{}
	m["sum"] += int64(f * 100)
	sink(m["sum"]) // want `cut by 100`
	g := map[string]int64{}
	g["sum"] += int64(math.Round(f * 100))
	sink(g["sum"]) // want `^clean$`
}

func put(m map[string]any, f float64) { m["value"] = int64(f * 100) }

func putRound(m map[string]any, f float64) { m["value"] = int64(math.Round(f * 100)) }

func callee(f float64) {
	m := map[string]any{}
	put(m, f)
	sink(m["value"]) // want `^cut by 100`
	putRound(m, f)
	sink(m["value"]) // want `^clean$`
}

func nested(f float64) {
	body := map[string]any{"amount": map[string]any{"currency": "NOK"}}
	body["amount"].(map[string]any)["value"] = int64(f * 100)
	sink(body["amount"].(map[string]any)["value"]) // want `^cut by 100`
	in := map[string]any{"value": 5}
	body["amount"] = in
	sink(body["amount"].(map[string]any)["value"]) // want `^clean$`
}
