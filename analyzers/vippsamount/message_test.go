package vippsamount

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/ruletest"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

const messageSource = `package p
import "math"
var _ = math.Pi
type Amount struct { Value float64 }
func long(x float64) int { return int(x * 100 + x * 100 + x * 100 + x * 100 + x * 100 + x * 100) }
func plain(kroner float64) int64 { return int64(kroner * 100) }
func small(price float32) int64 { return int64(price * 100) }
func single(kroner float64) int64 { return int64(math.Round(float64(float32(kroner)))) }
func up(kroner float64) int64 { return int64(math.Ceil(kroner * 100)) }
func down(kroner float64) int64 { return int64(math.Floor(kroner * 100)) }
`

func TestMessages(t *testing.T) {
	pass := ruletest.Check(t, messageSource)
	conversion := func(text string) *ast.CallExpr {
		pos, end := ruletest.Find(t, pass, messageSource, text)
		c := conversionAt(pass, place.Place{Pos: pos, End: end})
		if c == nil {
			t.Fatalf("no conversion at %s", text)
		}
		return c
	}
	op := &vippsapi.Operation{ID: "POST /epayment/v1/payments"}
	field := &vippsapi.Field{Path: "amount.value"}
	for _, tt := range []struct {
		name, category string
		place          evidence.Place
		number         flow.Number
		conversion     *ast.CallExpr
		want           string
	}{
		{"conversion", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated, Factor: 100}, conversion("int64(kroner * 100)"),
			"amount is cut to whole øre, not rounded (19.99 kr becomes 1998); round before the conversion: int64(math.Round(kroner * 100))"},
		{"float32", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated, Factor: 100}, conversion("int64(price * 100)"),
			"amount is cut to whole øre, not rounded (19.99 kr becomes 1998); round before the conversion: int64(math.Round(float64(price * 100)))"},
		{"made øre too late", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated, Late: true}, conversion("int64(kroner * 100)"),
			"amount is cut to whole kroner before it is made øre (19.99 kr becomes 1900); multiply first, then round: int64(math.Round(x*100))"},
		{"too long to show", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated}, conversion("int(x * 100 + x * 100 + x * 100 + x * 100 + x * 100 + x * 100)"),
			"amount is cut to whole øre, not rounded (1998.9999999999998 becomes 1998); round before the conversion: int64(math.Round(x))"},
		{"floor", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated, Factor: 100}, conversion("int64(math.Floor(kroner * 100))"),
			"amount is cut to whole øre, not rounded (19.99 kr becomes 1998); round before the conversion: int64(math.Round(kroner * 100))"},
		{"ceil", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated, Factor: 100}, conversion("int64(math.Ceil(kroner * 100))"),
			"amount is rounded up to whole øre, not to the nearest (69.90 kr becomes 6991); round before the conversion: int64(math.Round(kroner * 100))"},
		{"rounded float32", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated}, conversion("int64(math.Round(float64(float32(kroner))))"),
			"amount goes through a float32, which does not hold every øre (16777217 becomes 16777216); use integers, or a float64 from the start"},
		{"elsewhere", truncated, evidence.Place{}, flow.Number{Verdict: flow.Truncated, Factor: 100, At: place.Place{Position: token.Position{Filename: "/m/money/money.go", Line: 15}}}, nil,
			"amount is cut to whole øre, not rounded (19.99 kr becomes 1998); round before the conversion in money.go:15: int64(math.Round(x*100))"},
		{"cut by the callee", truncated, evidence.Place{Cut: true}, flow.Number{Verdict: flow.Float}, nil,
			"amount is cut to whole øre, not rounded, by the function that it is passed to (1998.9999999999998 becomes 1998); pass a whole number of øre: math.Round(x*100)"},
		{"value", floatValue, evidence.Place{Op: op, Field: field}, flow.Number{Verdict: flow.Float}, nil,
			"amount is a float (19.99*100 is sent as 1998.9999999999998); send an integer of whole øre: int64(math.Round(x*100)) in amount.value of POST /epayment/v1/payments"},
		{"text", floatText, evidence.Place{Field: field, Verb: "%.2f"}, flow.Number{Verdict: flow.Float}, nil,
			"amount is printed from a float (19.99*100 is sent as 1999.00); print an integer of whole øre with %d: int64(math.Round(x*100)) in amount.value"},
		{"text of a whole number", floatText, evidence.Place{Field: field, Verb: "%.2f"}, flow.Number{Verdict: flow.Whole}, nil,
			"amount is printed with decimals (1999 is sent as 1999.00); print an integer of whole øre with %d: int64(math.Round(x*100)) in amount.value"},
		{"text of another kind", floatText, evidence.Place{Field: field, Verb: "%d"}, flow.Number{Verdict: flow.Float}, nil,
			"amount is printed from a float (19.99*100 is sent as 1998.9999999999998); print an integer of whole øre with %d: int64(math.Round(x*100)) in amount.value"},
	} {
		if got := valueMessage(pass, tt.category, &tt.place, tt.number, tt.conversion); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}

	value := pass.Pkg.Scope().Lookup("Amount").Type().Underlying().(*types.Struct).Field(0)
	got := fieldMessage(&evidence.FloatType{Op: op, Field: field, Var: value})
	want := "amount field is a float (19.99*100 is sent as 1998.9999999999998); make it an int64 of whole øre: Value float64, which is amount.value of POST /epayment/v1/payments"
	if got != want {
		t.Errorf("field:\n got %s\nwant %s", got, want)
	}
}

