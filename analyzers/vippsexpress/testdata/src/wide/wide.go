// Package wide has structs that are written even with nothing in them.
package wide

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type Profile struct {
	Scope string `json:"scope"`
}

type Group struct {
	Type string `json:"type"`
}

type Dynamic struct {
	URL string `json:"callbackUrl"`
}

// For a struct, omitempty does nothing.
type wide struct {
	Fixed   []Group `json:"fixedOptions,omitempty"`
	Dynamic Dynamic `json:"dynamicOptions,omitempty"`
}

type zero struct {
	Fixed   []Group `json:"fixedOptions,omitempty"`
	Dynamic Dynamic `json:"dynamicOptions,omitzero"`
}

type pointer struct {
	Fixed   []Group  `json:"fixedOptions,omitempty"`
	Dynamic *Dynamic `json:"dynamicOptions,omitempty"`
}

type payment[S any] struct {
	Reference string  `json:"reference"`
	UserFlow  string  `json:"userFlow"`
	Profile   Profile `json:"profile"`
	Shipping  S       `json:"shipping,omitempty"`
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

var full = Profile{"name address email phoneNumber"}

var post = []Group{{"MAILBOX"}}

func Pay(ref, url string, given []Group) error {
	d := Dynamic{"https://a.example"}
	return errors.Join(
		send(payment[*wide]{Reference: ref, Profile: full, Shipping: &wide{Fixed: post}}),                             // want `both fixedOptions and dynamicOptions \(an express payment takes only one of them\); dynamicOptions is written even with nothing in it, since its type is a struct`
		send(payment[*wide]{Reference: ref, Profile: full, Shipping: &wide{Fixed: post, Dynamic: Dynamic{URL: url}}}), // want `shipping has both`
		send(payment[wide]{Reference: ref, Profile: full, Shipping: wide{Fixed: post}}),                               // want `shipping has both`
		send(payment[*wide]{Reference: ref, Profile: full, Shipping: &wide{Dynamic: d}}),
		send(payment[*wide]{Reference: ref, Profile: full, Shipping: &wide{Fixed: given}}),
		send(payment[*wide]{Reference: ref, Profile: Profile{"name"}}),
		send(payment[wide]{Reference: ref, Profile: Profile{"name"}}),
		send(payment[*zero]{Reference: ref, Profile: full, Shipping: &zero{Fixed: post}}),
		send(payment[*pointer]{Reference: ref, Profile: full, Shipping: &pointer{Fixed: post}}),
		send(payment[*pointer]{Reference: ref, Profile: full, Shipping: &pointer{Fixed: post, Dynamic: &d}}), // want `takes only one of them\); leave one out`
	)
}

func Either(ref string, fixed bool) error {
	s := &wide{}
	if fixed {
		s.Fixed = post
	} else {
		s.Dynamic = Dynamic{"https://a.example"}
	}
	return send(payment[*wide]{Reference: ref, Profile: full, Shipping: s}) // want `shipping has both`
}

func EitherRight(ref string, fixed bool) error {
	s := &pointer{}
	if fixed {
		s.Fixed = post
	} else {
		s.Dynamic = &Dynamic{"https://a.example"}
	}
	return send(payment[*pointer]{Reference: ref, Profile: full, Shipping: s})
}

// The shipping is handed to the function that sends.
func start(ref string, s *wide) error {
	return send(payment[*wide]{Reference: ref, Profile: full, Shipping: s})
}

func Handed(ref string) error {
	return errors.Join(
		start(ref, &wide{Fixed: post}), // want `shipping has both`
		start(ref, &wide{Dynamic: Dynamic{"https://a.example"}}),
		start(ref, nil),
	)
}
