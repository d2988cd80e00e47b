package vippsapi

import (
	"slices"
	"strings"
)

// An Express says by what a request of an operation starts an express payment,
// in which the customer gives the address and chooses the shipping in the app,
// and what such a request has to have. Fields are named by JSON paths.
type Express struct {
	Op string // operation ID

	// The payment is an express payment where Object is there, or where Field has
	// the text Text; the others are empty.
	Object      string
	Field, Text string

	Scope  string     // the field that lists what the customer shares, or empty
	Scopes []string   // all of which Scope lists
	Needs  [][]string // of each list one field is there
	OneOf  []string   // of which exactly one is there

	// Confirm is the boolean field that has the customer confirm the choices, or
	// empty. It is asked for, and has no effect any more.
	Confirm string
	Source  string
}

var expresses = []Express{
	{
		// The guide gives the four scopes as required for Express; the specification
		// describes the shipping as either of the two, and as used in Express only.
		Op: epaymentStart, Object: "shipping",
		Scope: "profile.scope", Scopes: []string{"name", "address", "email", "phoneNumber"},
		OneOf:  []string{"shipping.fixedOptions", "shipping.dynamicOptions"},
		Source: "ePayment API guide, Express, and ePayment specification 1.8.1, Shipping",
	},
	{
		// The specification has "Express checkouts require consentRemovalPrefix"; the
		// guide adds the shipping. That useExplicitCheckoutFlow has had no effect
		// since March 2023 stands in the change log of the API; the newsletter of
		// November 2022 asked for it.
		Op: ecomStart, Field: "merchantInfo.paymentType", Text: "eComm Express Payment",
		Needs: [][]string{
			{"merchantInfo.consentRemovalPrefix"},
			{"merchantInfo.staticShippingDetails", "merchantInfo.shippingDetailsPrefix"},
		},
		Confirm: "transaction.useExplicitCheckoutFlow",
		Source:  "eCom specification 2.0.3, paymentType, and eCom API guide, express checkout",
	},
}

// Expresses returns what is known of express payments, for each operation that
// starts them.
func Expresses() []*Express {
	var all []*Express
	for i := range expresses {
		all = append(all, &expresses[i])
	}
	return all
}

// Express returns what is known of express payments that the operation starts;
// nil where it starts none.
func (o *Operation) Express() *Express {
	for i := range expresses {
		if expresses[i].Op == o.ID {
			return &expresses[i]
		}
	}
	return nil
}

// Paths lists the fields that an express payment is judged by, each once.
func (x *Express) Paths() []string {
	paths := []string{x.Object, x.Field, x.Scope, x.Confirm}
	for _, group := range x.Needs {
		paths = append(paths, group...)
	}
	paths = append(paths, x.OneOf...)
	slices.Sort(paths)
	paths = slices.Compact(paths)
	return slices.DeleteFunc(paths, func(p string) bool { return p == "" })
}

// WithScopes says which of Scopes a text of Scope lacks, in their order, and
// gives the text with these added. One that is misspelt counts as what it is
// meant for, since CheckText tells of it, and so do commas between them. A text
// with Holes may hold any of them and lacks nothing.
func (x *Express) WithScopes(text string) (lacks []string, all string) {
	if strings.Contains(text, Hole) {
		return nil, text
	}
	meant := text
	if f := OperationByID(x.Op).Field(x.Scope); f != nil {
		if v := f.CheckText(text); v.Want != "" {
			meant = v.Want
		}
	}
	words := strings.Fields(meant)
	for _, s := range x.Scopes {
		if !slices.Contains(words, s) {
			lacks = append(lacks, s)
		}
	}
	return lacks, strings.Join(append(words, lacks...), " ")
}
