package vippsapi

import "testing"

func TestFailures(t *testing.T) {
	always := map[Cause]int{}
	last := 0
	for _, f := range Failures() {
		if f.Code <= last || f.Code < 400 || f.Code > 599 || f.Source == "" {
			t.Errorf("%+v behind %d", f, last)
		}
		if server := f.Code >= 500; server != (f.Cause == Down) {
			t.Errorf("%d: cause %d", f.Code, f.Cause)
		}
		last = f.Code
		always[f.Cause]++
		for _, op := range Operations() {
			if op.Succeeds(f.Code) {
				t.Errorf("%s succeeds with %d", op.ID, f.Code)
			}
		}
	}
	// A rule asks for two of each, since one alone may be expected.
	if always[Refused] != 2 || always[Down] < 2 {
		t.Errorf("always failures are %v", always)
	}
}

func TestSucceeds(t *testing.T) {
	for _, tt := range []struct {
		id   string
		code int
		want bool
	}{
		{"POST /epayment/v1/payments", 201, true},
		{"POST /epayment/v1/payments", 200, false},
		{"POST /recurring/v3/agreements/{agreementId}/charges/{chargeId}/capture", 202, true},
		{"POST /recurring/v3/agreements/{agreementId}/charges/{chargeId}/capture", 204, true},
		{"POST /recurring/v3/agreements/{agreementId}/charges/{chargeId}/capture", 200, false},
	} {
		if got := OperationByID(tt.id).Succeeds(tt.code); got != tt.want {
			t.Errorf("%s succeeds with %d: %v", tt.id, tt.code, got)
		}
	}
}
