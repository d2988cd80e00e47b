package vippsamount_test

var sources = []source{
	{part: part{name: "parameter"}, params: "price float64", result: "price", typ: "float64"},
	{part: part{name: "named float", decl: `type Kroner float64`}, params: "price Kroner", result: "price", typ: "Kroner", base: "float64"},
	{part: part{name: "float32"}, params: "price float32", result: "price", typ: "float32"},
	{part: part{name: "pointer"}, params: "price *float64", result: "(*price)", typ: "float64"},
	{part: part{name: "JSON", decl: `type order struct { Price float64 }`, body: `var o order
	if err := json.Unmarshal(raw, &o); err != nil {
		return err
	}`}, params: "raw []byte", result: "o.Price", typ: "float64"},
	{part: part{name: "JSON of a request", decl: `type order struct { Lines []struct { Price float32 } }`, body: `o := new(order)
	if err := json.NewDecoder(r.Body).Decode(o); err != nil {
		return err
	}`}, params: "r *http.Request", result: "o.Lines[0].Price", typ: "float32"},
	{part: part{name: "ParseFloat", body: `price, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return err
	}`}, params: "text string", result: "price", typ: "float64"},
	{part: part{name: "form", body: `price, err := strconv.ParseFloat(strings.ReplaceAll(r.FormValue("price"), ",", "."), 64)
	if err != nil {
		return err
	}`}, params: "r *http.Request", result: "price", typ: "float64"},
	{part: part{name: "literal times quantity", body: `each := 19.99
	price := each * float64(count)`}, params: "count int", result: "price", typ: "float64"},
	{part: part{name: "map of prices", body: `price := prices[ref]`}, params: "prices map[string]float64", result: "price", typ: "float64"},
	{part: part{name: "sum of prices", body: `var price float64
	for _, p := range prices {
		price += p
	}`}, params: "prices []float64", result: "price", typ: "float64"},
	{part: part{name: "sum of lines", decl: `type Line struct {
		Price float64
		Count int
	}

	func (l Line) total() float64 { return l.Price * float64(l.Count) }`, body: `price := 0.0
	for _, l := range lines {
		price += l.total()
	}`}, params: "lines []Line", result: "price", typ: "float64"},
	{part: part{name: "discount", body: `price := full * (1 - percent/100)`}, params: "full, percent float64", result: "price", typ: "float64"},
	{part: part{name: "another package", far: `var prices = map[string]float64{"net": 19.99}

	func Price(ref string) float64 { return prices[ref] }`}, result: "far$N.Price(ref)", typ: "float64"},
	{part: part{name: "field of another package", far: `type Order struct {
		Ref   string
		Price float64
	}`}, params: "o far$N.Order", result: "o.Price", typ: "float64"},
	{part: part{name: "database", body: `var price float64
	if err := db.QueryRow("SELECT price FROM orders WHERE ref = ?", ref).Scan(&price); err != nil {
		return err
	}`}, params: "db *sql.DB", result: "price", typ: "float64"},
	{part: part{name: "generic sum", decl: `func sum[F ~float32 | ~float64](list ...F) F {
		var total F
		for _, f := range list {
			total += f
		}
		return total
	}`}, params: "price, freight float64", result: "sum(price, freight)", typ: "float64"},

	{part: part{name: "whole øre"}, params: "ore int64", result: "ore", typ: "int64", state: exact},
	{part: part{name: "int32"}, params: "ore int32", result: "ore", typ: "int32", state: exact},
	{part: part{name: "named øre", decl: `type Ore int`}, params: "ore Ore", result: "ore", typ: "Ore", base: "int", state: exact},
	{part: part{name: "ParseInt", body: `ore, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return err
	}`}, params: "text string", result: "ore", typ: "int64", state: exact},
	{part: part{name: "Atoi of parts", body: `before, after, _ := strings.Cut(text, ",")
	kroner, err := strconv.Atoi(before)
	if err != nil {
		return err
	}
	rest, err := strconv.Atoi(after)
	if err != nil {
		return err
	}
	ore := kroner*100 + rest`}, params: "text string", result: "ore", typ: "int", state: exact},
	{part: part{name: "constant", decl: `const price = 199.99`, body: `ore := int64(price * 100)`}, result: "ore", typ: "int64", state: exact},
	{part: part{name: "count", body: `ore := len(tickets) * 4900`}, params: "tickets []string", result: "ore", typ: "int", state: exact},
	{part: part{name: "JSON integer", decl: `type order struct { Ore int64 }`, body: `var o order
	if err := json.Unmarshal(raw, &o); err != nil {
		return err
	}`}, params: "raw []byte", result: "o.Ore", typ: "int64", state: exact},
	{part: part{name: "sum of integers", decl: `type Line struct{ Ore, Count int64 }`, body: `var ore int64
	for _, l := range lines {
		ore += l.Ore * l.Count
	}`}, params: "lines []Line", result: "ore", typ: "int64", state: exact},
	{part: part{name: "percentage of øre", body: `ore := full * (100 - percent) / 100`}, params: "full, percent int64", result: "ore", typ: "int64", state: exact},
	{part: part{name: "whole float", body: `f := float64(full)
	ore := int64(f)`}, params: "full int64", result: "ore", typ: "int64", state: exact},
}
