package vippsapi

import (
	"strings"
	"testing"
)

func TestCheckPhone(t *testing.T) {
	const nbsp = "\u00a0"
	for _, c := range []struct {
		form    PhoneForm
		text    string
		problem PhoneProblem
		want    string
	}{
		// right, and what can be read two ways
		{National8, "48059528", NoProblem, ""},
		{National8, "47123456", NoProblem, ""}, // a Norwegian number may begin with 47
		{National8, "12345678", NoProblem, ""},
		{National8, "", NoProblem, ""},
		{MSISDN, "", NoProblem, ""},
		{MSISDN, "4748059528", NoProblem, ""},
		{MSISDN, "4712345678", NoProblem, ""},
		{MSISDN, "4520123456", NoProblem, ""},
		{MSISDN, "358401234567", NoProblem, ""},
		{MSISDN, "35840123456", NoProblem, ""},
		{MSISDN, "46701234567", NoProblem, ""},
		{MSISDN, "4915112345678", NoProblem, ""}, // Germany: not one of ours, and possible
		{MSISDN, "4702345678", NoProblem, ""},    // Norway dials no zero in front: possible, if given to nobody
		{MSISDN, "46123456789012", NoProblem, ""},
		{MSISDN, "47123456", NoProblem, ""}, // eight digits that begin with a code
		{MSISDN, "35812345", NoProblem, ""},
		{LoginHint, "urn:msisdn:4712345678", NoProblem, ""},
		{LoginHint, "urn:customer-token:abc", NoProblem, ""},
		{LoginHint, "", NoProblem, ""},
		{NoPhone, "+47 anything", NoProblem, ""},

		// prefixes go first
		{National8, "+4748059528", UnusablePrefix, "48059528"},
		{National8, "+47 480 59 528", UnusablePrefix, "48059528"},
		{National8, "004748059528", UnusablePrefix, "48059528"},
		{National8, "0047 48059528", UnusablePrefix, "48059528"},
		{National8, "+4520123456", UnusablePrefix, ""}, // a Danish number has no form here
		{MSISDN, "+4748059528", UnusablePrefix, "4748059528"},
		{MSISDN, "004748059528", UnusablePrefix, "4748059528"},
		{MSISDN, "+47 480 59 528", UnusablePrefix, "4748059528"},
		{MSISDN, "+47 (0) 480 59 528", UnusablePrefix, ""},
		{MSISDN, "+4915112345678", UnusablePrefix, "4915112345678"},
		{MSISDN, "+47 call me", UnusablePrefix, ""},
		{MSISDN, "+", UnusablePrefix, ""},

		// then what no number has
		{National8, "48 05 95 28", Malformed, "48059528"},
		{National8, "480-59-528", Malformed, "48059528"},
		{National8, "480" + nbsp + "59" + nbsp + "528", Malformed, "48059528"},
		{National8, "4805952", Malformed, ""},
		{National8, "480595281", Malformed, ""},
		{National8, "04748059528", Malformed, ""},
		{National8, "48059528x", Malformed, ""},
		{National8, " 48059528", Malformed, "48059528"},
		{MSISDN, "47 48 05 95 28", Malformed, "4748059528"},
		{MSISDN, "48 05 95 28", Malformed, ""}, // which country?
		{MSISDN, "474805952", Malformed, ""},
		{MSISDN, "47480595281", Malformed, ""},
		{MSISDN, "0501234567", Malformed, ""},
		{MSISDN, "3580401234567", Malformed, ""},
		{MSISDN, "4607012345", Malformed, ""},
		{MSISDN, "460701234567890", Malformed, ""},
		{National8, "+4702345678", UnusablePrefix, ""},
		{MSISDN, "1234567", Malformed, ""},
		{MSISDN, "1234567890123456", Malformed, ""},
		{MSISDN, "４７４８０５９５２８", Malformed, ""}, // full-width digits

		// then the country
		{National8, "4748059528", CountryCode, "48059528"},
		{National8, "4520123456", CountryCode, ""},
		{MSISDN, "48059528", CountryCode, ""},
		{MSISDN, "12345678", CountryCode, ""},

		{LoginHint, "4712345678", Malformed, "urn:msisdn:4712345678"},
		{LoginHint, "+4712345678", UnusablePrefix, "urn:msisdn:4712345678"},
		{LoginHint, "urn:msisdn:+4712345678", UnusablePrefix, "urn:msisdn:4712345678"},
		{LoginHint, "urn:msisdn:12345678", CountryCode, ""},
		{LoginHint, "urn:msisdn:", Malformed, ""},
	} {
		v := CheckPhone(c.form, c.text)
		if v.Problem != c.problem || v.Want != c.want || v.OK != (c.problem == NoProblem) {
			t.Errorf("%s %q: %+v, want %q, %q", c.form, c.text, v, c.problem, c.want)
		}
		if v.Want != "" && !CheckPhone(c.form, v.Want).OK {
			t.Errorf("%s %q: wants %q, which is wrong itself", c.form, c.text, v.Want)
		}
	}
}