func TestFindingInAnotherPackage(t *testing.T) {
	pass := ruletest.Check(t, messageSource)
	pos, end := ruletest.Find(t, pass, messageSource, "x * 100")
	far := token.Position{Filename: "/m/money/money.go", Line: 7, Column: 9}
	p := &evidence.Place{
		Op: &vippsapi.Operation{ID: "POST /x"}, Field: &vippsapi.Field{Path: "amount"}, Pos: pos, End: end,
		Way:     []place.Step{{Pos: token.Position{Filename: "/m/pay/pay.go", Line: 1}, Note: "sent"}},
		Reasons: []evidence.Reason{{Pos: token.Position{Filename: "/m/pay/pay.go", Line: 2}, Note: "a request"}},
	}
	n := flow.Number{Verdict: flow.Truncated, At: place.Place{Position: far}, Factor: 100,
		Way: []place.Step{{Pos: token.Position{Filename: "/m/money/money.go", Line: 6}, Note: "a parameter"}}}
	f := valueFinding(pass, truncated, p, n)
	if f.Pos != pos || f.End != end || len(f.Fixes) != 0 {
		t.Errorf("range %v to %v with %d fixes, want %v to %v and none", f.Pos, f.End, len(f.Fixes), pos, end)
	}
	var notes []string
	for _, s := range f.Way {
		notes = append(notes, s.Note)
	}
	if got, want := strings.Join(notes, "|"), "a parameter|cut to an integer|goes into amount of POST /x|sent|a request"; got != want {
		t.Errorf("way is %s, want %s", got, want)
	}
}

func TestRangeMessage(t *testing.T) {
	for _, tt := range []struct {
		op, field, currency string
		amount              int64
		want                string
	}{
		{"POST /epayment/v1/payments", "amount.value", "NOK", 50,
			"amount 50 is below the minimum of 100 øre for NOK (the payment is refused); amounts are in øre, 50 kr is 5000: amount.value of POST /epayment/v1/payments"},
		{"POST /epayment/v1/payments", "amount.value", "EUR", 0,
			"amount 0 is below the minimum of 1 cent for EUR (the payment is refused); send at least 1: amount.value of POST /epayment/v1/payments"},
		{"POST /epayment/v1/payments", "amount.value", "", -1999,
			"amount -1999 is below the minimum of 1 øre or cent for any currency (the payment is refused); send at least 1: amount.value of POST /epayment/v1/payments"},
		{"POST /epayment/v1/payments", "amount.value", "NOK", 199900000,
			"amount 199900000 is above the maximum of 65000000 øre (the payment is refused); send at most 65000000: amount.value of POST /epayment/v1/payments"},
		{"POST /ecomm/v2/payments/{orderId}/capture", "transaction.amount", "", 99,
			"amount 99 is below the minimum of 100 øre for NOK (the capture is refused); amounts are in øre, 99 kr is 9900: transaction.amount of POST /ecomm/v2/payments/{orderId}/capture"},
	} {
		op := vippsapi.OperationByID(tt.op)
		x := float64(tt.amount)
		p := &evidence.Place{Op: op, Field: op.Field(tt.field), Currency: tt.currency}
		found := outliers(p, []flow.Number{{Verdict: flow.Clean, Const: &x}})
		if len(found) != 1 {
			t.Errorf("%d in %s: %d outliers, want 1", tt.amount, tt.field, len(found))
		} else if got := rangeMessage(p, found[0]); got != tt.want {
			t.Errorf("got %s\nwant %s", got, tt.want)
		}
	}
}
