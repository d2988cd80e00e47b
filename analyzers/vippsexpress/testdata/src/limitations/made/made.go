// Package made makes payments that lack something.
package made

import "errors"

type Dynamic struct {
	URL string `json:"callbackUrl"`
}

type Shipping struct {
	Fixed   []string `json:"fixedOptions"`
	Dynamic *Dynamic `json:"dynamicOptions"`
}

type Profile struct {
	Scope string `json:"scope"`
}

type Request struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Profile   *Profile  `json:"profile"`
	Shipping  *Shipping `json:"shipping"`
}

func Payment(ref string) (*Request, error) {
	if ref == "" {
		return nil, errors.New("no reference")
	}
	return &Request{Reference: ref, UserFlow: "WEB_REDIRECT", Shipping: &Shipping{Fixed: []string{"x"}}}, nil
}

func Scope() string { return "name" }

func Both() *Shipping {
	return &Shipping{Fixed: []string{"x"}, Dynamic: &Dynamic{"https://shop.example"}}
}
