package defaults

import (
	"errors"
	"flag"
	"os"
)

const allScopes = "name address email phoneNumber"

type pointerProfile struct {
	Scope *string `json:"scope,omitempty"`
}

type pointerPayment struct {
	Reference string          `json:"reference"`
	UserFlow  string          `json:"userFlow"`
	Profile   *pointerProfile `json:"profile,omitempty"`
	Shipping  *Shipping       `json:"shipping,omitempty"`
}

func ptr(s string) *string { return &s }

func ptrOf[T any](v T) *T { return &v }

func byPointer(ref string, scope *string) pointerPayment {
	return pointerPayment{Reference: ref, Profile: &pointerProfile{scope}, Shipping: &Shipping{[]string{"x"}}}
}

func Pointers(ref string, given *string) error {
	local, flagged := "name", "name"
	flag.StringVar(&flagged, "scopes", flagged, "what is shared")
	var empty string
	return errors.Join(
		send(byPointer(ref, ptr("name"))), // want `profile.scope "name" lacks`
		send(byPointer(ref, ptr(allScopes))),
		send(byPointer(ref, ptrOf("name"))), // want `profile.scope "name" lacks`
		send(byPointer(ref, ptrOf(allScopes))),
		send(byPointer(ref, &local)), // want `profile.scope "name" lacks`
		send(byPointer(ref, &flagged)),
		send(byPointer(ref, &empty)), // want `without profile.scope`
		send(byPointer(ref, nil)),    // want `without profile.scope`
		send(byPointer(ref, given)),
		send(byPointer(ref, ptr(os.Getenv("SCOPE")))),
	)
}