func TestFieldCheckPhone(t *testing.T) {
	prefill := OperationByID("POST /checkout/v3/session").Field("prefillCustomer.phoneNumber")
	v2 := OperationByID("POST /recurring/v2/agreements").Field("customerPhoneNumber")
	epayment := OperationByID("POST /epayment/v1/payments").Field("customer.phoneNumber")
	ecom := OperationByID("POST /ecomm/v2/payments").Field("customerInfo.mobileNumber")
	for _, c := range []struct {
		field   *Field
		text    string
		problem PhoneProblem
		want    string
	}{
		{prefill, "+4748644347", NoProblem, ""}, // the specification's own example
		{prefill, "+47 486 44 347", Malformed, "4748644347"},
		{prefill, "004748644347", UnusablePrefix, "4748644347"},
		{v2, "91234567", NoProblem, ""}, // as its examples have it
		{v2, "4791234567", NoProblem, ""},
		{v2, "+4791234567", UnusablePrefix, "4791234567"},
		{epayment, "+4790012345", UnusablePrefix, "4790012345"},
		{epayment, "+47 900 12 345", UnusablePrefix, "4790012345"},
		{ecom, "+47 900 12 345", UnusablePrefix, "90012345"},
	} {
		if v := c.field.CheckPhone(c.text); v.Problem != c.problem || v.Want != c.want {
			t.Errorf("%s %q: %+v, want %q, %q", c.field.Path, c.text, v, c.problem, c.want)
		}
	}
	for _, op := range Operations() {
		for _, f := range op.Fields {
			if (f.Kind == Phone) != (f.Phone != NoPhone) {
				t.Errorf("%s %s: kind %s, form %q", op.ID, f.Path, f.Kind, f.Phone)
			}
		}
	}
}

func TestCheckPhoneOfParts(t *testing.T) {
	field := func(id, path string) *Field { return OperationByID(id).Field(path) }
	ecom := field("POST /ecomm/v2/payments", "customerInfo.mobileNumber")
	epayment := field("POST /epayment/v1/payments", "customer.phoneNumber")
	prefill := field("POST /checkout/v3/session", "prefillCustomer.phoneNumber")
	v2 := field("POST /recurring/v2/agreements", "customerPhoneNumber")
	v3 := field("POST /recurring/v3/agreements", "phoneNumber")
	hint := field("POST /vipps-login-ciba/api/backchannel/authentication", "login_hint")
	for _, c := range []struct {
		field   *Field
		text    string // ? stands for a Hole
		problem PhoneProblem
		refused bool
	}{
		{epayment, "+47?", UnusablePrefix, true},
		{epayment, "+?", UnusablePrefix, true},
		{epayment, "00?", UnusablePrefix, false}, // 004712345678 has digits enough
		{epayment, "0?", Malformed, false},
		{epayment, "47 ?", Malformed, true},
		{epayment, "? ?", Malformed, true},
		{epayment, "?x", Malformed, true},
		{epayment, "47?", NoProblem, false},
		{epayment, "?", NoProblem, false},
		{epayment, "??", NoProblem, false},
		{ecom, "+47?", UnusablePrefix, true},
		{ecom, "00?", UnusablePrefix, false},
		{ecom, "9 ?", Malformed, true},
		{ecom, "tlf?", Malformed, true},
		{ecom, "47?", NoProblem, false},
		{ecom, "0?", NoProblem, false},
		{prefill, "+47?", NoProblem, false},
		{prefill, "+47 ?", Malformed, false},
		{prefill, "0047?", UnusablePrefix, false},
		{v2, "0?", NoProblem, false}, // eight digits may begin so
		{v2, "+47?", UnusablePrefix, true},
		{v3, "+47?", UnusablePrefix, false},
		{hint, "urn:msisdn:+47?", UnusablePrefix, false},
		{hint, "urn:msisdn:47?", NoProblem, false},
		{hint, "urn:msisdn:?", NoProblem, false},
		{hint, "urn:?", NoProblem, false},
		{hint, "?:4712345678", NoProblem, false},
		{hint, "+47?", UnusablePrefix, false},
		{hint, "47?", NoProblem, false},
	} {
		v := c.field.CheckPhone(strings.ReplaceAll(c.text, "?", Hole))
		if v.Problem != c.problem || v.Refused != c.refused || v.OK != (c.problem == NoProblem) || v.Want != "" {
			t.Errorf("%s %q: %+v, want %q, refused %t", c.field.Path, c.text, v, c.problem, c.refused)
		}
	}
}

