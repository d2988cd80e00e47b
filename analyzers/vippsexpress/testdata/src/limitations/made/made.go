// Package made makes payments that lack something.
package made

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

func Scope() string { return "name" }

func Both() *Shipping {
	return &Shipping{Fixed: []string{"x"}, Dynamic: &Dynamic{"https://shop.example"}}
}
