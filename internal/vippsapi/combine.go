package vippsapi

import "slices"

// A Combination is what a value of one field asks of other fields of the same
// request: without it, the request fails whatever else stands in it.
type Combination struct {
	op          string
	Field, Text string   // where the field has this text
	Other, Is   string   // the field Other, where it is there, has this text; Other may be empty
	Needs       []string // one of these fields is there; empty: nothing is needed
	Without     string   // this field, which has texts, is not there; may be empty
	Source      string
}

var combinations = []Combination{
	// ePayment API guide, user flows, and error 5080.
	{op: epaymentStart, Field: "userFlow", Text: "WEB_REDIRECT", Needs: []string{"returnUrl"}, Source: "ePayment API guide, user flows"},
	{op: epaymentStart, Field: "userFlow", Text: "PUSH_MESSAGE", Needs: []string{"customer"}, Source: "ePayment API guide, user flows"},
	// ePayment API guide, card payments.
	{op: epaymentStart, Field: "paymentMethod.type", Text: "CARD", Other: "userFlow", Is: "WEB_REDIRECT", Source: "ePayment API guide, payment methods"},
	// eCom API FAQ: an express payment shares what it needs by itself.
	{op: ecomStart, Field: "merchantInfo.paymentType", Text: "eComm Express Payment", Without: "transaction.scope", Source: "eCom API FAQ, express checkout and scope"},
}

// Combinations returns those of the operation.
func (o *Operation) Combinations() []Combination {
	var list []Combination
	for _, c := range combinations {
		if c.op == o.ID {
			list = append(list, c)
		}
	}
	return list
}

// Combines says whether a combination of the operation asks for the field at a
// path.
func (o *Operation) Combines(path string) bool {
	return slices.ContainsFunc(o.Combinations(), func(c Combination) bool { return slices.Contains(c.Needs, path) })
}
