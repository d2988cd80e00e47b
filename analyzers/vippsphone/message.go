package vippsphone

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// message says what is wrong, what it costs and how the number should be.
func message(n number) string {
	cost := "the schema lets it pass, but it is not in the documented form"
	if n.verdict.Refused {
		cost = "the schema refuses it, so the request fails or the customer has to type the number again"
	}
	if n.place.Push != "" {
		cost += "; with " + n.place.Push + " no push can be sent"
	}
	who := "the API"
	if n.place.Op != nil {
		who = n.place.Op.ID
	}
	text := strconv.Quote(strings.ReplaceAll(n.text, vippsapi.Hole, "…"))
	shown := "not " + text
	switch {
	case n.verdict.Want != "":
		shown = fmt.Sprintf("%q instead of %s", n.verdict.Want, text)
	case n.verdict.Perhaps != "":
		shown = fmt.Sprintf("for a Norwegian number %q instead of %s", n.verdict.Perhaps, text)
	}
	return fmt.Sprintf("phone number %s (%s); use %s: %s in %s", problem(n), cost, n.place.Field.Phone.Wanted(), shown, who)
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
