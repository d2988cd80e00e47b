// Package shop sends what another package makes.
package shop

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"

	"made/orders"
)

func send(p any) error {
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var post = []orders.Group{{Type: "MAILBOX"}}

func Made(ref, scope string) error {
	return errors.Join(
		send(orders.Plain(ref)),
		send(orders.Full(ref, post)),
		send(orders.Scant(ref, post)), // want `profile.scope "name" lacks address, email and phoneNumber`
		send(orders.With(ref, orders.AllScopes, post)),
		send(orders.With(ref, "name email", post)), // want `profile.scope "name email" lacks address and phoneNumber`
		send(orders.With(ref, scope, post)),
		send(orders.With(ref, "", post)), // want `without profile.scope`
		send(orders.Maybe(ref, false)),
		send(orders.Maybe(ref, true)),
		send(orders.Copied(ref)),
		send(orders.Filled(ref, func(p *orders.Payment) { p.Profile.Scope = orders.AllScopes })),
	)
}

func Changed(ref string) error {
	right := orders.Scant(ref, post)
	right.Profile.Scope = orders.AllScopes
	replaced := orders.Scant(ref, post)
	replaced.Profile = &orders.Profile{Scope: orders.AllScopes}
	ordinary := orders.Scant(ref, post)
	ordinary.Shipping = nil
	wrong := orders.Full(ref, post)
	wrong.Profile.Scope = "name" // want `profile.scope "name" lacks`
	express := orders.Plain(ref)
	express.Shipping = &orders.Shipping{Fixed: post}
	both := orders.Full(ref, post)
	both.Shipping.Dynamic = &orders.Dynamic{URL: "https://shop.example/shipping"}
	dynamic := orders.Full(ref, post)
	dynamic.Shipping = &orders.Shipping{Dynamic: &orders.Dynamic{URL: "https://shop.example/shipping"}}
	return errors.Join(
		send(right),
		send(replaced),
		send(ordinary),
		send(wrong),
		send(express), // want `without profile.scope`
		send(both),    // want `shipping has both`
		send(dynamic),
	)
}

// Whoever makes it is not told apart.
func Branches(ref string, express bool) error {
	p := orders.Plain(ref)
	if express {
		p = orders.Full(ref, post)
	}
	return send(p)
}

func Checked(ref string) error {
	p, err := orders.Checked(ref)
	if err != nil {
		return err
	}
	return send(p) // want `profile.scope "name" lacks`
}

func CheckedRight(ref string) error {
	p, err := orders.Checked(ref)
	if err != nil {
		return err
	}
	p.Profile.Scope = orders.AllScopes
	return send(p)
}

func CheckedValue(ref string) error {
	p, err := orders.CheckedValue(ref)
	if err != nil {
		return err
	}
	return send(p) // want `without profile.scope`
}

func CheckedOther(ref string, ordinary bool) error {
	p, err := orders.CheckedOther(ref, ordinary)
	if err != nil {
		return err
	}
	return send(p)
}

func CheckedRead(ref string) (string, error) {
	p, err := orders.Checked(ref)
	if err != nil {
		return "", err
	}
	err = send(p) // want `profile.scope "name" lacks`
	return p.ReturnURL, err
}

func complete(p *orders.Payment) { p.Profile = &orders.Profile{Scope: orders.AllScopes} }

func CheckedCompleted(ref string) error {
	p, err := orders.Checked(ref)
	if err != nil {
		return err
	}
	complete(p)
	return send(p)
}

func CheckedEither(ref string, express bool) error {
	p, err := orders.Checked(ref)
	if err != nil {
		return err
	}
	if !express {
		p = orders.Plain(ref)
	}
	return send(p) // want `profile.scope "name" lacks`
}
