// Package vippsexpress finds express payments that lack what makes them one.
//
// In an express payment the customer gives the address and chooses the shipping
// in the app. That asks for more than a payment of 349.00 kr otherwise does, and
// what is missing shows only when somebody tries to pay. The rule looks at whole
// bodies, and reports what is missing only where all that may fill the body is
// seen, through functions and packages; a body that other code may have filled is
// left alone. Payments that are no express payments are not its business: an
// ordinary one may share the name of the customer and nothing else.
//
// # incomplete
//
// An ePayment request with a shipping object has a profile.scope without all four
// of name, address, email and phoneNumber, in any order and with others beside
// them, or it has both or none of fixedOptions and dynamicOptions. A struct
// counts as there where it is written even with nothing in it: omitempty leaves
// out a pointer and no struct. An eCom request with the paymentType
// "eComm Express Payment" has no consentRemovalPrefix, or neither
// staticShippingDetails nor shippingDetailsPrefix. Before:
//
//	Payment{
//		Amount:   Amount{"NOK", 34900},
//		Profile:  &Profile{Scope: "name phoneNumber"},
//		Shipping: &Shipping{FixedOptions: groups},
//	}
//
// After:
//
//	Payment{
//		Amount:   Amount{"NOK", 34900},
//		Profile:  &Profile{Scope: "name phoneNumber address email"},
//		Shipping: &Shipping{FixedOptions: groups},
//	}
//
// The fix adds the scopes that are missing to a text that is written out. A scope
// that is misspelt, or a list with commas, is a matter of vippsfield.
//
// # explicit-flow
//
// An eCom express payment is sent without useExplicitCheckoutFlow, or with false.
// The newsletter of November 2022 asked all merchants to send true, so that
// customers confirm their address and the shipping. Since March 2023 that is the
// only flow there is, and the field has no effect: nothing that a customer sees
// changes with it. So this only informs, and is off by default. Where the type of
// the body is one of a client library that has no such field, the message says
// so: then only the library can send it. Before:
//
//	Transaction{OrderID: id, Amount: 34900}
//
// After:
//
//	Transaction{OrderID: id, Amount: 34900, UseExplicitCheckoutFlow: true}
//
// The fix writes true where false is written out.
package vippsexpress
