// Package shop sells through the client of another package.
package shop

import (
	"context"

	"crosspkg/build"
	"crosspkg/pay"
)

func few(ctx context.Context, c *pay.Client, ref string) error {
	return c.Create(ctx, &pay.Payment{
		Reference: ref, UserFlow: "WEB_REDIRECT",
		Profile:  &pay.Profile{Scope: "name " + pay.Contact}, // want `profile.scope "name email phoneNumber" lacks address`
		Shipping: &pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}},
	})
}

func all(ctx context.Context, c *pay.Client, ref string) error {
	return c.Create(ctx, &pay.Payment{
		Reference: ref, UserFlow: "WEB_REDIRECT",
		Profile:  &pay.Profile{Scope: pay.AllScopes},
		Shipping: &pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}},
	})
}

func noProfile(ctx context.Context, c *pay.Client, ref string) error {
	p := &pay.Payment{Reference: ref, UserFlow: "WEB_REDIRECT"}
	p.Shipping = &pay.Shipping{Dynamic: &pay.Dynamic{URL: "https://shop.example/shipping"}}
	return c.Create(ctx, p) // want `is sent with shipping and without profile.scope`
}

func sharing(ctx context.Context, c *pay.Client, ref string) error {
	return c.Create(ctx, &pay.Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: &pay.Profile{Scope: "name"}})
}

func filled(ctx context.Context, c *pay.Client, ref string) error {
	p := &pay.Payment{Reference: ref, Shipping: &pay.Shipping{Dynamic: &pay.Dynamic{URL: "https://shop.example/shipping"}}}
	pay.Fill(p)
	return c.Create(ctx, p)
}

func both(ctx context.Context, c *pay.Client, ref string) error {
	p := &pay.Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: &pay.Profile{Scope: pay.AllScopes}}
	p.Shipping = &pay.Shipping{Dynamic: &pay.Dynamic{URL: "https://shop.example/shipping"}, Fixed: []pay.Group{{Type: "MAILBOX"}}}
	return c.Create(ctx, p) // want `shipping has both fixedOptions and dynamicOptions`
}

func scope(ctx context.Context, c *pay.Client, ref string) error {
	return c.Express(ctx, ref, "name address", []pay.Group{{Type: "MAILBOX"}}) // want `profile.scope "name address" lacks email and phoneNumber`
}

func scopeRight(ctx context.Context, c *pay.Client, ref string) error {
	return c.Express(ctx, ref, pay.AllScopes, []pay.Group{{Type: "MAILBOX"}})
}

func noGroups(ctx context.Context, c *pay.Client, ref string) error {
	return c.Express(ctx, ref, pay.AllScopes, nil) // want `shipping has neither fixedOptions nor dynamicOptions`
}

func generic(ctx context.Context, c *pay.Client, ref string) error {
	return c.Send(ctx, "/epayment/v1/payments", map[string]any{
		"reference": ref, "userFlow": "WEB_REDIRECT", "profile": pay.Profile{Scope: "name"}, // want `profile.scope "name" lacks`
		"shipping": pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}},
	})
}

func genericRight(ctx context.Context, c *pay.Client, ref string) error {
	return c.Send(ctx, "/epayment/v1/payments", map[string]any{
		"reference": ref, "userFlow": "WEB_REDIRECT", "profile": pay.Profile{Scope: pay.AllScopes},
		"shipping": pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}},
	})
}

func fixed(ctx context.Context, c *pay.Client, ref string) error {
	return c.CreateAny(ctx, map[string]any{ // want `is sent with shipping and without profile.scope`
		"reference": ref, "userFlow": "WEB_REDIRECT", "shipping": pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}},
	})
}

func fixedRight(ctx context.Context, c *pay.Client, ref string) error {
	return c.CreateAny(ctx, map[string]any{
		"reference": ref, "userFlow": "WEB_REDIRECT", "profile": pay.Profile{Scope: pay.AllScopes},
		"shipping": pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}},
	})
}

func raw(ctx context.Context, c *pay.Client, ref string) error {
	return c.CreateRaw(ctx, []byte(`{"reference": "`+ref+`", "profile": {"scope": "name"}, "shipping": {"fixedOptions": [{"type": "MAILBOX"}]}}`)) // want `profile.scope "name" lacks`
}

func rawRight(ctx context.Context, c *pay.Client, ref string) error {
	return c.CreateRaw(ctx, []byte(`{"reference": "`+ref+`", "profile": {"scope": "`+pay.AllScopes+`"}, "shipping": {"fixedOptions": [{"type": "MAILBOX"}]}}`))
}

// What another package makes is not known.

func built(ctx context.Context, c *pay.Client, ref string) error {
	return c.Create(ctx, build.Payment(ref))
}

func builtProfile(ctx context.Context, c *pay.Client, ref string) error {
	p := &pay.Payment{Reference: ref, Shipping: &pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}}}
	p.Profile = build.Profile()
	return c.Create(ctx, p)
}
