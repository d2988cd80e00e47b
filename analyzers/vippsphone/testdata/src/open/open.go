// Package open has numbers of which only a part is known.
package open

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
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

type customer struct {
	PhoneNumber string `json:"phoneNumber"`
}

type create struct {
	Customer  customer `json:"customer"`
	Reference string   `json:"reference"`
	UserFlow  string   `json:"userFlow"`
}

type start struct {
	CustomerInfo struct {
		MobileNumber string `json:"mobileNumber"`
	} `json:"customerInfo"`
}

func Sum(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{"+47" + n}}) // want `phone number begins with \+ or 00 \(the schema refuses it, .*\); use country code and number, digits only: not "\+47…" in POST /epayment/v1/payments`
}

func RightSum(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{"47" + n}})
}

func Printed(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: fmt.Sprintf("+47%s", n)}}) // want `phone number begins with \+ or 00`
}

func RightPrinted(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: fmt.Sprintf("47%s", n)}})
}

func Zeros(n string) error {
	number := "00" + n // want `phone number begins with \+ or 00 \(the schema lets it pass, but it is not in the documented form\)`
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: number}})
}

func TrunkZero(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: "0" + n}}) // want `phone number is malformed.*not "0…"`
}

func Blank(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: "47 " + n}}) // want `phone number is malformed.*not "47 …"`
}

const country = "+47"

// Code is read at run time: what stands in front is not known.
func Code(code, n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: code + n}})
}

func NamedCode(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: country + n}}) // want `phone number begins with \+ or 00`
}

func pay(n string) error {
	var b start
	b.CustomerInfo.MobileNumber = n
	return send("/ecomm/v2/payments", b)
}

func ECom(n string) error {
	return errors.Join(
		pay("+47"+n), // want `phone number begins with \+ or 00 .*use 8 digits without country code: not "\+47…" in POST /ecomm/v2/payments`
		pay("00"+n),  // want `phone number begins with \+ or 00 \(the schema lets it pass`
		pay("9 "+n),  // want `phone number is malformed`
		pay("tlf"+n), // want `phone number is malformed`
		pay("47"+n),  // may be a number that begins with 47
		pay("0"+n),
		pay(n),
	)
}

// local gives one of two forms: which of them is sent is not known.
func local(n string, plus bool) string {
	if plus {
		return "+47" + n
	}
	return "47" + n
}

func Chosen(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: local(n, false)}})
}

func both(n string, danish bool) string {
	if danish {
		return "+45" + n
	}
	return "+47" + n
}

func BothWrong(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: both(n, false)}}) // want `phone number begins with \+ or 00`
}

// prefixed puts the code in front of what it is given.
func prefixed(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: "47" + n}})
}

func Prefixed() error {
	return errors.Join(
		prefixed("90012345"),
		prefixed("4790012345"), // want `phone number is malformed.*not "474790012345"`
		prefixed("900 12 345"), // want `phone number is malformed.*"4790012345" instead of "47900 12 345"`
	)
}

func Fallback(n string) error {
	if n == "" {
		n = "90012345"
	}
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: n}}) // want `phone number has no country code .*; use country code and number, digits only: for a Norwegian number "4790012345" instead of "90012345"`
}

func Joined(n string) error {
	return send("/epayment/v1/payments", create{Customer: customer{PhoneNumber: strings.Join([]string{"+47", n}, "")}}) // want `phone number begins with \+ or 00`
}

func international(n string) string { return "+47" + n }

// Lines points at the line of the number.
func Lines(n string) error {
	phone := "90012345"
	return errors.Join(
		send("/epayment/v1/payments", create{
			Reference: "order-0001",
			Customer: customer{
				PhoneNumber: international(n), // want `phone number begins with \+ or 00`
			},
		}),
		send("/epayment/v1/payments", create{
			Customer: customer{
				PhoneNumber: phone, // want `phone number has no country code`
			},
		}),
		send("/epayment/v1/payments", create{
			Customer: customer{
				PhoneNumber: international(phone), // want `phone number begins with \+ or 00`
			},
		}),
	)
}

// Built is one mistake, though the number may be two.
func Built(n string) error {
	if n == "" {
		n = "+4790012345"
	}
	var b strings.Builder
	b.WriteString("+47")
	b.WriteString(n)
	return send("/epayment/v1/payments", create{Customer: customer{b.String()}}) // want `phone number begins with \+ or 00`
}

type order struct{ phone string }

// Telephones are two of one number, of which one was written wrong.
func Telephones(private bool) error {
	var o order
	if private {
		o.phone = "4790012345"
	} else {
		o.phone = "90012345" // want `phone number has no country code`
	}
	return send("/epayment/v1/payments", create{Customer: customer{o.phone}})
}

// kiosk gives the form that is asked for.
func kiosk(code bool) string {
	if code {
		return "4790012345"
	}
	return "90012345"
}

func RightKiosk() error {
	return send("/epayment/v1/payments", create{Customer: customer{kiosk(true)}})
}

// sometimes leaves the number out, or takes another where none is given.
func sometimes(n string) error {
	var c create
	if n != "" {
		c.Customer.PhoneNumber = n
	}
	return send("/epayment/v1/payments", c)
}

func orKiosk(n string) error {
	if n == "" {
		n = "4790012345"
	}
	return send("/epayment/v1/payments", create{Customer: customer{n}})
}

func Sometimes() error {
	return errors.Join(
		sometimes(""),
		sometimes("4790012345"),
		sometimes("90012345"), // want `phone number has no country code`
		orKiosk(""),
		orKiosk("4790012345"),
		orKiosk("+4790012345"), // want `phone number begins with \+ or 00`
	)
}
