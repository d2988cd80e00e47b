// Package orders makes payments, and sends none.
package orders

import "errors"

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
	ReturnURL string    `json:"returnUrl"`
	Profile   *Profile  `json:"profile,omitempty"`
	Shipping  *Shipping `json:"shipping,omitempty"`
}

const AllScopes = "name address email phoneNumber"

func Plain(ref string) *Payment {
	return &Payment{Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://shop.example"}
}

// Full is right.
func Full(ref string, groups []Group) *Payment {
	p := Plain(ref)
	p.Profile = &Profile{AllScopes}
	p.Shipping = &Shipping{Fixed: groups}
	return p
}

// Scant lacks scopes.
func Scant(ref string, groups []Group) *Payment {
	p := Full(ref, groups)
	p.Profile = &Profile{"name"}
	return p
}

// With has the scope that it is given.
func With(ref, scope string, groups []Group) Payment {
	return Payment{Reference: ref, Profile: &Profile{scope}, Shipping: &Shipping{Fixed: groups}}
}

// Maybe decides by what it is given.
func Maybe(ref string, express bool) *Payment {
	p := Plain(ref)
	p.Profile = &Profile{"name"}
	if express {
		p.Profile.Scope = AllScopes
		p.Shipping = &Shipping{Fixed: []Group{{"MAILBOX"}}}
	}
	return p
}

// Filled is changed by a function that is not seen.
func Filled(ref string, fill func(*Payment)) *Payment {
	p := Scant(ref, []Group{{"MAILBOX"}})
	fill(p)
	return p
}

// Kept is one that other packages may set.
var Kept = Payment{Profile: &Profile{"name"}, Shipping: &Shipping{Fixed: []Group{{"MAILBOX"}}}}

func Copied(ref string) Payment {
	p := Kept
	p.Reference = ref
	return p
}

func Checked(ref string) (*Payment, error) {
	if ref == "" {
		return nil, errors.New("no reference")
	}
	return Scant(ref, []Group{{"MAILBOX"}}), nil
}

func CheckedValue(ref string) (Payment, error) {
	if ref == "" {
		return Payment{}, errors.New("no reference")
	}
	return Payment{Reference: ref, Shipping: &Shipping{Fixed: []Group{{"MAILBOX"}}}}, nil
}

// CheckedOther gives an ordinary payment, too.
func CheckedOther(ref string, ordinary bool) (*Payment, error) {
	if ref == "" {
		return nil, errors.New("no reference")
	}
	if ordinary {
		p := Plain(ref)
		p.Profile = &Profile{"name"}
		return p, nil
	}
	return Full(ref, []Group{{"MAILBOX"}}), nil
}
