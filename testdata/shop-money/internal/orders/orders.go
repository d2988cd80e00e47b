// Package orders captures and refunds what was ordered, in every way that
// somebody once found handy.
package orders

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"fjellsport.example/nettbutikk/internal/money"
	"fjellsport.example/nettbutikk/internal/vipps"
)

type Order struct {
	Ref   string
	Total float64
	Lines []Line
	Minor int64
}
type Line struct {
	Qty   int
	Price float64 `json:"price"`
	Ore   int64
}

type Till struct {
	c     *vipps.Client
	conv  func(float64) int64
	cache map[string]int64
}

func cutIt(f float64) int64 { return int64(f * 100) } // want:vippsamount/truncated

func NewTill(c *vipps.Client) *Till { return &Till{c: c, conv: cutIt, cache: map[string]int64{}} }

func (t *Till) ViaField(ctx context.Context, o Order) error {
	return t.c.Capture(ctx, o.Ref, t.conv(o.Total))
}

func (t *Till) Deferred(ctx context.Context, o Order) (err error) {
	var ore int64
	defer func() { err = t.c.Capture(ctx, o.Ref, ore) }()
	ore = int64(o.Total * 100) // want:vippsamount/truncated
	return nil
}

func (t *Till) Chan(ctx context.Context, orders []Order) error {
	ch := make(chan int64)
	go func() {
		defer close(ch)
		for _, o := range orders {
			ch <- int64(o.Total * 1e2) // want:vippsamount/truncated
		}
	}()
	for ore := range ch {
		if err := t.c.Capture(ctx, "x", ore); err != nil {
			return err
		}
	}
	return nil
}

func (t *Till) ChanOK(ctx context.Context, orders []Order) error {
	ch := make(chan int64, 10)
	for _, o := range orders {
		ch <- int64(math.Round(o.Total * 1e2))
	}
	close(ch)
	return t.c.Capture(ctx, "x", <-ch)
}

func (t *Till) Loop(ctx context.Context, o Order) error {
	sum := 0.0
	for _, l := range o.Lines {
		sum += float64(l.Qty) * l.Price
	}
	ore := int(sum * 100) // want:vippsamount/truncated
	return t.c.Capture(ctx, o.Ref, int64(ore))
}

func (t *Till) LoopOK(ctx context.Context, o Order) error {
	var sum int64
	for _, l := range o.Lines {
		sum += int64(l.Qty) * int64(math.Round(l.Price*100))
	}
	return t.c.Capture(ctx, o.Ref, sum)
}

func (t *Till) Named(ctx context.Context, o Order) error {
	return t.c.Capture(ctx, o.Ref, money.Kroner(o.Total).Ore()) // want:vippsamount/truncated
}

func (t *Till) NamedOK(ctx context.Context, o Order) error {
	return t.c.Capture(ctx, o.Ref, money.Kroner(o.Total).OreRounded())
}

func (t *Till) Split(ctx context.Context, o Order) error {
	kr, ore := money.Split(o.Total)
	return t.c.Capture(ctx, o.Ref, kr*100+ore)
}

func (t *Till) Price(ctx context.Context, o Order) error {
	p := money.FromFloat(o.Total)
	return t.c.Refund(ctx, o.Ref, vipps.Money{Currency: p.Cur, Value: p.Minor}) // want:vippsamount/truncated
}

func (t *Till) PriceOK(ctx context.Context, o Order) error {
	p := money.Exact(199, 90)
	return t.c.Refund(ctx, o.Ref, vipps.Money{Currency: p.Cur, Value: p.Get()})
}

func (t *Till) Setter(ctx context.Context, o Order) error {
	var p money.Price
	p.SetKroner(o.Total)
	return t.c.Refund(ctx, o.Ref, vipps.Money{Currency: "NOK", Value: p.Get()}) // want:vippsamount/truncated
}

func (t *Till) SetterOK(ctx context.Context, o Order) error {
	var p money.Price
	p.SetKroner(o.Total)
	p.SetOre(1990)
	return t.c.Refund(ctx, o.Ref, vipps.Money{Currency: "NOK", Value: p.Get()})
}

func (t *Till) MapField(ctx context.Context, o Order) error {
	t.cache[o.Ref] = int64(o.Total * 100) // want:vippsamount/truncated
	return t.c.Capture(ctx, o.Ref, t.cache[o.Ref])
}

func (t *Till) Generic(ctx context.Context, o Order) error {
	fs := money.Map(o.Lines, func(l Line) float64 { return l.Price })
	return t.c.Capture(ctx, o.Ref, int64(money.Sum(fs)*100)) // want:vippsamount/truncated
}

func (t *Till) GenericOK(ctx context.Context, o Order) error {
	fs := money.Map(o.Lines, func(l Line) int64 { return l.Ore })
	return t.c.Capture(ctx, o.Ref, money.Sum(fs))
}

