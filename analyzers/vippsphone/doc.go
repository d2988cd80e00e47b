// Package vippsphone finds phone numbers in a form that Vipps does not take.
//
// The APIs want phone numbers in different forms: eCom and PSP eight digits
// without country code (90012345), ePayment, Recurring and Checkout the country
// code and the number, digits only (4790012345). Far too many payments fail
// because of a number in another form: the request is refused, or the push
// message is never sent and the customer, who was about to pay 349.00 kr, meets
// a page that asks for the number again.
//
// The rule judges the texts that stand in the program: literals, constants and
// their sums, wherever they go into a phone field of a request. Numbers that are
// only known when the program runs are left alone, and so are empty texts, which
// mean that no number is given, phone numbers of other services, and numbers
// that are possible even if no operator gave them out. Where only the
// documentation asks for a form and the schema does not, the finding says so.
//
// The fix writes the number in the right form where that is certain and the
// number stands in the request itself.
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
//	Customer: Customer{PhoneNumber: "+4790012345"} // ePayment refuses the 349.00 kr
//
// After:
//
//	Customer: Customer{PhoneNumber: "4790012345"}
package vippsphone
