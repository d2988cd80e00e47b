package vippsapi

import "slices"

// The operations of which several fields are corrected.
const (
	ecomStart     = "POST /ecomm/v2/payments"
	epaymentStart = "POST /epayment/v1/payments"
	agreement3    = "POST /recurring/v3/agreements"
	agreement2    = "POST /recurring/v2/agreements"
	checkoutStart = "POST /checkout/v3/session"
	checkout2     = "POST /checkout/v2/session"
	pspStart      = "POST /psp/v3/psppayments/init"
	qrStart       = "POST /qr/v1/merchant-redirect"
	qrChange      = "PUT /qr/v1/merchant-redirect/{id}"
	register      = "POST /webhooks/v1/webhooks"
)

func web(w Web, tail, source string) func(*Field) {
	return func(f *Field) { f.Web, f.Tail, f.Source = w, tail, source }
}

var (
	// eCom API guide, callbacks and fallback: https is enforced since October
	// 2022, and the endpoints must be reachable from the internet.
	ecomRedirect = web(Redirect, "", "eCom API guide, fallback")
	// The knowledge base on redirects: https, or the scheme of an app.
	redirect = web(Redirect, "", "knowledge base, redirects")
	// The knowledge base on callbacks: https only, a public host.
	called = web(Callback, "", "knowledge base, callbacks")

	// Sales units have up to seven digits by now, as the ePayment specification
	// 1.8.1 says of the same number.
	sevenDigits = func(f *Field) { f.MaxLen, f.Source = 7, "ePayment specification 1.8.1, Merchant-Serial-Number" }

	// The enumeration lacks what an example of the same specification sends.
	fullFlex = func(f *Field) {
		f.Enum, f.Source = append(slices.Clone(f.Enum), "FULL_FLEX_CAMPAIGN"), "examples of Recurring specification 3.1.2"
	}
	// The example of the field has ten digits, its pattern nine.
	anyIdentifier = func(f *Field) { f.Pattern, f.Source = "", "example of the field" }

	// Userinfo API guide, scopes. New ones may come.
	scopes = func(f *Field) {
		f.Kind, f.Open, f.Words, f.Source = Enum, true, true, "Userinfo API guide, scope"
		f.Enum = []string{
			"accountNumbers", "address", "api_version_2", "birthDate", "delegatedConsents", "email", "name", "nin", "openid",
			"phoneNumber", "promotions",
		}
	}
	// Webhooks API guide, events. New ones may come.
	eventNames = func(f *Field) {
		f.Kind, f.Open, f.Source = Enum, true, "Webhooks API guide, events"
		for _, e := range events {
			f.Enum = append(f.Enum, e.name)
		}
	}
)

// valueRules say of fields which values Vipps takes, where the specification
// leaves that to a guide.
var valueRules = []fieldRule{
	{ecomStart, "merchantInfo.callbackPrefix", web(Callback, "/v2/payments", "eCom API guide, callbacks")},
	{ecomStart, "merchantInfo.shippingDetailsPrefix", web(Callback, "/v2/payments", "eCom API guide, shipping details")},
	{ecomStart, "merchantInfo.consentRemovalPrefix", web(Callback, "/v2/consents", "eCom API guide, consent removal")},
	{ecomStart, "merchantInfo.fallBack", ecomRedirect},
	{epaymentStart, "returnUrl", redirect},
	{epaymentStart, "shipping.dynamicOptions.callbackUrl", called},
	{agreement3, "merchantRedirectUrl", redirect},
	{agreement2, "merchantRedirectUrl", redirect},
	{checkoutStart, "merchantInfo.callbackUrl", called},
	{checkoutStart, "merchantInfo.returnUrl", redirect},
	{checkoutStart, "logistics.dynamicOptionsCallback", called},
	{checkout2, "merchantInfo.callbackPrefix", called},
	{checkout2, "merchantInfo.returnUrl", redirect},
	{checkout2, "logistics.dynamicOptionsCallback", called},
	{pspStart, "makePaymentUrl", called},
	{pspStart, "pspRedirectUrl", redirect},
	{register, "url", called},
	{qrStart, "redirectUrl", redirect},
	{qrChange, "redirectUrl", redirect},

	{ecomStart, "merchantInfo.merchantSerialNumber", sevenDigits},
	{"POST /ecomm/v2/payments/{orderId}/capture", "merchantInfo.merchantSerialNumber", sevenDigits},
	{"POST /ecomm/v2/payments/{orderId}/refund", "merchantInfo.merchantSerialNumber", sevenDigits},
	{"PUT /ecomm/v2/payments/{orderId}/cancel", "merchantInfo.merchantSerialNumber", sevenDigits},

	{agreement3, "campaign.type", fullFlex},
	{"POST /management/v1/product-orders", "businessIdentifier.id", anyIdentifier},

	{ecomStart, "transaction.scope", scopes},
	{epaymentStart, "profile.scope", scopes},
	{agreement3, "scope", scopes},
	{agreement2, "scope", scopes},
	{register, "events[]", eventNames},
}