func (t *Till) RawMap(ctx context.Context, o Order) error {
	body := map[string]any{"modificationAmount": map[string]any{"currency": "NOK"}}
	body["modificationAmount"].(map[string]any)["value"] = o.Total * 100 // want:vippsamount/float-value
	return t.c.Raw(ctx, o.Ref, body)
}

func (t *Till) RawText(ctx context.Context, o Order) error {
	return t.c.Raw(ctx, o.Ref, json.RawMessage(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, o.Total*100))) // want:vippsamount/float-text
}

func (t *Till) RawTextOK(ctx context.Context, o Order) error {
	return t.c.Raw(ctx, o.Ref, json.RawMessage(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%.0f}}`, math.Round(o.Total*100))))
}

func (t *Till) Number(ctx context.Context, o Order) error {
	return t.c.Raw(ctx, o.Ref, map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": json.Number(strconv.FormatFloat(o.Total*100, 'f', 2, 64))}}) // want:vippsamount/float-value
}

func (t *Till) NumberOK(ctx context.Context, o Order) error {
	return t.c.Raw(ctx, o.Ref, map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": json.Number(strconv.FormatInt(int64(math.Round(o.Total*100)), 10))}})
}

func (t *Till) Parse(ctx context.Context, r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(string(raw)), 64)
	if err != nil {
		return err
	}
	return t.c.Capture(ctx, "x", int64(f*100)) // want:vippsamount/truncated
}

func (t *Till) ParseOK(ctx context.Context, o Order) error {
	text := strings.Replace(fmt.Sprintf("%.2f", o.Total), ".", "", 1)
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return err
	}
	return t.c.Capture(ctx, "x", n)
}

func (t *Till) Ship(ctx context.Context, o Order) error {
	return t.c.Capture(ctx, o.Ref, int64(math.Round(o.Total*100))+int64(money.Ship*100)) // want:vippsamount/truncated
}

func (t *Till) Switch(ctx context.Context, v any) error {
	var ore int64
	switch x := v.(type) {
	case int:
		ore = int64(x) * 100
	case int64:
		ore = x
	case float64:
		ore = int64(x * 100) // want:vippsamount/truncated
	case string:
		n, err := strconv.Atoi(x)
		if err != nil {
			return err
		}
		ore = int64(n)
	}
	return t.c.Capture(ctx, "x", ore)
}

func (t *Till) Ceil(ctx context.Context, o Order) error {
	return t.c.Capture(ctx, o.Ref, int64(math.Ceil(o.Total*100))) // want:vippsamount/truncated
}

func (t *Till) Whole(ctx context.Context, kroner float64) error {
	return t.c.Capture(ctx, "x", int64(math.Floor(kroner))*100)
}

func (t *Till) Again(ctx context.Context, o Order) error {
	r := math.Round(o.Total*100) / 100
	fmt.Println("capturing", r)
	return t.c.Capture(ctx, o.Ref, int64(r*100)) // want:vippsamount/truncated
}

func (t *Till) TwoUses(ctx context.Context, o Order) error {
	amt := money.Times100(o.Total)
	fmt.Printf("%.2f\n", amt)
	return t.c.Capture(ctx, o.Ref, int64(math.Round(amt)))
}

func (t *Till) Far(ctx context.Context, o Order) error {
	amt := money.Times100(o.Total)
	return t.c.Capture(ctx, o.Ref, int64(amt)) // want:vippsamount/truncated
}

func (t *Till) Create(ctx context.Context, o Order) error {
	var p vipps.Create
	p.Amount.Currency = "NOK"
	amt := &p.Amount
	amt.Value = int64(o.Total * 100) // want:vippsamount/truncated
	p.Reference = o.Ref
	p.PaymentMethod.Type = "WALLET"
	return t.c.Create(ctx, p)
}

func (t *Till) Small(ctx context.Context, o Order) error {
	return t.c.Create(ctx, vipps.Create{Amount: vipps.Money{Currency: "NOK", Value: 50}, Reference: o.Ref}) // want:vippsamount/out-of-range
}

func (t *Till) SmallDKK(ctx context.Context, o Order) error {
	return t.c.Create(ctx, vipps.Create{Amount: vipps.Money{Currency: "DKK", Value: 50}, Reference: o.Ref})
}

func (t *Till) Negative(ctx context.Context, o Order) error {
	return t.c.Create(ctx, vipps.Create{Amount: vipps.Money{Currency: "EUR", Value: -100}, Reference: o.Ref}) // want:vippsamount/out-of-range
}

func (t *Till) SmallCapture(ctx context.Context, o Order) error {
	return t.c.Capture(ctx, o.Ref, 50)
}
