// Package forms has the forms in which merchants put an express payment together.
package forms

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
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

func send(ctx context.Context, p *Payment) error {
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.vipps.no/epayment/v1/payments", bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func fixed() *Shipping { return &Shipping{Fixed: []Group{{"MAILBOX"}}} }

// A list of scopes.

func listed(ctx context.Context, ref string) error {
	scopes := []string{"name", "email", "phoneNumber"}
	return send(ctx, &Payment{Reference: ref, Profile: &Profile{strings.Join(scopes, " ")}, Shipping: fixed()}) // want `profile.scope "name email phoneNumber" lacks address`
}

func listedRight(ctx context.Context, ref string) error {
	scopes := []string{"name", "email", "phoneNumber", "address"}
	return send(ctx, &Payment{Reference: ref, Profile: &Profile{strings.Join(scopes, " ")}, Shipping: fixed()})
}

// A variable on two branches, neither of which is enough.

func branches(ctx context.Context, ref string, full bool) error {
	scope := "name"
	if full {
		scope = "name address"
	}
	return send(ctx, &Payment{Reference: ref, Profile: &Profile{scope}, Shipping: fixed()}) // want `is sent with shipping and never with all scopes in profile.scope \(.*\); set profile.scope to "name address email phoneNumber"`
}

func branchesRight(ctx context.Context, ref string, full bool) error {
	scope := AllScopes
	if full {
		scope += " birthDate"
	}
	return send(ctx, &Payment{Reference: ref, Profile: &Profile{scope}, Shipping: fixed()})
}

// A builder.

type builder struct{ p Payment }

func newBuilder(ref string) *builder {
	return &builder{Payment{Reference: ref, UserFlow: "WEB_REDIRECT"}}
}

func (b *builder) express() *builder {
	b.p.Shipping = fixed()
	return b
}

func (b *builder) scope(s string) *builder {
	b.p.Profile = &Profile{s}
	return b
}

func (b *builder) send(ctx context.Context) error { return send(ctx, &b.p) }

func chained(ctx context.Context, ref string) error {
	b := newBuilder(ref)
	b.express()
	b.scope("name") // want `profile.scope "name" lacks`
	return b.send(ctx)
}

// A function of its own for shipping.

func bothKinds() *Shipping {
	s := fixed()
	s.Dynamic = &Dynamic{"https://shop.example/shipping"}
	return s
}

func helper(ctx context.Context, ref string) error {
	return send(ctx, &Payment{Reference: ref, Profile: &Profile{AllScopes}, Shipping: bothKinds()}) // want `shipping has both`
}

func branchWithHelper(ctx context.Context, ref string, express bool) error {
	p := &Payment{Reference: ref, Profile: &Profile{"name"}} // want `profile.scope "name" lacks`
	if express {
		p.Shipping = fixed()
	}
	return send(ctx, p)
}

func branchWithHelperRight(ctx context.Context, ref string, express bool) error {
	p := &Payment{Reference: ref, Profile: &Profile{AllScopes}}
	if express {
		p.Shipping = fixed()
	}
	return send(ctx, p)
}

// A parameter decides what is shared.

func start(ctx context.Context, ref, scope string, s *Shipping) error {
	return send(ctx, &Payment{Reference: ref, Profile: &Profile{Scope: scope}, Shipping: s})
}

func ordinary(ctx context.Context, ref string) error { return start(ctx, ref, "name", nil) }

func express(ctx context.Context, ref string) error {
	return start(ctx, ref, "name", fixed()) // want `profile.scope "name" lacks`
}

func expressRight(ctx context.Context, ref string) error { return start(ctx, ref, AllScopes, fixed()) }

func twoFunctionsUp(ctx context.Context, ref, scope string) error {
	return start(ctx, ref, scope, fixed())
}

func atTheTop(ctx context.Context, ref string) error {
	return twoFunctionsUp(ctx, ref, "email") // want `profile.scope "email" lacks`
}

func atTheTopRight(ctx context.Context, ref string) error { return twoFunctionsUp(ctx, ref, AllScopes) }

// Printed before it is sent, which changes nothing.

func logged(ctx context.Context, ref string) error {
	p := &Payment{Reference: ref, Shipping: fixed()}
	fmt.Printf("starting %+v\n", p)
	return send(ctx, p) // want `without profile.scope`
}

// Of types of their own.

type scopeList string

const contact scopeList = "email phoneNumber"

type typedProfile struct {
	Scope scopeList `json:"scope"`
}

type typedPayment struct {
	Reference string       `json:"reference"`
	UserFlow  string       `json:"userFlow"`
	Profile   typedProfile `json:"profile"`
	Shipping  Shipping     `json:"shipping"`
}

func typed(ref string) error {
	b, err := json.Marshal(typedPayment{ref, "WEB_REDIRECT", typedProfile{contact}, Shipping{Dynamic: &Dynamic{"https://shop.example/shipping"}}}) // want `profile.scope "email phoneNumber" lacks name and address`
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Anonymous structs, filled field by field.

func anonymous(ref string) error {
	var p struct {
		Reference string `json:"reference"`
		Profile   struct {
			Scope string `json:"scope"`
		} `json:"profile"`
		Shipping struct {
			Fixed   []Group `json:"fixedOptions,omitempty"`
			Dynamic *struct {
				URL string `json:"callbackUrl"`
			} `json:"dynamicOptions,omitempty"`
		} `json:"shipping"`
	}
	p.Reference = ref
	p.Profile.Scope = "name email phoneNumber" // want `lacks address`
	p.Shipping.Fixed = append(p.Shipping.Fixed, Group{"MAILBOX"})
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

// Of two texts, one is meant for ordinary payments, and right.

func kinds(ctx context.Context, ref string, express bool) error {
	p := &Payment{Reference: ref}
	if express {
		p.Profile, p.Shipping = &Profile{"name address email"}, fixed()
	} else {
		p.Profile = &Profile{"name"}
	}
	return send(ctx, p) // want `never with all scopes in profile.scope`
}
