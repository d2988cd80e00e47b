package vippsapi

import (
	"slices"
	"testing"
)

func TestStates(t *testing.T) {
	for _, tt := range []struct {
		id, path           string
		can, cannot        []string
		successes, failing int
	}{
		{"GET /epayment/v1/payments/{reference}", "state", []string{"CREATED", "AUTHORIZED", "EXPIRED"}, []string{"CAPTURED", "ACTIVE", "Authorized", "CANCELLED", ""}, 1, 3},
		{"GET /recurring/v3/agreements/{agreementId}", "status", []string{"PENDING", "ACTIVE"}, []string{"CHARGED", "CANCELLED"}, 1, 2},
		{"GET /recurring/v3/agreements/{agreementId}/charges/{chargeId}", "status", []string{"PENDING", "DUE", "PARTIALLY_CAPTURED"}, []string{"ACTIVE", "STOPPED"}, 2, 2},
		{"GET /checkout/v3/session/{reference}", "sessionState", []string{"PaymentSuccessful"}, []string{"AUTHORIZED"}, 1, 2},
		{"GET /checkout/v3/session/{reference}", "paymentDetails.state", []string{"AUTHORIZED"}, []string{"AUTHORISED", "PaymentSuccessful"}, 0, 0},
		{"GET /ecomm/v2/payments/{orderId}/details", "transactionLogHistory[].operation", []string{"RESERVE", "REJECT"}, []string{"RESERVED", "AUTHORIZED"}, 0, 0},
		{"ecom-callback", "transactionInfo.status", []string{"RESERVE", "RESERVED", "SALE", "RESERVE_FAILED"}, []string{"AUTHORIZED"}, 0, 0},
		{"checkout-callback", "sessionState", []string{"SessionExpired"}, []string{"EXPIRED"}, 1, 2},
	} {
		states := StatesOf(tt.id)
		i := slices.IndexFunc(states, func(s *StateField) bool { return s.Path == tt.path })
		if i < 0 {
			t.Errorf("%s has no state %s", tt.id, tt.path)
			continue
		}
		s := states[i]
		for _, v := range tt.can {
			if !s.Has(v, false) {
				t.Errorf("%s of %s can be %s", tt.path, tt.id, v)
			}
		}
		for _, v := range tt.cannot {
			if s.Has(v, false) {
				t.Errorf("%s of %s can't be %q", tt.path, tt.id, v)
			}
		}
		if len(s.Success) != tt.successes || len(s.Failure) != tt.failing {
			t.Errorf("%s of %s ends on %v and %v", tt.path, tt.id, s.Success, s.Failure)
		}
		for _, v := range append(slices.Clone(s.Success), s.Failure...) {
			if !s.Has(v, false) {
				t.Errorf("%s of %s ends on %s, which it can't be", tt.path, tt.id, v)
			}
		}
	}
	for _, r := range stateRules {
		if !slices.ContainsFunc(StatesOf(r.of), func(s *StateField) bool { return s.Path == r.path }) {
			t.Errorf("no field %s of %s", r.path, r.of)
		}
	}
	if s := StatesOf("POST /epayment/v1/payments"); s != nil {
		t.Errorf("the answer to a new payment has states: %v", s)
	}
}

func TestSlips(t *testing.T) {
	for _, tt := range []struct {
		event string
		like  bool
		near  string
	}{
		{"epayments.payment.canceled.v1", true, "epayments.payment.cancelled.v1"},
		{"recurring.charge-cancelled.v1", true, "recurring.charge-canceled.v1"},
		{"recurring.charge-canceled.v1", true, "recurring.charge-canceled.v1"},
		{"epayments.payment.disputed.v1", true, ""},
		{"epayments.payment.", false, ""},
		{"payment.captured.v1", false, ""},
		{"recurring.invoice-paid.v1", false, ""},
	} {
		if got := LooksLikeEvent(tt.event); got != tt.like {
			t.Errorf("LooksLikeEvent(%s) = %v", tt.event, got)
		}
		if got := NearestEvent(tt.event); got != tt.near {
			t.Errorf("NearestEvent(%s) = %q, want %q", tt.event, got, tt.near)
		}
	}
	s := StatesOf("GET /epayment/v1/payments/{reference}")[0]
	for value, want := range map[string]string{"Authorized": "AUTHORIZED", "AUTHORISED": "AUTHORIZED", "CAPTURED": "", "TERMINTED": "TERMINATED"} {
		if got := s.Nearest(value); got != want {
			t.Errorf("Nearest(%s) = %q, want %q", value, got, want)
		}
	}
}
