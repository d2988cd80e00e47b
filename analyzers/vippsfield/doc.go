// Package vippsfield finds values and names that the specification refuses.
//
// Every constant that goes into a request is held against the specification of
// the operation it goes to, and so are the names and types of the body and the
// headers of which the values are limited. What Vipps refuses fails for each
// customer: nobody can pay the 349.00 kr until somebody reads the log. The rule
// judges what stands in the program, followed through functions and packages,
// and only where there is nothing else on any way to the field, unless it is a
// slip of one of a few values; what is only known when the program runs is left
// alone, and so are empty texts, which mean that no value is given. Amounts and
// phone numbers have rules of their own.
//
// The fix writes what was meant where that is certain.
//
// # pattern
//
// A text has letters that the field does not take, or is too short or too long.
// A text that is put together is judged where its constant part decides already.
// Before:
//
//	Payment{Reference: "order_" + id, Amount: Amount{"NOK", 34900}} // a reference has no underscore
//
// After:
//
//	Payment{Reference: "order-" + id, Amount: Amount{"NOK", 34900}}
//
// # range
//
// A number is smaller or larger than the field allows. Before:
//
//	Charge{RetryDays: 30, Amount: 34900} // 0 to 14
//
// After:
//
//	Charge{RetryDays: 14, Amount: 34900}
//
// # enum
//
// A text is none of those that there are: the way into the app, the currency,
// the payment method, the unit of an interval, the name of an event in the
// registration of a webhook. Of events and scopes, where new ones may come, only
// a slip of one that is known is reported. A value that what else stands in the
// body rules out is reported too: PUSH_MESSAGE without a customer, WEB_REDIRECT
// without a returnUrl, CARD with another flow than WEB_REDIRECT, an express payment
// of eCom together with a scope. Before:
//
//	Payment{UserFlow: "WEB_REDIRET", Amount: Amount{"NOK", 34900}}
//
// After:
//
//	Payment{UserFlow: "WEB_REDIRECT", Amount: Amount{"NOK", 34900}}
//
// # type
//
// A field is written as another JSON type than the API takes. A serial number of
// a merchant that is sent as a number is answered with status 500. Before:
//
//	type MerchantInfo struct {
//		MerchantSerialNumber int `json:"merchantSerialNumber"`
//	}
//
// After:
//
//	type MerchantInfo struct {
//		MerchantSerialNumber string `json:"merchantSerialNumber"`
//	}
//
// # unknown-name
//
// A name of the body is not one of the operation's, but one letter or the letter
// case away from one that the body lacks. Before:
//
//	FallBack string `json:"fallback"` // answered with status 500
//
// After:
//
//	FallBack string `json:"fallBack"`
//
// # insecure-url
//
// Vipps or the customer cannot go to an address, or not safely: one with http,
// one of the machine itself, or a prefix that ends already in what Vipps appends
// to it. In requests to the test environment such addresses are left alone.
// Before:
//
//	MerchantInfo{CallbackPrefix: "http://shop.example/vipps/v2/payments"}
//
// After:
//
//	MerchantInfo{CallbackPrefix: "https://shop.example/vipps"}
package vippsfield
