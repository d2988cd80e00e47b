package vippsapi

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A PhoneProblem is what is wrong with a phone number; the names are those of
// the categories of vippsphone.
type PhoneProblem string

// The problems of a phone number.
const (
	NoProblem      PhoneProblem = ""
	Malformed      PhoneProblem = "malformed"       // letters, blanks, punctuation, a trunk zero, a length that no number has
	CountryCode    PhoneProblem = "country-code"    // there where it must not be, or missing where it must
	UnusablePrefix PhoneProblem = "unusable-prefix" // + or 00 in front
)

// A PhoneVerdict says whether a text is a phone number in the form that a field
// wants.
type PhoneVerdict struct {
	OK      bool
	Problem PhoneProblem
	Want    string // the number in the right form where that is certain, else empty
	Perhaps string // it in the right form if it is a Norwegian one, where the country is all that lacks
	Refused bool   // the schema refuses it too; else only the documentation is against it
}

const (
	norway         = "47"
	nationalDigits = 8  // of a Norwegian number without its country code
	msisdnDigits   = 15 // the most that any number has (ITU-T E.164)
	hintPrefix     = "urn:msisdn:"
)

// countries are those in which Vipps MobilePay pays. The digits that may follow
// the code are those of the numbering plans, widely read: Vipps' own pages state
// only Norway's. In some a zero is dialled before a number at home, and never
// behind the code.
var countries = []struct {
	code     string
	min, max int
	trunk    bool
}{
	{norway, nationalDigits, nationalDigits, false},
	{"45", 8, 8, false},
	{"358", 5, 12, true},
	{"46", 6, 12, true},
}

// BeginsPhone says whether a text begins with the code of one of the countries
// in which Vipps MobilePay pays, behind + or 00: whoever makes texts with it may
// make phone numbers.
func BeginsPhone(text string) bool {
	rest, ok := strings.CutPrefix(text, "+")
	if !ok {
		rest, ok = strings.CutPrefix(text, "00")
	}
	if !ok {
		return false
	}
	for _, c := range countries {
		if strings.HasPrefix(rest, c.code) {
			return true
		}
	}
	return false
}

// Wanted describes a form in words.
func (f PhoneForm) Wanted() string {
	switch f {
	case National8:
		return "8 digits without country code"
	case LoginHint:
		return hintPrefix + ", then country code and number, digits only"
	}
	return "country code and number, digits only"
}

// CheckPhone says whether the value of a phone field is in the form that its
// operation wants, with what this one field lets pass. A Hole stands in text for
// each part that is not known: such a text is wrong only where it is so whatever
// the parts are, and has no Want.
func (f *Field) CheckPhone(text string) PhoneVerdict {
	if f.National && len(text) == nationalDigits && digits(text) {
		return PhoneVerdict{OK: true}
	}
	judged := text
	if f.Plus {
		judged = strings.TrimPrefix(text, "+")
	}
	var v PhoneVerdict
	if strings.Contains(judged, Hole) {
		v = f.checkOpen(judged)
	} else {
		v = CheckPhone(f.Phone, judged)
	}
	v.Refused = !v.OK && f.refuses(text)
	return v
}

// refuses says whether the schema of a field refuses a text, whatever stands in
// its Holes.
func (f *Field) refuses(text string) bool {
	if strings.Contains(text, Hole) {
		// The patterns of phone numbers know nothing but digits.
		return strings.HasPrefix(f.Pattern, `^\d`) && !digits(strings.ReplaceAll(text, Hole, ""))
	}
	n := utf8.RuneCountInString(text)
	if n < f.MinLen || f.MaxLen > 0 && n > f.MaxLen {
		return true
	}
	if f.Pattern == "" {
		return false
	}
	matched, err := regexp.MatchString(f.Pattern, text)
	return err == nil && !matched
}

// checkOpen judges a text with Holes. A prefix decides where the text begins
// with it, a letter, blank or mark wherever it stands.
func (f *Field) checkOpen(text string) PhoneVerdict {
	form := f.Phone
	if form == LoginHint {
		number, ok := strings.CutPrefix(text, hintPrefix)
		if !ok {
			// The unknown part may hold what is missing, but not behind a number.
			if head, _, _ := strings.Cut(text, Hole); head == "" || strings.Trim(head, "+0123456789") != "" {
				return PhoneVerdict{OK: true}
			}
		}
		form, text = MSISDN, number
	}
	known := strings.ReplaceAll(text, Hole, "")
	switch {
	case form == NoPhone:
	case strings.HasPrefix(text, "+"), strings.HasPrefix(text, "00"):
		return PhoneVerdict{Problem: UnusablePrefix}
	case !digits(known), form == MSISDN && !f.National && strings.HasPrefix(text, "0"):
		return PhoneVerdict{Problem: Malformed}
	}
	return PhoneVerdict{OK: true}
}

