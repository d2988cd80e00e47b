package vippsamount_test

// conversions are roundings that are one expression.
func conversions(s state, expressions ...[3]string) []rounding {
	var list []rounding
	for _, e := range expressions {
		name, typ, expr := e[0], e[1], e[2]
		line := "ore$N := " + expr
		if s == cut {
			line += " //!cut"
		}
		list = append(list, rounding{part: part{name: name, body: line}, result: "ore$N", typ: typ, state: s})
	}
	return list
}

var roundings = join(
	conversions(cut,
		[3]string{"x*100 cut", "int64", "int64($V * 100)"},
		[3]string{"x*100 to int", "int", "int($V * 100)"},
		[3]string{"x*100 to int32", "int32", "int32($V * 100)"},
		[3]string{"x*100 to uint64", "uint64", "uint64($V * 100)"},
		[3]string{"x*1e2", "int64", "int64($V * 1e2)"},
		[3]string{"x*10*10", "int64", "int64($V * 10 * 10)"},
		[3]string{"100*x", "int64", "int64(100 * $V)"},
		[3]string{"x/0.01", "int64", "int64($V / 0.01)"},
		[3]string{"with VAT", "int64", "int64($V * 1.25 * 100)"},
		[3]string{"through float32", "int64", "int64(float32($V) * 100)"},
		[3]string{"Floor", "int64", "int64(math.Floor($X * 100))"},
		[3]string{"Ceil", "int64", "int64(math.Ceil($X * 100))"},
		[3]string{"Trunc", "int", "int(math.Trunc($X * 100))"},
		[3]string{"rounded, then a share", "int64", "int64(math.Round($X*100) * 1.25)"},
		[3]string{"rounded to tenths of øre", "int64", "int64(math.Round($X*1000) / 1000 * 100)"},
	),
	[]rounding{
		{part: part{name: "x*100 in two steps", body: `scaled$N := $V * 100
		ore$N := int64(scaled$N) //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "factor in a variable", body: `factor$N := 100.0
		ore$N := int64($X * factor$N) //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "factor in a constant", decl: `const perKrone$N = 100`, body: `ore$N := int64($V * perKrone$N) //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "to a named integer", decl: `type minor$N int64`, body: `ore$N := minor$N($V * 100) //!cut`}, result: "ore$N", typ: "minor$N", base: "int64", state: cut},
		{part: part{name: "rounded to kroner again", body: `kroner$N := math.Round($X*100) / 100
		ore$N := int64(kroner$N * 100) //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "printed and parsed as a float", body: `kroner$N, err$N := strconv.ParseFloat(fmt.Sprintf("%.2f", $V), 64)
		if err$N != nil {
			return err$N
		}
		ore$N := int64(kroner$N * 100) //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "helper that cuts", decl: `func ore$N(kroner float64) int64 {
			return int64(kroner * 100) //!cut
		}`}, result: "ore$N($X)", typ: "int64", state: cut},
		{part: part{name: "generic helper that cuts", decl: `func ore$N[F ~float32 | ~float64](kroner F) int64 {
			return int64(kroner * 100) //!cut
		}`}, result: "ore$N($V)", typ: "int64", state: cut},
		{part: part{name: "method that cuts", decl: `type kroner$N float64

		func (k kroner$N) ore() int64 {
			return int64(k * 100) //!cut
		}`}, result: "kroner$N($V).ore()", typ: "int64", state: cut},
		{part: part{name: "big.Float", body: `big$N := new(big.Float).Mul(big.NewFloat($X), big.NewFloat(100))
		ore$N, _ := big$N.Int64() //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "big.Rat to a float", body: `rat$N := new(big.Rat).SetFloat64($X)
		kroner$N, _ := rat$N.Float64()
		ore$N := int64(kroner$N * 100) //!cut`}, result: "ore$N", typ: "int64", state: cut},
		{part: part{name: "cut in another package", far: `// Ore gives kroner in øre.
		func Ore(kroner float64) int64 { return int64(kroner * 100) }`}, result: "far$N.Ore($X)", typ: "int64", state: farCut},
		{part: part{name: "cut into a struct of another package", far: `type Order struct{ Ore int64 }

		func New(kroner float64) Order { return Order{Ore: int64(kroner * 100)} }`, body: `order$N := far$N.New($X)`}, result: "order$N.Ore", typ: "int64", state: farCut},
		{part: part{name: "cut by a setter of another package", far: `type Order struct{ ore int64 }

		func (o *Order) SetKroner(kroner float64) { o.ore = int64(kroner * 100) }

		func (o *Order) Ore() int64 { return o.ore }`, body: `var order$N far$N.Order
		order$N.SetKroner($X)`}, result: "order$N.Ore()", typ: "int64", state: farCut},
	},

	conversions(exact,
		[3]string{"Round", "int64", "int64(math.Round($X * 100))"},
		[3]string{"Round to int", "int", "int(math.Round($X * 100))"},
		[3]string{"RoundToEven", "int64", "int64(math.RoundToEven($X * 100))"},
		[3]string{"Floor of x+0.5", "int64", "int64(math.Floor($X*100 + 0.5))"},
		[3]string{"cut of x+0.5", "int64", "int64($V*100 + 0.5)"},
		[3]string{"Round to kroner", "int64", "int64(math.Round($X) * 100)"},
		[3]string{"Floor to kroner", "int64", "int64(math.Floor($X) * 100)"},
		[3]string{"Ceil to kroner", "int64", "int64(math.Ceil($X)) * 100"},
		[3]string{"Round to tens of øre", "int64", "int64(math.Round($X*10) * 10)"},
		[3]string{"sum of rounded", "int64", "int64(math.Round($X*100) + math.Round($X*25))"},
		[3]string{"difference of rounded", "int64", "int64(math.Round($X*100) - math.Round($X*10))"},
		[3]string{"multiple of rounded", "int64", "int64(math.Round($X*100) * 12)"},
		[3]string{"Round of float32", "int64", "int64(math.Round(float64(float32($V)) * 100))"},
		[3]string{"Round and integer arithmetic", "int64", "int64(math.Round($X*100))*3/2 + 4900"},
	),
	[]rounding{
		{part: part{name: "Round in two steps", body: `scaled$N := math.Round($X * 100)
		ore$N := int64(scaled$N)`}, result: "ore$N", typ: "int64", state: exact},
		{part: part{name: "Round to a named integer", decl: `type minor$N int64`, body: `ore$N := minor$N(math.Round($X * 100))`}, result: "ore$N", typ: "minor$N", base: "int64", state: exact},
		{part: part{name: "Sprintf and ParseInt", body: `ore$N, err$N := strconv.ParseInt(fmt.Sprintf("%.0f", $X*100), 10, 64)
		if err$N != nil {
			return err$N
		}`}, result: "ore$N", typ: "int64", state: exact},
		{part: part{name: "FormatFloat and Atoi", body: `ore$N, err$N := strconv.Atoi(strconv.FormatFloat($X*100, 'f', 0, 64))
		if err$N != nil {
			return err$N
		}`}, result: "ore$N", typ: "int", state: exact},
		{part: part{name: "decimals printed and joined", body: `ore$N, err$N := strconv.ParseInt(strings.Replace(fmt.Sprintf("%.2f", $V), ".", "", 1), 10, 64)
		if err$N != nil {
			return err$N
		}`}, result: "ore$N", typ: "int64", state: exact},
		{part: part{name: "decimals printed and split", body: `before$N, after$N, _ := strings.Cut(fmt.Sprintf("%.2f", $V), ".")
		kroner$N, err$N := strconv.Atoi(before$N)
		if err$N != nil {
			return err$N
		}
		rest$N, err$N := strconv.Atoi(after$N)
		if err$N != nil {
			return err$N
		}
		ore$N := kroner$N*100 + rest$N`}, result: "ore$N", typ: "int", state: exact},
		{part: part{name: "Modf", body: `kroner$N, rest$N := math.Modf($X)
		ore$N := int64(kroner$N)*100 + int64(math.Round(rest$N*100))`}, result: "ore$N", typ: "int64", state: exact},
		{part: part{name: "big.Rat", body: `rat$N := new(big.Rat).SetFloat64($X)
		rat$N.Mul(rat$N, big.NewRat(100, 1))
		rat$N.Add(rat$N, big.NewRat(1, 2))
		ore$N := new(big.Int).Quo(rat$N.Num(), rat$N.Denom()).Int64()`}, result: "ore$N", typ: "int64", state: exact},
		{part: part{name: "helper that rounds", decl: `func ore$N(kroner float64) int64 { return int64(math.Round(kroner * 100)) }`}, result: "ore$N($X)", typ: "int64", state: exact},
		{part: part{name: "generic helper that rounds", decl: `func ore$N[F ~float32 | ~float64](kroner F) int64 { return int64(math.Round(float64(kroner) * 100)) }`}, result: "ore$N($V)", typ: "int64", state: exact},
		{part: part{name: "rounded in another package", far: `func Ore(kroner float64) int64 { return int64(math.Round(kroner * 100)) }`}, result: "far$N.Ore($X)", typ: "int64", state: exact},
		{part: part{name: "rounded by a setter of another package", far: `type Order struct{ ore int64 }

		func (o *Order) SetKroner(kroner float64) { o.ore = int64(math.Round(kroner * 100)) }

		func (o *Order) Ore() int64 { return o.ore }`, body: `var order$N far$N.Order
		order$N.SetKroner($X)`}, result: "order$N.Ore()", typ: "int64", state: exact},
		{part: part{name: "money type of the shop's own", decl: `type money$N struct{ ore int64 }

		func fromKroner$N(f float64) money$N { return money$N{int64(math.Round(f * 100))} }

		func (m money$N) times(n int64) money$N { return money$N{m.ore * n} }`, body: `money$N := fromKroner$N($X).times(2)`}, result: "money$N.ore", typ: "int64", state: exact},
		{part: part{name: "cut, thrown away", body: `ore$N := int64($V * 100)
		log.Println("about", ore$N)
		ore$N = int64(math.Round($X * 100))`}, result: "ore$N", typ: "int64", state: exact},

		// These stay floats.
		{part: part{name: "x*100", body: `ore$N := $V * 100`}, result: "ore$N", state: loose},
		{part: part{name: "with VAT, in kroner", body: `kroner$N := $V * 1.25`}, result: "kroner$N", state: loose},
		{part: part{name: "rounded kroner", body: `kroner$N := math.Round($X*100) / 100`}, result: "kroner$N", typ: "float64", state: loose},
		{part: part{name: "helper in floats", decl: `func ore$N(kroner float64) float64 { return kroner * 100 }`}, result: "ore$N($X)", typ: "float64", state: loose},
		{part: part{name: "Round, kept", body: `ore$N := math.Round($X * 100)`}, result: "ore$N", typ: "float64", state: whole},
		{part: part{name: "Round in another package, kept", far: `func Ore(kroner float64) float64 { return math.Round(kroner * 100) }`}, result: "far$N.Ore($X)", typ: "float64", state: whole},
	},
)

func join(lists ...[]rounding) []rounding {
	var all []rounding
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}
