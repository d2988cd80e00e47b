// Package made makes payments that lack something.
package made

type Shipping struct {
	Fixed []string `json:"fixedOptions"`
}

type Request struct {
	Reference string    `json:"reference"`
	UserFlow  string    `json:"userFlow"`
	Shipping  *Shipping `json:"shipping"`
}

func Payment(ref string) *Request { return &Request{ref, "WEB_REDIRECT", &Shipping{[]string{"x"}}} }
