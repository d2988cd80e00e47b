// Package build makes payments for others.
package build

import "crosspkg/pay"

func Payment(ref string) *pay.Payment {
	return &pay.Payment{Reference: ref, UserFlow: "WEB_REDIRECT", Profile: Profile(), Shipping: &pay.Shipping{Fixed: []pay.Group{{Type: "MAILBOX"}}}}
}

func Profile() *pay.Profile { return &pay.Profile{Scope: pay.AllScopes} }
