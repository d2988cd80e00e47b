// Package cleaned makes its numbers right before it sends them.
package cleaned

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"strings"

	"cleaned/client"
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
	Customer customer `json:"customer"`
}

func pay(n string) error {
	return send("/epayment/v1/payments", create{customer{n}})
}

func Trimmed(n string) error {
	return errors.Join(
		pay(strings.TrimPrefix("+4790012345", "+")),
		pay(strings.TrimPrefix("+47"+n, "+")),
		pay(strings.TrimLeft("+47"+n, "+")),
		pay(strings.ReplaceAll("47 900 12 345", " ", "")),
		pay(strings.ReplaceAll("47 "+n, " ", "")),
		pay(strings.NewReplacer("+", "", " ", "").Replace("+47 "+n)),
		pay(strings.Replace("+47"+n, "+", "", 1)),
	)
}

var other = regexp.MustCompile(`\D`)

func Matched(n string) error {
	return errors.Join(
		pay(other.ReplaceAllString("+47 900 12 345", "")),
		pay(other.ReplaceAllString("+47"+n, "")),
	)
}

func trimming(n string) error {
	return pay(strings.TrimPrefix(n, "+"))
}

func replacing(n string) error {
	return pay(strings.ReplaceAll(n, " ", ""))
}

func asking(n string) error {
	if strings.HasPrefix(n, "+") {
		n = n[1:]
	}
	return pay(n)
}

func counting(n string) error {
	if len(n) == 8 {
		return pay("47" + n)
	}
	return pay(n)
}

func leaving(n string) error {
	if n[0] == '+' {
		return pay(n[1:])
	}
	return pay(n)
}

func digit(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

func mapping(n string) error { return pay(strings.Map(digit, n)) }

func looping(n string) error {
	out := ""
	for _, r := range n {
		if r != '+' {
			out += string(r)
		}
	}
	return pay(out)
}

func valid(n string) bool { return len(n) == 10 }

func checking(n string) error {
	if !valid(n) {
		return errors.New("no phone number")
	}
	return pay(n)
}

type order struct{ Phone string }

func (o *order) clean() { o.Phone = strings.TrimPrefix(o.Phone, "+") }

func held() error {
	o := &order{Phone: "+4790012345"}
	o.clean()
	return pay(o.Phone)
}

func normal(n string) string {
	n = strings.TrimSpace(n)
	switch {
	case strings.HasPrefix(n, "+"):
		return n[1:]
	case strings.HasPrefix(n, "00"):
		return n[2:]
	case len(n) == 8:
		return "47" + n
	}
	return n
}

func Cleaned() error {
	return errors.Join(
		trimming("+4790012345"),
		replacing("47 900 12 345"),
		asking("+4790012345"),
		counting("90012345"),
		leaving("+4790012345"),
		mapping("+47 900 12 345"),
		looping("+4790012345"),
		checking("90012345"),
		held(),
		pay(normal("+4790012345")),
		pay(normal("90012345")),
		pay(normal("004790012345")),
	)
}

// either sends the number to one of two APIs.
func either(express bool, n string) error {
	if express {
		return send("/ecomm/v2/payments", map[string]any{"customerInfo": map[string]any{"mobileNumber": n}})
	}
	return pay(n)
}

func Either() error { return errors.Join(either(true, "90012345"), either(false, "4790012345")) }

// EitherWrong is wrong for both.
func EitherWrong() error {
	return either(true, "+4790012345") // want `phone number begins with \+ or 00`
}

func OfAPackage(n string) error {
	return errors.Join(
		pay(client.Normal("+4790012345")),
		pay(client.Normal("+47"+n)),
		pay(client.Prefixed("90012345")),
		pay(client.Prefixed("+4790012345")), // want `phone number is malformed.*not "47\+4790012345"`
		client.ApproveAny("order-0001", "+4790012345"),
		client.Approve("order-0001", "+4790012345"), // want `phone number begins with \+ or 00`
	)
}

// Cut numbers lack what stood in front.
func Cut(n string) error {
	full := "+47" + n
	_, after, _ := strings.Cut(full, "+")
	rest, _ := strings.CutPrefix(full, "+")
	return errors.Join(
		pay(full[1:]), pay(string([]byte(full)[1:])), pay(string([]rune(full)[1:])), pay(after), pay(rest),
		pay(string([]byte("+4790012345")[1:])),
		pay(string([]byte("+4790012345"))), // want `phone number begins with \+ or 00`
	)
}
