// Package numbers knows nothing of payments.
package numbers

import (
	"regexp"
	"strings"
)

const (
	plus   = "+"
	norway = "47"
)

// Kiosk is the number of the till.
func Kiosk() string { return "+4790012345" }

func RightKiosk() string { return "4790012345" }

func Shown(n string) string { return plus + norway + n }

func Sent(n string) string { return norway + n }

var others = regexp.MustCompile(`\D`)

func Digits(n string) string { return others.ReplaceAllString(n, "") }

// Norwegian takes a number in any form.
func Norwegian(n string) string {
	if n = Digits(n); strings.HasPrefix(n, "0047") {
		n = n[4:]
	}
	if !strings.HasPrefix(n, norway) {
		n = norway + n
	}
	return n
}

// Cut puts the code in front to cut both in one way.
func Cut(n string) string {
	if !strings.HasPrefix(n, "+47") {
		n = "+47" + n
	}
	return n[1:]
}
