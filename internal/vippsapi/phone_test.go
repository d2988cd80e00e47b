package vippsapi

import "testing"

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
		{MSISDN, "47123456", NoProblem, ""},      // eight digits that begin with a code
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
