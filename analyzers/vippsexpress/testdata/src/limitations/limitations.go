// Package limitations has express payments that are incomplete and not found.
package limitations

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"

	"limitations/made"
)

const AllScopes = "name address email phoneNumber"

type Profile struct {
	Scope string `json:"scope"`
}

type Group struct {
	Type string `json:"type"`
}

type Dynamic struct {
	URL string `json:"callbackUrl"`
}

type Shipping struct {
	Fixed   []Group  `json:"fixedOptions,omitempty"`
	Dynamic *Dynamic `json:"dynamicOptions,omitempty"`
}

type Payment struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Profile   *Profile  `json:"profile,omitempty"`
	Shipping  *Shipping `json:"shipping,omitempty"`
}

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

func fixed() *Shipping { return &Shipping{Fixed: []Group{{"MAILBOX"}}} }

// The scopes and the shipping are set on branches that exclude each other as
// they should not: each scope is looked at with each shipping.
func branches(ref string, express bool) error {
	p := Payment{Reference: ref}
	if express {
		p.Shipping, p.Profile = fixed(), &Profile{"name"}
	} else {
		p.Profile = &Profile{AllScopes}
	}
	return send(p)
}

// Scopes is a list that any package may change.
var Scopes = []string{"name", "email"}

func listed(ref string) error {
	return send(Payment{Reference: ref, Profile: &Profile{strings.Join(Scopes, " ")}, Shipping: fixed()})
}

// Each element of the list is looked at, and what a function does with it is not.
var some = []string{"name", "email"}

func joinedElsewhere(ref string) error {
	return send(Payment{Reference: ref, Profile: &Profile{joined(some)}, Shipping: fixed()})
}

func joined(list []string) string { return strings.Join(list, " ") }

// What a function of another package gives as a part.
func builtPart(ref string) error {
	return send(Payment{Reference: ref, Profile: &Profile{made.Scope()}, Shipping: fixed()})
}

func builtShipping(ref string) error {
	return send(made.Request{Reference: ref, Shipping: made.Both(), Profile: &made.Profile{Scope: AllScopes}})
}

// Code that is not seen is given the body, and changes nothing in it.
type validator interface{ Check(p *Payment) error }

func checked(ref string, v validator) error {
	p := &Payment{Reference: ref, Shipping: fixed()}
	if err := v.Check(p); err != nil {
		return err
	}
	return send(p)
}

// The number of elements is known only when the program runs.
func counted(ref string, brands []string) error {
	groups := make([]Group, len(brands))
	return send(Payment{Reference: ref, Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: groups}}) // want `profile.scope "name" lacks`
}

func maybeBoth(ref string, brands []string) error {
	groups := make([]Group, len(brands))
	s := &Shipping{Fixed: groups, Dynamic: &Dynamic{"https://shop.example/shipping"}}
	return send(Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: s})
}

// A type that writes itself.
type own struct{ ref string }

func (o own) MarshalJSON() ([]byte, error) {
	return json.Marshal(Payment{Reference: o.ref, Shipping: fixed()})
}

func itself(ref string) error { return send(own{ref}) }

// Whether there is shipping is decided in a function that others call too.
type order struct {
	ref, scope string
	shipped    bool
}

func start(o order) error {
	p := Payment{Reference: o.ref, Profile: &Profile{o.scope}}
	if o.shipped {
		p.Shipping = fixed()
	}
	return send(p)
}

func decidedBelow(ref string) error { return start(order{ref, "name", true}) }

// A logger that is not seen is given the body, and may change it.
type logger interface{ Printf(string, ...any) }

func logged(ref string, log logger) error {
	p := &Payment{Reference: ref, Shipping: fixed()}
	log.Printf("starting %+v", p)
	return send(p)
}
