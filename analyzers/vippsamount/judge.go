package vippsamount

import (
	"math"
	"regexp"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// judge gives the category of what one way n to the place p does wrong, or "".
// by is the function that made a float whole by rounding it to one side, or "".
func judge(p *evidence.Place, n flow.Number, by string) string {
	switch n.Verdict {
	case flow.Truncated:
		if p.Counted && n.Counts() {
			return "" // days or parcels, and what they are multiplied by is the price
		}
		return truncated
	case flow.Float:
		switch {
		case p.Form != evidence.Typed && (by != "" || !prints(p.Verb).whole):
			return floatOf(p.Form)
		case p.Form == evidence.Typed && p.Cut:
			return truncated
			// Otherwise the field is a float: that is float-field's, by its type.
		}
	case flow.Whole:
		if p.Form != evidence.Typed && prints(p.Verb).decimals {
			return floatOf(p.Form)
		}
	}
	return ""
}

// floatOf is the category of a float that gets into the JSON in a form.
func floatOf(form evidence.Form) string {
	if form == evidence.Text {
		return floatText
	}
	return floatValue
}

// A printing says what a verb makes of a float.
type printing struct {
	whole    bool // of any: it rounds to a whole number, or may
	decimals bool // of a whole number: it adds decimals or an exponent
}

var (
	floatVerb = regexp.MustCompile(`^%[-+# 0\d*]*(\.(\*|\d*))?([eEfF])$`)
	argument  = regexp.MustCompile(`\[\d+\]`) // which of the arguments a verb prints
)

// prints reads a verb of fmt; "" is none, of which nothing is said, as of those
// that print what is needed and no more.
func prints(verb string) printing {
	m := floatVerb.FindStringSubmatch(argument.ReplaceAllString(verb, ""))
	switch {
	case m == nil:
		return printing{}
	case m[2] == "*": // a number that stands elsewhere
		return printing{whole: true}
	case m[3] == "e" || m[3] == "E":
		return printing{decimals: true}
	case m[1] != "" && (m[2] == "" || m[2] == "0"):
		return printing{whole: true}
	}
	return printing{decimals: true}
}

// An outlier is a constant that is outside of what its field allows.
type outlier struct {
	number  flow.Number
	amount  int64
	problem *vippsapi.AmountProblem
}

// outliers gives the constants that arrive at p, where each way to it is one
// that is outside of what p's field allows; otherwise what is sent may be right.
func outliers(p *evidence.Place, numbers []flow.Number) []outlier {
	if p.Changed {
		return nil // what is sent is another number
	}
	var found []outlier
	for _, n := range numbers {
		if n.Const == nil || n.Verdict != flow.Clean && n.Verdict != flow.Whole {
			return nil
		}
		x := *n.Const
		if x != math.Trunc(x) || math.Abs(x) > exactLimit {
			return nil
		}
		problem := p.Field.CheckAmount(int64(x), p.Currency)
		if problem == nil {
			return nil
		}
		found = append(found, outlier{n, int64(x), problem})
	}
	return found
}
