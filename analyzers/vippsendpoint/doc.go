// Package vippsendpoint finds requests to addresses that do not answer.
//
// APIs are closed, and their requests fail from one day to the next: each
// customer who was about to pay 349.00 kr sees an error. The rule knows which
// paths and hosts no longer answer, and names what replaces them. It reports a
// request only where everything that it can ask for is closed, and leaves alone
// what comes from a configuration.
//
// # closed
//
// The operation, its API or the host no longer answers: eCom v1, the status
// operation of eCom v2, Recurring v2, Checkout v2, and the hosts of MobilePay
// from before it became one with Vipps. Before:
//
//	http.NewRequest("GET", base+"/ecomm/v2/payments/"+id+"/status", nil) // were the 349.00 kr paid?
//
// After:
//
//	http.NewRequest("GET", base+"/ecomm/v2/payments/"+id+"/details", nil)
//
// # test-in-production
//
// A payment, an agreement or a charge is approved by the merchant at the
// production host. Only the test environment takes that. Before:
//
//	http.Post("https://api.vipps.no/epayment/v1/test/payments/"+ref+"/approve", "application/json", body)
//
// After:
//
//	http.Post("https://apitest.vipps.no/epayment/v1/test/payments/"+ref+"/approve", "application/json", body)
//
// The other way round, a program that talks to the test environment, is not
// reported.
//
// # legacy
//
// The API still runs, but is not for new work: eCom v2, Checkout v3 and PSP v3.
// There is no date for their end, so this only informs, and is off by default.
// Before:
//
//	http.Post(base+"/ecomm/v2/payments", "application/json", body)
//
// After:
//
//	http.Post(base+"/epayment/v1/payments", "application/json", body)
//
// The bodies of the two differ, and a payment that was started through eCom can
// be captured and refunded through ePayment.
package vippsendpoint
