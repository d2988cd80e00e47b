package vippsamount_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/trial"
)

// A limited sink takes an amount that Vipps limits, or one that looks like it.
// $A is the amount, $C the currency.
type limitedSink struct {
	name, decl, body string
	refuses          func(amount int64, currency string) bool
}

// unknown is a currency that the program does not say.
const unknown = "currency"

// minimum is the smallest amount of ePayment.
var minimum = map[string]int64{`"NOK"`: 100, `"DKK"`: 1, `"EUR"`: 1, unknown: 0}

func never(int64, string) bool                 { return false }
func byEPayment(amount int64, cur string) bool { return amount < minimum[cur] || amount > 65000000 }
func byECom(amount int64, _ string) bool       { return amount < 100 }
func byCapture(amount int64, _ string) bool    { return amount < 100 && amount != 0 }

var limitedSinks = []limitedSink{
	{"ePayment", create, `return post(vipps+"/epayment/v1/payments", Create{Amount: Amount{$C, $A}, Reference: ref}) //!here`, byEPayment},
	{"ePayment in a map", "", `return post(vipps+"/epayment/v1/payments", map[string]any{"reference": ref, "amount": map[string]any{"currency": $C, "value": $A}}) //!here`, byEPayment},
	{"eCom", "", `return post(vipps+"/ecomm/v2/payments", map[string]any{
		"transaction": map[string]any{"orderId": ref, "amount": $A, "transactionText": $C}, //!here
	})`, byECom},
	{"capture of eCom", "", `return post(vipps+"/ecomm/v2/payments/"+ref+"/capture", map[string]any{
		"transaction": map[string]any{"amount": $A, "transactionText": $C}, //!here
	})`, byCapture},
	{"charge of Recurring", "", `return post(vipps+"/recurring/v3/agreements/"+ref+"/charges", map[string]any{"amount": $A, "description": $C})`, never},
	{"Checkout", "", `return post(vipps+"/checkout/v3/session", map[string]any{
		"transaction": map[string]any{"reference": ref, "amount": map[string]any{"currency": $C, "value": $A}},
	})`, never},
	{"tip", "", `return post(vipps+"/epayment/v1/payments", map[string]any{
		"amount":  map[string]any{"currency": $C, "value": 19900},
		"receipt": map[string]any{"bottomLine": map[string]any{"tipAmount": $A, "currency": $C}},
	})`, never},
	{"Adyen", "", `return post("https://checkout-test.adyen.com/v71/payments", map[string]any{"reference": ref, "amount": map[string]any{"currency": $C, "value": $A}})`, never},
}

// TestGeneratedRange sends constants inside and outside of what Vipps takes.
func TestGeneratedRange(t *testing.T) {
	var programs []trial.Program
	for _, s := range limitedSinks {
		for _, currency := range []string{`"NOK"`, `"DKK"`, `"EUR"`, unknown} {
			for _, amount := range []int64{-19900, -1, 0, 1, 99, 100, 19900, 65000000, 65000001} {
				if amount == 0 && currency == unknown {
					continue // no currency takes it, but the rule does not claim it
				}
				for _, text := range []string{fmt.Sprint(amount), fmt.Sprintf("int64(%d + 3*100)", amount-300)} {
					body := strings.NewReplacer("$A", text, "$C", currency).Replace(s.body)
					category := ""
					if s.refuses(amount, currency) {
						category = " //!out-of-range"
					}
					source := client + s.decl + "\n\nfunc Pay(ref, currency string) error {\n" + body + "\n}\n"
					programs = append(programs, trial.Program{
						Name:  fmt.Sprintf("%s %s to %s", text, currency, s.name),
						Files: map[string]string{"shop.go": strings.ReplaceAll(trial.File("shop", source), " //!here", category)},
					})
				}
			}
		}
	}
	check(t, "constants in and out of range", programs)
}