func TestPhoneRefused(t *testing.T) {
	field := func(id, path string) *Field { return OperationByID(id).Field(path) }
	for _, c := range []struct {
		field   *Field
		text    string
		refused bool
	}{
		{field("POST /epayment/v1/payments", "customer.phoneNumber"), "90012345", true},
		{field("POST /epayment/v1/payments", "customer.phoneNumber"), "004790012345", false}, // twelve digits
		{field("POST /epayment/v1/payments", "customer.phoneNumber"), "4790012345", false},
		{field("POST /ecomm/v2/payments", "customerInfo.mobileNumber"), "4790012345", true},
		{field("POST /psp/v3/psppayments/init", "customerMobileNumber"), "4790012345", true}, // by its length alone
		{field("POST /recurring/v3/agreements", "phoneNumber"), "+4790012345", false},
		{field("POST /recurring/v3/agreements", "phoneNumber"), "+47 900 12 345 678", true}, // longer than 15
		{field("POST /checkout/v3/session", "prefillCustomer.phoneNumber"), "ring meg", false},
	} {
		if v := c.field.CheckPhone(c.text); v.Refused != c.refused {
			t.Errorf("%s %q: %+v, want refused %t", c.field.Path, c.text, v, c.refused)
		}
	}
	if v := CheckPhone(MSISDN, "90012345"); v.Perhaps != "4790012345" {
		t.Errorf("perhaps %q", v.Perhaps)
	}
	if v := CheckPhone(LoginHint, "urn:msisdn:90012345"); v.Perhaps != "urn:msisdn:4790012345" {
		t.Errorf("perhaps %q", v.Perhaps)
	}
}

func TestPushSwitch(t *testing.T) {
	for id, want := range map[string]string{
		"POST /ecomm/v2/payments":       "transaction.skipLandingPage true",
		"POST /epayment/v1/payments":    "userFlow PUSH_MESSAGE",
		"POST /recurring/v3/agreements": "skipLandingPage true",
		"POST /recurring/v2/agreements": "skipLandingPage true",
		"POST /psp/v3/psppayments/init": "skipLandingPage true",
		"POST /checkout/v3/session":     " ",
	} {
		path := ""
		f, value := OperationByID(id).PushSwitch()
		if f != nil {
			path = f.Path
		}
		if got := path + " " + value; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

func TestBeginsPhone(t *testing.T) {
	for text, want := range map[string]bool{
		"+47": true, "+4790012345": true, "0047": true, "+358": true, "0046 70": true, "+45%s": true,
		"": false, "+": false, "00": false, "47": false, "+1": false, "0012": false, "4790012345": false, "urn:msisdn:+47": false,
	} {
		if got := BeginsPhone(text); got != want {
			t.Errorf("BeginsPhone(%q) = %t, want %t", text, got, want)
		}
	}
}
