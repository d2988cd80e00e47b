// Package vippsphone finds phone numbers in a form that Vipps does not take.
//
// The APIs want phone numbers in different forms: eCom and PSP eight digits
// without country code (90012345), ePayment, Recurring and Checkout the country
// code and the number, digits only (4790012345), a login the same behind
// urn:msisdn: (urn:msisdn:4790012345). Far too many payments fail because of a
// number in another form: the request is refused, or the push message is never
// sent and the customer, who was about to pay 349.00 kr, meets a page that asks
// for the number again. Where the request skips that page, there is nothing left
// to pay on, and the finding says so.
//
// The rule judges what the program says of a number before it runs, wherever the
// number goes into a phone field of a request, the approvals of the test
// environment among them: literals, constants and their sums, variables with one
// known value, entries of maps, JSON texts and forms, arguments of a client
// package. Of a number whose rest is only known when the program runs, its
// beginning is judged, as in "+47" + number.
//
// It leaves alone
//
//   - numbers that are only known when the program runs, and those that it may
//     have cleaned before: trimmed, replaced, matched, looked at, or given in
//     more than one form;
//   - empty texts, which mean that no number is given;
//   - numbers that are possible, even if no operator gave them out (12345678 is
//     the documentation's own), and what can be read two ways: eight digits that
//     begin like a country code, or "47" + number where eight digits are wanted;
//   - the + that Checkout's own examples have, and the eight digits that those of
//     Recurring v2 have;
//   - phone numbers of other services.
//
// A finding says whether the schema of the request refuses the number, or only
// the documentation is against it.
//
// The fix writes the number in the right form where that is certain and the
// number stands in the request itself. Which country a number without a code
// belongs to is not certain.
//
// # malformed
//
// The number has letters, blanks or the wrong length, or the zero that some
// countries dial before a number at home. Before:
//
//	Customer: Customer{PhoneNumber: "47 900 12 345"} // ePayment refuses the 349.00 kr
//
// After:
//
//	Customer: Customer{PhoneNumber: "4790012345"}
//
// # country-code
//
// The country code is there where the API wants none, or missing where it wants
// one. Before, for ePayment:
//
//	Customer: Customer{PhoneNumber: "90012345"} // 349.00 kr that nobody is asked to pay
//
// After:
//
//	Customer: Customer{PhoneNumber: "4790012345"}
//
// For eCom it is the other way round: "90012345" is right.
//
// # unusable-prefix
//
// The number begins with + or 00. Before:
//
//	Customer: Customer{PhoneNumber: "+47" + number} // ePayment refuses the 349.00 kr
//
// After:
//
//	Customer: Customer{PhoneNumber: "47" + number}
package vippsphone
