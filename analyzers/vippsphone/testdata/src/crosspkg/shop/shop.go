// Package shop uses a client of another package.
package shop

import (
	"errors"

	"crosspkg/numbers"
	"crosspkg/pay"
)

const kiosk = "90012345"

func Wrong(ref string) error {
	return pay.Start(pay.Request{Ref: ref, Ore: 34900, Phone: "+4790012345"}) // want `phone number begins with \+ or 00`
}

func WrongConstant(ref string) error {
	return pay.StartFor(ref, 34900, &pay.Customer{PhoneNumber: kiosk}) // want `phone number has no country code`
}

func Right(ref string) error {
	return pay.Start(pay.Request{Ref: ref, Ore: 34900, Phone: "4790012345"})
}

func Unknown(ref, phone string) error {
	return pay.Start(pay.Request{Ref: ref, Ore: 34900, Phone: phone})
}

func start(phone string) error {
	return pay.Start(pay.Request{Ref: "order-0001", Ore: 34900, Phone: phone})
}

func Helped(n string) error {
	return errors.Join(
		start(numbers.Kiosk()),  // want `phone number begins with \+ or 00`
		start(numbers.Shown(n)), // want `phone number begins with \+ or 00`
		start(numbers.RightKiosk()),
		start(numbers.Sent(n)),
		start(numbers.Digits("+47"+n)),
		start(numbers.Norwegian("0047"+n)),
		start(numbers.Norwegian("+4790012345")),
		start(numbers.Cut(n)),
	)
}
