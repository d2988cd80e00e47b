// Package phones holds what vippslint knows of phone numbers against a library
// that many use.
package phones

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// codes are those of Norway, Denmark, Finland and Sweden.
var codes = []string{"47", "45", "358", "46"}

// A disagreement is a kind of numbers that the library calls possible, that have
// the digits which the API takes, and that are reported all the same.
type disagreement struct {
	what, why string
	is        *regexp.Regexp
}

var disagreements = []disagreement{
	{"Swedish numbers with a zero behind the code", "the library looks at their length alone; a caller from abroad leaves the zero out, so a number has none there", regexp.MustCompile(`^460\d{11}$`)},
}

// numbers calls yield with the digits of systematic numbers of a country: all
// beginnings of three digits, in all lengths, filled up in two ways.
func numbers(code string, yield func(string)) {
	for head := range 1000 {
		for length := 3; length <= 15-len(code); length++ {
			for _, fill := range []string{"222222222222", "012345678901"} {
				yield(code + fmt.Sprintf("%03d", head) + fill[:length-3])
			}
		}
	}
}

// parsed is what the library makes of digits with a country code, where it takes
// all of them for the number.
func parsed(digits string) *phonenumbers.PhoneNumber {
	n, err := phonenumbers.Parse("+"+digits, "")
	if err != nil || phonenumbers.Format(n, phonenumbers.E164) != "+"+digits {
		return nil
	}
	return n
}

// fields are those of the table that want a country code.
func fields(t *testing.T) []*vippsapi.Field {
	var list []*vippsapi.Field
	for _, op := range vippsapi.Operations() {
		for i := range op.Fields {
			if f := &op.Fields[i]; f.Phone == vippsapi.MSISDN || f.Phone == vippsapi.LoginHint {
				list = append(list, f)
			}
		}
	}
	if len(list) < 10 {
		t.Fatalf("only %d fields", len(list))
	}
	return list
}

// TestPossible is silent about each number that the library calls possible and
// that has as many digits as ePayment takes.
func TestPossible(t *testing.T) {
	form := regexp.MustCompile(vippsapi.OperationByID("POST /epayment/v1/payments").Field("customer.phoneNumber").Pattern)
	list := fields(t)
	seen := make([]int, len(disagreements))
	for _, code := range codes {
		possible := 0
		numbers(code, func(digits string) {
			n := parsed(digits)
			if n == nil || !phonenumbers.IsPossibleNumber(n) || !form.MatchString(digits) {
				return
			}
			possible++
			known := -1
			for i, d := range disagreements {
				if d.is.MatchString(digits) {
					known = i
					seen[i]++
				}
			}
			for _, f := range list {
				text := digits
				if f.Phone == vippsapi.LoginHint {
					text = "urn:msisdn:" + digits
				}
				if v := f.CheckPhone(text); v.OK != (known < 0) {
					t.Errorf("%s %s: %+v, and a disagreement is %t", f.Path, text, v, known >= 0)
				}
			}
		})
		if possible < 500 {
			t.Errorf("only %d possible numbers of +%s", possible, code)
		}
		t.Logf("+%s: %d possible numbers", code, possible)
	}
	for i, d := range disagreements {
		if seen[i] == 0 {
			t.Errorf("%s: there is no disagreement any more (%s)", d.what, d.why)
		}
		t.Logf("%s: %d disagreements, since %s", d.what, seen[i], d.why)
	}
}

// TestNational is silent about each Norwegian number where the country code is
// left out.
func TestNational(t *testing.T) {
	ecom := vippsapi.OperationByID("POST /ecomm/v2/payments").Field("customerInfo.mobileNumber")
	judged := 0
	numbers("47", func(digits string) {
		n := parsed(digits)
		if n == nil || !phonenumbers.IsPossibleNumber(n) || len(digits) != 10 {
			return
		}
		judged++
		if v := ecom.CheckPhone(strings.TrimPrefix(digits, "47")); !v.OK {
			t.Errorf("%s: %+v", digits, v)
		}
	})
	if judged < 1000 {
		t.Errorf("only %d numbers", judged)
	}
}

// TestRewritten compares what is proposed for a number as people write it with
// the digits that the library reads in it.
func TestRewritten(t *testing.T) {
	ecom := vippsapi.OperationByID("POST /ecomm/v2/payments").Field("customerInfo.mobileNumber")
	epayment := vippsapi.OperationByID("POST /epayment/v1/payments").Field("customer.phoneNumber")
	for _, code := range codes {
		valid := 0
		numbers(code, func(digits string) {
			n := parsed(digits)
			if n == nil || !phonenumbers.IsValidNumber(n) || len(digits) < 9 {
				return
			}
			valid++
			national := strings.TrimPrefix(digits, code)
			for _, text := range []string{
				phonenumbers.Format(n, phonenumbers.INTERNATIONAL),
				phonenumbers.Format(n, phonenumbers.E164),
				strings.TrimPrefix(phonenumbers.Format(n, phonenumbers.INTERNATIONAL), "+"),
				"00" + digits,
			} {
				if text == digits {
					continue
				}
				if v := epayment.CheckPhone(text); v.OK || v.Want != digits {
					t.Errorf("ePayment %q: %+v, want %s", text, v, digits)
				}
				want := ""
				if code == "47" {
					want = national
				}
				if v := ecom.CheckPhone(text); v.OK || v.Want != want {
					t.Errorf("eCom %q: %+v, want %q", text, v, want)
				}
			}
			// With neither code nor zeros in front it is never read as another country's.
			if v := epayment.CheckPhone(national); v.Want != "" && v.Want != digits {
				t.Errorf("ePayment %q becomes %s, and not %s", national, v.Want, digits)
			}
		})
		if valid < 100 {
			t.Errorf("only %d valid numbers of +%s", valid, code)
		}
	}
}