// CheckPhone says whether a text is a phone number in a form. The empty text
// means that no number is given and is right, and so is what can be read two
// ways. A prefix is named before letters and lengths, these before the country
// code.
func CheckPhone(form PhoneForm, text string) PhoneVerdict {
	if text == "" || form == NoPhone {
		return PhoneVerdict{OK: true}
	}
	if form == LoginHint {
		return checkHint(text)
	}
	problem := checkDigits(form, text)
	switch {
	case strings.HasPrefix(text, "+"), strings.HasPrefix(text, "00") && len(text) > nationalDigits:
		problem = UnusablePrefix
	case !digits(text):
		problem = Malformed
	}
	if problem == NoProblem {
		return PhoneVerdict{OK: true}
	}
	v := PhoneVerdict{Problem: problem, Want: rewrite(form, text)}
	if form == MSISDN && problem == CountryCode {
		v.Perhaps = norway + text
	}
	return v
}

// checkDigits judges a text of digits alone.
func checkDigits(form PhoneForm, text string) PhoneProblem {
	if form == National8 {
		switch {
		case len(text) == nationalDigits:
			return NoProblem
		case international(text):
			return CountryCode
		}
		return Malformed
	}
	switch {
	case strings.HasPrefix(text, "0"), len(text) > msisdnDigits, len(text) < nationalDigits:
		return Malformed
	}
	for _, c := range countries {
		if !strings.HasPrefix(text, c.code) {
			continue
		}
		// Eight digits may be a national number that begins like a country code.
		if international(text) || len(text) == nationalDigits {
			return NoProblem
		}
		return Malformed
	}
	if len(text) == nationalDigits {
		return CountryCode
	}
	return NoProblem
}

// international says whether digits are the code of a known country and as many
// more as its numbers have, without the zero that is dialled at home only.
func international(text string) bool {
	for _, c := range countries {
		if rest, ok := strings.CutPrefix(text, c.code); ok {
			return len(rest) >= c.min && len(rest) <= c.max && !(c.trunk && rest[0] == '0')
		}
	}
	return false
}

// rewrite returns the number in the form wanted, or nothing where the text
// leaves a doubt: a letter, a country that is not named or not known.
func rewrite(form PhoneForm, text string) string {
	text, plus := strings.CutPrefix(strings.TrimSpace(text), "+")
	text = strings.NewReplacer(" ", "", "\u00a0", "", "-", "", ".", "", "(", "", ")", "").Replace(text)
	text, zeros := strings.CutPrefix(text, "00")
	if !digits(text) {
		return ""
	}
	if form == National8 {
		if rest, ok := strings.CutPrefix(text, norway); ok && international(text) && rest[0] != '0' {
			return rest
		}
		if len(text) == nationalDigits && text[0] != '0' {
			return text
		}
		return ""
	}
	// Behind a + or 00 a country code stands, whichever it is.
	named := (plus || zeros) && checkDigits(form, text) == NoProblem || international(text)
	if named && len(text) > nationalDigits {
		return text
	}
	return ""
}

// checkHint judges a login_hint. Hints of other kinds than a phone number are
// not judged.
func checkHint(text string) PhoneVerdict {
	number, ok := strings.CutPrefix(text, hintPrefix)
	if !ok && strings.Trim(text, "+0123456789 -()") != "" {
		return PhoneVerdict{OK: true}
	}
	v := CheckPhone(MSISDN, number)
	switch {
	case ok && number == "":
		return PhoneVerdict{Problem: Malformed}
	case v.OK && ok:
		return v
	case v.OK:
		v = PhoneVerdict{Problem: Malformed, Want: number}
	}
	if v.Want != "" {
		v.Want = hintPrefix + v.Want
	}
	if v.Perhaps != "" {
		v.Perhaps = hintPrefix + v.Perhaps
	}
	return v
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// PushSwitch returns the field of the request, and its value in JSON, with
// which Vipps sends a push message to the phone number and shows no page on
// which the customer could type another; nil where there is none.
func (o *Operation) PushSwitch() (f *Field, value string) {
	for i := range o.Fields {
		switch f := &o.Fields[i]; {
		case f.Type == "boolean" && f.Path[strings.LastIndexByte(f.Path, '.')+1:] == "skipLandingPage":
			return f, "true"
		case f.Path == "userFlow" && slices.Contains(f.Enum, "PUSH_MESSAGE"):
			return f, "PUSH_MESSAGE"
		}
	}
	return nil, ""
}
