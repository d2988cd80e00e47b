package vippsamount_test

// Each hop carries a value of type $T, a float or an integer. Where it needs
// another value, that one is an amount that is right.
var hops = []hop{
	{part{name: "local", body: `a$N := $V`}, "a$N"},
	{part{name: "declared first", body: `var a$N $T
	a$N = $V`}, "a$N"},
	{part{name: "branch", body: `var a$N $T = 19900
	if len(ref) > 8 {
		a$N = $V
	}`}, "a$N"},
	{part{name: "switch", body: `var a$N $T
	switch ref {
	case "gift":
		a$N = 50000
	default:
		a$N = $V
	}`}, "a$N"},
	{part{name: "conversion through itself", body: `a$N := $T($V)`}, "a$N"},
	{part{name: "assignment operator", body: `a$N := $T(100)
	a$N += $V`}, "a$N"},
	{part{name: "result", decl: `func pass$N(v $T) $T { return v }`}, "pass$N($V)"},
	{part{name: "named result", decl: `func pass$N(v $T) (out $T) {
		out = v
		return
	}`}, "pass$N($V)"},
	{part{name: "result with an error", decl: `func pass$N(v $T) ($T, error) {
		if v < 0 {
			return 0, errors.New("negative")
		}
		return v, nil
	}`, body: `a$N, err$N := pass$N($V)
	if err$N != nil {
		return err$N
	}`}, "a$N"},
	{part{name: "second of three results", decl: `func pass$N(v $T) (string, $T, bool) { return "NOK", v, true }`, body: `_, a$N, _ := pass$N($V)`}, "a$N"},
	{part{name: "helper of a helper", decl: `func pass$N(v $T) $T { return deep$N(v) }

	func deep$N(v $T) $T { return v }`}, "pass$N($V)"},
	{part{name: "pointer", body: `a$N := $V
	p$N := &a$N`}, "*p$N"},
	{part{name: "pointer parameter", decl: `func set$N(p *$T, v $T) { *p = v }`, body: `var a$N $T
	set$N(&a$N, $V)`}, "a$N"},
	{part{name: "field", decl: `type box$N struct{ value $T }`, body: `b$N := box$N{value: $V}`}, "b$N.value"},
	{part{name: "field set", decl: `type box$N struct{ value $T }`, body: `b$N := new(box$N)
	b$N.value = $V`}, "b$N.value"},
	{part{name: "nested field", decl: `type order$N struct{ sum struct{ value $T } }`, body: `var o$N order$N
	o$N.sum.value = $V`}, "o$N.sum.value"},
	{part{name: "embedded field", decl: `type base$N struct{ value $T }

	type order$N struct {
		base$N
		ref string
	}`, body: `o$N := order$N{base$N{$V}, ref}`}, "o$N.value"},
	{part{name: "constructor", decl: `type box$N struct{ value $T }

	func new$N(v $T) *box$N { return &box$N{value: v} }`, body: `b$N := new$N($V)`}, "b$N.value"},
	{part{name: "setter and getter", decl: `type box$N struct{ value $T }

	func (b *box$N) set(v $T) { b.value = v }

	func (b *box$N) get() $T { return b.value }`, body: `var b$N box$N
	b$N.set($V)`}, "b$N.get()"},
	{part{name: "copy of a struct", decl: `type box$N struct{ value $T }`, body: `b$N := box$N{$V}
	c$N := b$N
	b$N.value = 19900`}, "c$N.value"},
	{part{name: "chained methods", decl: `type box$N struct{ value $T }

	func (b box$N) with(v $T) box$N {
		b.value = v
		return b
	}`, body: `b$N := box$N{}.with($V)`}, "b$N.value"},
	{part{name: "slice", body: `s$N := []$T{19900, $V}`}, "s$N[1]"},
	{part{name: "array", body: `var s$N [2]$T
	s$N[0] = $V`}, "s$N[0]"},
	{part{name: "map", body: `m$N := map[string]$T{"sum": $V}`}, `m$N["sum"]`},
	{part{name: "map set", body: `m$N := make(map[string]$T)
	m$N[ref] = $V`}, `m$N[ref]`},
	{part{name: "append", body: `var s$N []$T
	s$N = append(s$N, $V)`}, "s$N[0]"},
	{part{name: "range", body: `var a$N $T
	for _, v := range []$T{$V, 4900} {
		a$N += v
	}`}, "a$N"},
	{part{name: "range of structs", decl: `type line$N struct{ value $T }`, body: `var a$N $T
	for _, l := range []line$N{{$V}} {
		a$N += l.value
	}`}, "a$N"},
	{part{name: "variadic", decl: `func sum$N(list ...$T) (total $T) {
		for _, v := range list {
			total += v
		}
		return total
	}`}, "sum$N(4900, $V)"},
	{part{name: "max", body: `a$N := max($V, 10000)`}, "a$N"},
	{part{name: "min", body: `a$N := min($V, 5000000)`}, "a$N"},
	{part{name: "channel", body: `c$N := make(chan $T, 1)
	c$N <- $V
	a$N := <-c$N`}, "a$N"},
	{part{name: "goroutine", body: `v$N, c$N := $V, make(chan $T)
	go func() { c$N <- v$N }()
	a$N := <-c$N`}, "a$N"},
	{part{name: "closure", body: `v$N := $V
	f$N := func() $T { return v$N }`}, "f$N()"},
	{part{name: "closure that sets", body: `v$N := $V
	var a$N $T
	func() { a$N = v$N }()`}, "a$N"},
	{part{name: "closure with a parameter", body: `f$N := func(v $T) $T { return v }`}, "f$N($V)"},
	{part{name: "deferred closure", decl: `func late$N(v $T) (out $T) {
		defer func() { out = v }()
		return 0
	}`}, "late$N($V)"},
	{part{name: "function value", decl: `func pass$N(v $T) $T { return v }`, body: `f$N := pass$N`}, "f$N($V)"},
	{part{name: "function in a field", decl: `type tariff$N struct{ of func($T) $T }`, body: `t$N := tariff$N{of: func(v $T) $T { return v }}`}, "t$N.of($V)"},
	{part{name: "function parameter", decl: `func apply$N(f func($T) $T, v $T) $T { return f(v) }`, body: `a$N := apply$N(func(v $T) $T { return v }, $V)`}, "a$N"},
	{part{name: "method value", decl: `type box$N struct{ value $T }

	func (b box$N) get() $T { return b.value }`, body: `f$N := box$N{$V}.get`}, "f$N()"},
	{part{name: "method expression", decl: `type box$N struct{ value $T }

	func (b box$N) get() $T { return b.value }`}, "box$N.get(box$N{$V})"},
	{part{name: "interface", decl: `type priced$N interface{ price() $T }

	type box$N struct{ value $T }

	func (b box$N) price() $T { return b.value }`, body: `var i$N priced$N = box$N{$V}`}, "i$N.price()"},
	{part{name: "type assertion", body: `var i$N any = $V
	a$N, ok$N := i$N.($T)
	if !ok$N {
		return errors.New("no amount")
	}`}, "a$N"},
	{part{name: "type switch", body: `var i$N any = $V
	var a$N $T
	switch v := i$N.(type) {
	case $T:
		a$N = v
	default:
		return errors.New("no amount")
	}`}, "a$N"},
	{part{name: "generic function", decl: `func same$N[E any](v E) E { return v }`}, "same$N($V)"},
	{part{name: "generic type", decl: `type box$N[E any] struct{ value E }

	func (b *box$N[E]) get() E { return b.value }`, body: `b$N := &box$N[$T]{value: $V}`}, "b$N.get()"},
	{part{name: "options", decl: `type order$N struct{ value $T }

	type option$N func(*order$N)

	func withPrice$N(v $T) option$N { return func(o *order$N) { o.value = v } }

	func new$N(options ...option$N) *order$N {
		o := new(order$N)
		for _, set := range options {
			set(o)
		}
		return o
	}`, body: `o$N := new$N(withPrice$N($V))`}, "o$N.value"},
	{part{name: "package variable", decl: `var kept$N $T`, body: `kept$N = $V`}, "kept$N"},
	{part{name: "another package", far: `func Pass(v $T) $T { return v }`}, "far$N.Pass($V)"},
	{part{name: "generic function of another package", far: `func Pass[E any](v E) E { return v }`}, "far$N.Pass($V)"},
	{part{name: "struct of another package", far: `type Request struct {
		Ref   string
		Value $T
	}`, body: `r$N := far$N.Request{Ref: ref, Value: $V}`}, "r$N.Value"},
	{part{name: "mapper of another package", far: `type Order struct{ Sum struct{ Value $T } }

	type Request struct {
		Ref   string
		Price $T
	}

	func Map(o Order) Request { return Request{Ref: "1", Price: o.Sum.Value} }`, body: `var o$N far$N.Order
	o$N.Sum.Value = $V
	r$N := far$N.Map(o$N)`}, "r$N.Price"},
	{part{name: "setter and getter of another package", far: `type Order struct{ value $T }

	func (o *Order) Set(v $T) { o.value = v }

	func (o *Order) Get() $T { return o.value }`, body: `o$N := new(far$N.Order)
	o$N.Set($V)`}, "o$N.Get()"},
	{part{name: "constructor of another package", far: `type Order struct{ Value $T }

	func New(v $T) *Order { return &Order{Value: v} }`, body: `o$N := far$N.New($V)`}, "o$N.Value"},
}
