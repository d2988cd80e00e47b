package vippsamount

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestJudge(t *testing.T) {
	for _, tt := range []struct {
		form    evidence.Form
		verb    string
		cut     bool
		verdict flow.Verdict
		want    string
	}{
		{evidence.Typed, "", false, flow.Truncated, truncated},
		{evidence.Dynamic, "", false, flow.Truncated, truncated},
		{evidence.Text, "%d", false, flow.Truncated, truncated},
		{evidence.Typed, "", false, flow.Float, ""}, // float-field's
		{evidence.Typed, "", true, flow.Float, truncated},
		{evidence.Typed, "", true, flow.Whole, ""},
		{evidence.Typed, "", true, flow.FromParam, ""},
		{evidence.Dynamic, "", false, flow.Float, floatValue},
		{evidence.Dynamic, "", false, flow.Whole, ""},
		{evidence.Text, "%v", false, flow.Float, floatText},
		{evidence.Text, "%.2f", false, flow.Float, floatText},
		{evidence.Text, "%f", false, flow.Float, floatText},
		{evidence.Text, "", false, flow.Float, floatText},
		{evidence.Text, "%.0f", false, flow.Float, ""}, // fmt rounds
		{evidence.Text, "%6.f", false, flow.Float, ""},
		{evidence.Text, "%.10f", false, flow.Float, floatText},
		{evidence.Text, "%.0[1]f", false, flow.Float, ""},
		{evidence.Text, "%.*f", false, flow.Float, ""}, // the precision is not seen
		{evidence.Text, "%e", false, flow.Float, floatText},
		{evidence.Text, "%v", false, flow.Whole, ""},
		{evidence.Text, "%g", false, flow.Whole, ""},
		{evidence.Text, "", false, flow.Whole, ""},
		{evidence.Text, "%.0f", false, flow.Whole, ""},
		{evidence.Text, "%.2f", false, flow.Whole, floatText},
		{evidence.Text, "%8.2f", false, flow.Whole, floatText},
		{evidence.Text, "%f", false, flow.Whole, floatText},
		{evidence.Text, "%F", false, flow.Whole, floatText},
		{evidence.Text, "%.0e", false, flow.Whole, floatText},
		{evidence.Text, "%E", false, flow.Whole, floatText},
		{evidence.Text, "%.*f", false, flow.Whole, ""},
		{evidence.Text, "%s", false, flow.Whole, ""},
		{evidence.Text, "%.2f", false, flow.Unknown, ""},
		{evidence.Dynamic, "%.2f", false, flow.Whole, floatValue}, // json.Number of a text
		{evidence.Dynamic, "%.0f", false, flow.Float, ""},
		{evidence.Typed, "", false, flow.Whole, ""},
		{evidence.Typed, "", false, flow.Clean, ""},
		{evidence.Dynamic, "", false, flow.FromParam, ""},
		{evidence.Text, "%v", false, flow.Unknown, ""},
	} {
		p := &evidence.Place{Form: tt.form, Verb: tt.verb, Cut: tt.cut}
		if got := judge(p, flow.Number{Verdict: tt.verdict}, ""); got != tt.want {
			t.Errorf("form %d verb %q cut %t verdict %d: %q, want %q", tt.form, tt.verb, tt.cut, tt.verdict, got, tt.want)
		}
	}
}

// What Floor makes of kroner times hundred is whole and wrong, however it is
// printed.
func TestJudgeCut(t *testing.T) {
	for _, form := range []evidence.Form{evidence.Text, evidence.Dynamic} {
		p := &evidence.Place{Form: form, Verb: "%.0f"}
		if got := judge(p, flow.Number{Verdict: flow.Float}, "Floor"); got != floatOf(form) {
			t.Errorf("form %d: %q, want %q", form, got, floatOf(form))
		}
	}
	if got := judge(&evidence.Place{Form: evidence.Typed}, flow.Number{Verdict: flow.Float}, "Floor"); got != "" {
		t.Errorf("a float field: %q, want none", got)
	}
}

// The limits are those of the table: 100 øre for NOK, 65,000,000 for ePayment.
func TestOutliers(t *testing.T) {
	create := vippsapi.OperationByID("POST /epayment/v1/payments").Field("amount.value")
	capture := vippsapi.OperationByID("POST /ecomm/v2/payments/{orderId}/capture").Field("transaction.amount")
	constant := func(x float64) flow.Number { return flow.Number{Verdict: flow.Clean, Const: &x} }
	whole := func(x float64) flow.Number { return flow.Number{Verdict: flow.Whole, Const: &x} }
	other := flow.Number{Verdict: flow.Clean}
	for _, tt := range []struct {
		name     string
		field    *vippsapi.Field
		currency string
		numbers  []flow.Number
		want     string
	}{
		{"kroner for øre", create, "NOK", []flow.Number{constant(50)}, "50"},
		{"as a float", create, "NOK", []flow.Number{whole(50)}, "50"},
		{"one krone", create, "NOK", []flow.Number{constant(100)}, ""},
		{"currency unknown", create, "", []flow.Number{constant(50)}, ""},
		{"negative", create, "", []flow.Number{constant(-50)}, "-50"},
		{"too much", create, "", []flow.Number{constant(65_000_001)}, "65000001"},
		{"two ways, both wrong", create, "NOK", []flow.Number{constant(50), constant(99)}, "50 99"},
		{"two ways, one right", create, "NOK", []flow.Number{constant(50), constant(1999)}, ""},
		{"two ways, one of them no constant", create, "NOK", []flow.Number{constant(50), other}, ""},
		{"not set", create, "NOK", []flow.Number{other}, ""},
		{"no way", create, "NOK", nil, ""},
		{"a fraction, which is float-value's", create, "NOK", []flow.Number{{Verdict: flow.Float, Const: new(float64)}}, ""},
		{"beyond what a float holds", create, "NOK", []flow.Number{constant(1e300)}, ""},
		{"the whole reservation", capture, "NOK", []flow.Number{constant(0)}, ""},
		{"part of a krone", capture, "", []flow.Number{constant(99)}, "99"},
	} {
		var got []string
		for _, o := range outliers(&evidence.Place{Field: tt.field, Currency: tt.currency}, tt.numbers) {
			got = append(got, fmt.Sprint(o.amount))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, g, tt.want)
		}
	}
}
