// Package epayment starts express payments through ePayment, by structs.
package epayment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

const create = "https://api.vipps.no/epayment/v1/payments"

const allScopes = "name address email phoneNumber"

type Amount struct {
	Currency string `json:"currency"`
	Value    int    `json:"value"`
}

type Method struct {
	Type string `json:"type"`
}

type Profile struct {
	Scope string `json:"scope,omitempty"`
}

type Group struct {
	Type  string `json:"type"`
	Brand string `json:"brand"`
}

type Dynamic struct {
	CallbackURL string `json:"callbackUrl"`
	Token       string `json:"callbackAuthorizationToken,omitempty"`
}

type Shipping struct {
	Fixed   []Group  `json:"fixedOptions,omitempty"`
	Dynamic *Dynamic `json:"dynamicOptions,omitempty"`
}

type Payment struct {
	Amount    Amount    `json:"amount"`
	Method    Method    `json:"paymentMethod"`
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	ReturnURL string    `json:"returnUrl"`
	Profile   *Profile  `json:"profile,omitempty"`
	Shipping  *Shipping `json:"shipping,omitempty"`
}

var client http.Client

func send(p any) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", create, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func base(ref string) Payment {
	return Payment{
		Amount: Amount{"NOK", 34900}, Method: Method{"WALLET"}, Reference: ref,
		UserFlow: "WEB_REDIRECT", ReturnURL: "https://shop.example/done",
	}
}

var groups = []Group{{"HOME_DELIVERY", "POSTEN"}}

// Ordinary payments.

func ordinary(ref string) error { return send(base(ref)) }

func sharesName(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "name phoneNumber"}
	return send(p)
}

func sharesAll(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	return send(p)
}

// Two scopes are missing.

func twoScopes(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "name phoneNumber"} // want `profile.scope "name phoneNumber" lacks address and email \(an express payment is only possible with name, address, email and phoneNumber\); write "name phoneNumber address email"`
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

func fourScopes(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "name phoneNumber address email"}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

func otherOrder(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "phoneNumber email address name"}
	p.Shipping = &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}
	return send(p)
}

func moreScopes(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes + " birthDate"}
	p.Shipping = &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}
	return send(p)
}

// No profile at all.

func noProfile(ref string) error {
	p := base(ref)
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p) // want `POST /epayment/v1/payments is sent with shipping and without profile.scope \(an express payment is only possible with name, address, email and phoneNumber\); set profile.scope to "name address email phoneNumber"`
}

func nilProfile(ref string) error {
	p := Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: nil, Shipping: &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}}
	return send(p) // want `is sent with shipping and without profile.scope`
}

func emptyScope(ref string) error {
	p := Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: &Profile{}, Shipping: &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}}
	return send(p) // want `is sent with shipping and without profile.scope`
}

func withProfile(ref string) error {
	p := Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: &Profile{allScopes}, Shipping: &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}}
	return send(p)
}

// The scopes are put together.

func joined(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: strings.Join([]string{"name", "address", "email", "phoneNumber"}, " ")}
	p.Shipping = &Shipping{Fixed: groups}
	return send(p)
}

const contact = "email phoneNumber"

func sum(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "name " + contact} // want `profile.scope "name email phoneNumber" lacks address`
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

func wholeSum(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "name address " + contact}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

func printed(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: fmt.Sprintf("%s %s", "name", contact)} // want `profile.scope "name email phoneNumber" lacks address`
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

func printedWhole(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: fmt.Sprintf("%s %s %s", "name", "address", contact)}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

func printedUnknown(ref, more string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: fmt.Sprintf("name %s", more)}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	return send(p)
}

// Both and none of the options.

func both(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}, Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}
	return send(p) // want `shipping has both fixedOptions and dynamicOptions \(an express payment takes only one of them\); leave one out`
}

func none(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	p.Shipping = &Shipping{}
	return send(p) // want `shipping has neither fixedOptions nor dynamicOptions \(an express payment needs the one or the other\); set one of them`
}

func emptyList(ref string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	p.Shipping = &Shipping{Fixed: []Group{}}
	return send(p) // want `shipping has neither fixedOptions nor dynamicOptions`
}

// Bound to a condition.

func onOneBranch(ref string, express bool) error {
	p := base(ref)
	if express {
		p.Profile = &Profile{Scope: "name address"} // want `profile.scope "name address" lacks email and phoneNumber`
		p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	}
	return send(p)
}

func onOneBranchRight(ref string, express bool) error {
	p := base(ref)
	p.Profile = &Profile{Scope: "name"}
	if express {
		p.Profile = &Profile{Scope: allScopes}
		p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	}
	return send(p)
}

func eitherOr(ref string, dynamic bool) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	p.Shipping = &Shipping{}
	if dynamic {
		p.Shipping.Dynamic = &Dynamic{CallbackURL: "https://shop.example/shipping"}
	} else {
		p.Shipping.Fixed = []Group{{"HOME_DELIVERY", "POSTEN"}}
	}
	return send(p)
}

func oneOfTwo(ref string, dynamic bool) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	if dynamic {
		p.Shipping = &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}
	} else {
		p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	}
	return send(p)
}

func fixedAndSometimesDynamic(ref string, dynamic bool) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	if dynamic {
		p.Shipping.Dynamic = &Dynamic{CallbackURL: "https://shop.example/shipping"}
	}
	return send(p) // want `shipping has both fixedOptions and dynamicOptions`
}

func fixedOrDynamic(ref string, dynamic bool) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
	if dynamic {
		p.Shipping.Fixed = nil
		p.Shipping.Dynamic = &Dynamic{CallbackURL: "https://shop.example/shipping"}
	}
	return send(p)
}

// Filled in a loop.

func looped(ref string, brands []string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	s := &Shipping{}
	for _, b := range brands {
		s.Fixed = append(s.Fixed, Group{"HOME_DELIVERY", b})
	}
	p.Shipping = s
	return send(p)
}

func loopedAndDynamic(ref string, brands []string) error {
	p := base(ref)
	p.Profile = &Profile{Scope: allScopes}
	s := &Shipping{Dynamic: &Dynamic{CallbackURL: "https://shop.example/shipping"}}
	for _, b := range brands {
		s.Fixed = append(s.Fixed, Group{"HOME_DELIVERY", b})
	}
	p.Shipping = s
	return send(p) // want `shipping has both fixedOptions and dynamicOptions`
}

// Set by another function, through a pointer.

func addShipping(p *Payment) {
	p.Shipping = &Shipping{Fixed: []Group{{"HOME_DELIVERY", "POSTEN"}}}
}

func addProfile(p *Payment, scope string) { p.Profile = &Profile{Scope: scope} }

func byPointer(ref string) error {
	p := base(ref)
	addShipping(&p)
	return send(p) // want `is sent with shipping and without profile.scope`
}

func byPointerRight(ref string) error {
	p := base(ref)
	addShipping(&p)
	addProfile(&p, allScopes)
	return send(&p)
}

func byPointerWrong(ref string) error {
	p := base(ref)
	addShipping(&p)
	addProfile(&p, "email") // want `profile.scope "email" lacks name, address and phoneNumber`
	return send(&p)
}
