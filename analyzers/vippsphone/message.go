package vippsphone

import (
	"fmt"
	"strconv"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// message says what is wrong, what it costs and how the number should be.
func message(n number) string {
	cost := "the payment fails or the customer has to type the number again"
	if n.place.Field.Lenient {
		cost = "the schema lets it pass, the documentation does not"
	}
	who := "the API"
	if n.place.Op != nil {
		who = n.place.Op.ID
	}
	shown := "not " + strconv.Quote(n.text)
	if n.verdict.Want != "" {
		shown = fmt.Sprintf("%q instead of %q", n.verdict.Want, n.text)
	}
	return fmt.Sprintf("phone number %s (%s); use %s: %s in %s", problem(n), cost, form(n.place.Field.Phone), shown, who)
}

func problem(n number) string {
	switch n.verdict.Problem {
	case vippsapi.UnusablePrefix:
		return "begins with + or 00"
	case vippsapi.CountryCode:
		if n.place.Field.Phone == vippsapi.National8 {
			return "has a country code"
		}
		return "has no country code"
	}
	return "is malformed"
}

func form(f vippsapi.PhoneForm) string {
	switch f {
	case vippsapi.National8:
		return "8 digits without country code"
	case vippsapi.LoginHint:
		return "the documented prefix, then country code and number, digits only"
	}
	return "country code and number, digits only"
}
