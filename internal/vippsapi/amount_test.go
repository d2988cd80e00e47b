package vippsapi

import (
	"fmt"
	"testing"
)

// The limits are those of section 2 of the fact sheet: 100 øre for NOK and for
// eCom, 1 for DKK and EUR, 65,000,000 at most for ePayment.
func TestCheckAmount(t *testing.T) {
	const (
		create    = "POST /epayment/v1/payments"
		initiate  = "POST /ecomm/v2/payments"
		capture   = "POST /ecomm/v2/payments/{orderId}/capture"
		refund    = "POST /ecomm/v2/payments/{orderId}/refund"
		modify    = "POST /epayment/v1/payments/{reference}/capture"
		agreement = "POST /recurring/v3/agreements"
	)
	for _, tt := range []struct {
		op, path string
		amount   int64
		currency string
		want     string // limit, currency and unit; empty where the amount is allowed
	}{
		{create, "amount.value", 100, "NOK", ""},
		{create, "amount.value", 99, "NOK", "low 100 NOK øre"},
		{create, "amount.value", 0, "NOK", "low 100 NOK øre"},
		{create, "amount.value", 1, "DKK", ""},
		{create, "amount.value", 0, "DKK", "low 1 DKK øre"},
		{create, "amount.value", 0, "EUR", "low 1 EUR cent"},
		{create, "amount.value", 50, "SEK", "low 100 SEK öre"},
		{create, "amount.value", 50, "", ""},
		{create, "amount.value", 50, "XXX", ""},
		{create, "amount.value", 0, "", "low 1  øre or cent"},
		{create, "amount.value", -1, "", "low 1  øre or cent"},
		{create, "amount.value", 65_000_000, "NOK", ""},
		{create, "amount.value", 65_000_001, "NOK", "high 65000000  øre"},
		{create, "amount.value", 65_000_001, "", "high 65000000  øre or cent"},
		{create, "receipt.bottomLine.tipAmount", -5, "NOK", ""},
		{modify, "modificationAmount.value", 50, "NOK", ""},
		{initiate, "transaction.amount", 99, "", "low 100 NOK øre"},
		{initiate, "transaction.amount", 0, "", "low 100 NOK øre"},
		{initiate, "transaction.amount", 100, "", ""},
		{initiate, "transaction.amount", 99_000_000, "", ""}, // no maximum is documented
		{capture, "transaction.amount", 0, "", ""},
		{capture, "transaction.amount", 99, "", "low 100 NOK øre"},
		{capture, "transaction.amount", -100, "", "low 100 NOK øre"},
		{refund, "transaction.amount", 0, "", ""},
		{refund, "transaction.amount", 99, "", "low 100 NOK øre"},
		{agreement, "pricing.amount", 1, "NOK", ""},
		{"POST /checkout/v3/session", "transaction.amount.value", 1, "NOK", ""},
	} {
		got := ""
		if p := OperationByID(tt.op).Field(tt.path).CheckAmount(tt.amount, tt.currency); p != nil {
			side := "high"
			if p.TooLow {
				side = "low"
			}
			got = fmt.Sprintf("%s %d %s %s", side, p.Limit, p.Currency, p.Unit)
		}
		if got != tt.want {
			t.Errorf("%s %s: %d %s gives %q, want %q", tt.op, tt.path, tt.amount, tt.currency, got, tt.want)
		}
	}
}
