package vippsphone_test

import (
	"strings"
	"testing"

	"github.com/vippslint/vippslint/analyzers/vippsphone"
	"github.com/vippslint/vippslint/internal/trial"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// TestGenerated puts every number into every phone field of the table in every
// way, and every beginning of a number whose rest is not known.
func TestGenerated(t *testing.T) {
	var programs []trial.Program
	add := func(p place, ways []way, list []numeral) {
		for _, w := range ways {
			for _, n := range list {
				if program, ok := p.program(w, n); ok {
					programs = append(programs, program)
				}
			}
		}
	}
	for _, p := range places() {
		add(p, wholeWays, numbers)
		add(p, openWays, beginnings)
	}
	if len(programs) < 300 {
		t.Errorf("only %d programs", len(programs))
	}
	if testing.Short() {
		trial.Check(t, vippsphone.New(), everyNth(programs, 8))
		return
	}
	trial.Check(t, vippsphone.New(), programs).Documented(t, "../../docs/precision.md", "phone numbers")
}

// everyNth leaves out all but each nth, which is no multiple of the number of
// ways or numbers.
func everyNth(programs []trial.Program, n int) []trial.Program {
	var some []trial.Program
	for i := 0; i < len(programs); i += n + 1 {
		some = append(some, programs[i])
	}
	return some
}

// A wants is what one kind of field says of a number.
type wants struct{ national, msisdn, prefill, recurring2 string }

// A numeral is a text that may be a phone number, with the category of what is
// wrong for each kind of field: eCom and PSP; ePayment, Recurring v3 and Login;
// Checkout, whose examples have a +; Recurring v2, whose examples have 8 digits.
type numeral struct {
	text string
	wants
}

const (
	right     = ""
	malformed = "malformed"
	country   = "country-code"
	prefix    = "unusable-prefix"
)

func all(category string) wants { return wants{category, category, category, category} }

var numbers = []numeral{
	{"48059528", wants{right, country, country, right}},
	{"4748059528", wants{country, right, right, right}},
	{"+4748059528", wants{prefix, prefix, right, prefix}},
	{"004748059528", all(prefix)},
	{"48 05 95 28", all(malformed)},
	{"0047 48059528", all(prefix)},
	{"+47 480 59 528", wants{prefix, prefix, malformed, prefix}},
	{"12345678", wants{right, country, country, right}},
	{"4712345678", wants{country, right, right, right}},
	{"47123456", all(right)},
	{"358401234567", wants{country, right, right, right}},
	{"46701234567", wants{country, right, right, right}},
	{"3580401234567", all(malformed)},
	{"0501234567", all(malformed)},
	{"4805952", all(malformed)},
	{"47-48059528", all(malformed)},
	{"ring meg", all(malformed)},
	{"", all(right)},
}

// beginnings are what stands in front of what is not known.
var beginnings = []numeral{
	{"+47", wants{prefix, prefix, right, prefix}},
	{"+", wants{prefix, prefix, right, prefix}},
	{"00", all(prefix)},
	{"0047", all(prefix)},
	{"0", wants{right, malformed, malformed, right}},
	{"47", all(right)},
	{"4", all(right)},
	{"47 ", all(malformed)},
	{"+47 ", wants{prefix, prefix, malformed, prefix}},
	{"tlf", all(malformed)},
}

// A place is a phone field of a request, or of one that is not Vipps'.
type place struct {
	name, method, url string
	steps             []string // its JSON path
	wants             func(wants) string
	prefix            string // stands in front of each number
	form              bool   // the body is a form
}

// kinds of fields by their place in the table; all others are MSISDN.
var kinds = map[string]func(wants) string{
	"POST /ecomm/v2/payments customerInfo.mobileNumber":                                        func(w wants) string { return w.national },
	"POST /ecomm/v2/integration-test/payments/{orderId}/approve customerPhoneNumber":           func(w wants) string { return w.national },
	"POST /psp/v3/psppayments/init customerMobileNumber":                                       func(w wants) string { return w.national },
	"POST /psp/v3/integration-test/psppayments/{pspTransactionId}/approve customerPhoneNumber": func(w wants) string { return w.national },
	"POST /checkout/v2/session prefillCustomer.phoneNumber":                                    func(w wants) string { return w.prefill },
	"POST /checkout/v3/session prefillCustomer.phoneNumber":                                    func(w wants) string { return w.prefill },
	"POST /recurring/v2/agreements customerPhoneNumber":                                        func(w wants) string { return w.recurring2 },
	"PATCH /recurring/v2/agreements/{agreementId}/accept customerPhoneNumber":                  func(w wants) string { return w.recurring2 },
	"POST /epayment/v1/payments customer.phoneNumber":                                          msisdn,
	"POST /epayment/v1/test/payments/{reference}/approve customer.phoneNumber":                 msisdn,
	"POST /recurring/v3/agreements phoneNumber":                                                msisdn,
	"PATCH /recurring/v3/agreements/{agreementId}/accept phoneNumber":                          msisdn,
	"POST /vipps-login-ciba/api/backchannel/authentication loginHint":                          msisdn,
	"POST /vipps-login-ciba/api/backchannel/authentication login_hint":                         msisdn,
	"POST /vipps-login-ciba/api/v1/user-exists loginHint":                                      msisdn,
	"POST /vipps-login-ciba/api/v1/user-exists login_hint":                                     msisdn,
}

func msisdn(w wants) string { return w.msisdn }

func places() []place {
	var list []place
	for _, op := range vippsapi.Operations() {
		for _, f := range op.Fields {
			if f.Kind != vippsapi.Phone {
				continue
			}
			p := place{name: op.ID + " " + f.Path, method: op.Method, url: "https://api.vipps.no" + op.Path, steps: strings.Split(f.Path, ".")}
			if p.wants = kinds[p.name]; p.wants == nil {
				panic("nobody says what " + p.name + " wants")
			}
			if f.Phone == vippsapi.LoginHint {
				p.prefix, p.form = "urn:msisdn:", f.Path == "login_hint"
			}
			list = append(list, p)
		}
	}
	if len(list) != len(kinds) {
		panic("a phone field is not in the table")
	}
	nothing := func(wants) string { return right }
	return append(list,
		place{name: "a text message", method: "POST", url: "https://sms.example/v1/messages", steps: []string{"phoneNumber"}, wants: nothing},
		place{name: "a customer of another provider", method: "POST", url: "https://api.pay.example/v1/payments", steps: []string{"customer", "phoneNumber"}, wants: nothing},
		place{name: "metadata", method: "POST", url: "https://api.vipps.no/epayment/v1/payments", steps: []string{"metadata", "phoneNumber"}, wants: nothing},
		place{name: "a sign-in elsewhere", method: "POST", url: "https://login.example/bc-authorize", steps: []string{"login_hint"}, wants: nothing, prefix: "urn:msisdn:", form: true},
	)
}
