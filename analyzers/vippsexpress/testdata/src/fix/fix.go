// Package fix has scopes that the fix completes.
package fix

import (
	"bytes"
	"encoding/json"
	"net/http"
)

type profile struct {
	Scope string `json:"scope"`
}

type shipping struct {
	Fixed []string `json:"fixedOptions"`
}

type payment struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Profile   *profile  `json:"profile"`
	Shipping  *shipping `json:"shipping"`
}

func send(body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func literal(ref string) error {
	return send(payment{ref, "WEB_REDIRECT", &profile{Scope: "phoneNumber birthDate"}, &shipping{[]string{"post"}}}) // want `lacks name, address and email`
}

func assigned(ref string) error {
	p := payment{Reference: ref, Profile: &profile{}, Shipping: &shipping{[]string{"post"}}}
	p.Profile.Scope = "name" // want `lacks address, email and phoneNumber`
	return send(p)
}

func raw(ref string) error {
	return send(map[string]any{
		"reference": ref,
		"profile":   map[string]any{"scope": `address  email`}, // want `lacks name and phoneNumber`
		"shipping":  shipping{[]string{"post"}},
	})
}

// What stands in several places, or is used by others, is for people.

const few = "name email"

func constant(ref string) error {
	return send(payment{ref, "WEB_REDIRECT", &profile{Scope: few}, &shipping{[]string{"post"}}}) // want `lacks address and phoneNumber`
}

func share() *profile { return &profile{Scope: "name"} }

func ordinary(ref string) error { return send(payment{Reference: ref, Profile: share()}) }

func shared(ref string) error {
	return send(payment{ref, "WEB_REDIRECT", share(), &shipping{[]string{"post"}}}) // want `lacks address, email and phoneNumber`
}
