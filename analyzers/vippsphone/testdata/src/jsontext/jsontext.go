// Package jsontext has numbers in JSON texts.
package jsontext

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

func send(path, body string) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

const approve = "/epayment/v1/test/payments/order-0001/approve"

func Wrong() error {
	return send(approve, `{"customer":{"phoneNumber":"+4790012345"}}`) // want `phone number begins with \+ or 00.*"4790012345" instead of "\+4790012345" in POST /epayment/v1/test/payments/\{reference\}/approve`
}

func Right() error {
	return send(approve, `{"customer":{"phoneNumber":"4790012345"}}`)
}

func Quoted() error {
	return send(approve, "{\"customer\":{\"phoneNumber\":\"90012345\"}}") // want `phone number has no country code`
}

func Prefix(n string) error {
	return send(approve, fmt.Sprintf(`{"customer":{"phoneNumber":"+47%s"}}`, n)) // want `phone number begins with \+ or 00.*not "\+47…"`
}

func RightPrefix(n string) error {
	return send(approve, fmt.Sprintf(`{"customer":{"phoneNumber":"47%s"}}`, n))
}

func approved(n string) error {
	return send(approve, fmt.Sprintf(`{"customer":{"phoneNumber":%q}}`, n))
}

func quoted(n string) error {
	return send(approve, `{"customer":{"phoneNumber":"`+n+`"}}`)
}

func coded(n string) error {
	return send(approve, `{"customer":{"phoneNumber":"47`+n+`"}}`)
}

func Arguments() error {
	return errors.Join(
		approved("4790012345"),
		approved("90012345"), // want `phone number has no country code`
		quoted("4790012345"),
		quoted("+4790012345"), // want `phone number begins with \+ or 00`
		coded("90012345"),
		coded("+4790012345"), // want `phone number is malformed.*not "47\+4790012345"`
	)
}

func Metadata() error {
	return send("/epayment/v1/payments", `{"customer":{"phoneNumber":"4790012345"},"metadata":{"phoneNumber":"+47 900 12 345"},"reference":"a-0001-b"}`)
}

func Spelled() error {
	return send(approve, `{"customer":{"phoneNumber":"\u0034790012345"}}`)
}
