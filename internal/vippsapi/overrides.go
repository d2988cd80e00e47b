package vippsapi

import (
	"slices"
	"strings"
)

// Here stands what the specifications leave to prose, and what changed after
// they were written. Each entry names its source.

// A lifeRule says whether the operations below a path still answer.
type lifeRule struct {
	prefix    string // of the path
	status    Status
	successor func(path string) string
}

func to(path string) func(string) string { return func(string) string { return path } }

// lives is read from the top; the first that fits decides. What fits none has
// the status of its specification.
var lives = []lifeRule{
	// Technical update of February 2021: the operation, which specification 2.0.3
	// only marks as deprecated, is removed after 2021-03-01; /details replaces it.
	{"/ecomm/v2/payments/{orderId}/status", Closed, to("/ecomm/v2/payments/{orderId}/details")},
	// eCom changelog: v1 was switched off on 2020-12-04.
	{"/ecomm/v1/", Closed, to("/epayment/v1/payments")},
	// eCom changelog and FAQ: in maintenance, without a date for its end.
	{"/ecomm/v2/integration-test/", Legacy, to("/epayment/v1/test/payments/{reference}/approve")},
	{"/ecomm/v2/", Legacy, func(path string) string {
		path = strings.Replace(path, "/ecomm/v2/payments", "/epayment/v1/payments", 1)
		return strings.TrimSuffix(strings.Replace(path, "{orderId}", "{reference}", 1), "/details")
	}},
	// Technical updates of November 2024 and February 2025: v2 is discontinued.
	{"/recurring/v2/", Closed, func(path string) string { return strings.Replace(path, "/v2/", "/v3/", 1) }},
	// Checkout v2 was announced to shut down on 2024-01-01.
	{"/checkout/v2/", Closed, func(path string) string {
		return strings.Replace(strings.Replace(path, "/v2/", "/v3/", 1), "{sessionId}", "{reference}", 1)
	}},
	// The Checkout documentation is marked as deprecated; existing merchants go on.
	{"/checkout/v3/", Legacy, to("/epayment/v1/payments")},
	// PSP API guide: critical maintenance only, ePayment for PSPs takes over.
	{"/psp/v3/", Legacy, to("/epayment/v1/payments")},
	// Order Management specification 2.1 marks both.
	{"/order-management/v1/receipts/", Deprecated, to("/order-management/v2/{paymentType}/receipts/{orderId}")},
	{"/order-management/v1/orders/", Deprecated, to("/order-management/v2/{paymentType}/categories/{orderId}")},
	// Report specification 2.0 marks it.
	{"/report/v1/", Deprecated, to("/report/v2/ledgers/{ledgerId}/{topic}/dates/{ledgerDate}")},
}

// A readRule says whose payments an operation reads back.
type readRule struct {
	id       string
	families []Family
}

// From the guides on polling. A payment that was started through eCom or
// Checkout can be read through ePayment (ePayment migration guide), not the
// other way round. A list tells the state of each of its members as well.
var reads = []readRule{
	{"GET /ecomm/v2/payments/{orderId}/details", []Family{ECom}},
	{"GET /ecomm/v2/payments/{orderId}/status", []Family{ECom}},
	{"GET /epayment/v1/payments/{reference}", []Family{ECom, EPayment, Checkout}},
	{"GET /epayment/v1/payments/{reference}/events", []Family{ECom, EPayment, Checkout}},
	{"GET /recurring/v2/agreements", []Family{Recurring}},
	{"GET /recurring/v2/agreements/{agreementId}", []Family{Recurring}},
	{"GET /recurring/v2/agreements/{agreementId}/charges", []Family{Recurring}},
	{"GET /recurring/v2/agreements/{agreementId}/charges/{chargeId}", []Family{Recurring}},
	{"GET /recurring/v3/agreements", []Family{Recurring}},
	{"GET /recurring/v3/agreements/{agreementId}", []Family{Recurring}},
	{"GET /recurring/v3/agreements/{agreementId}/charges", []Family{Recurring}},
	{"GET /recurring/v3/agreements/{agreementId}/charges/{chargeId}", []Family{Recurring}},
	{"GET /recurring/v3/charges/{chargeId}", []Family{Recurring}},
	{"GET /checkout/v2/session/{sessionId}", []Family{Checkout}},
	{"GET /checkout/v3/session/{reference}", []Family{Checkout}},
	{"GET /psp/v3/psppayments/{pspTransactionId}/details", []Family{PSP}},
}

// readBacks names for each family the one to recommend.
var readBacks = []struct {
	family Family
	id     string
}{
	{ECom, "GET /ecomm/v2/payments/{orderId}/details"},
	{EPayment, "GET /epayment/v1/payments/{reference}"},
	{Recurring, "GET /recurring/v3/agreements/{agreementId}/charges/{chargeId}"},
	{Checkout, "GET /checkout/v3/session/{reference}"},
	{PSP, "GET /psp/v3/psppayments/{pspTransactionId}/details"},
}

// A fieldRule changes one field of one operation or inbound body.
type fieldRule struct {
	id   string // of the operation or inbound body
	path string
	set  func(*Field)
}

func kroner(source string) func(*Field) {
	return func(f *Field) { f.Kind, f.Source = MajorUnits, source }
}

// A phoneRule is how a field wants its phone number.
type phoneRule struct {
	form           PhoneForm
	plus, national bool
	source         string
}

func (r phoneRule) set(f *Field) {
	f.Kind, f.Phone, f.Plus, f.National, f.Source = Phone, r.form, r.plus, r.national, r.source
}

var (
	shipping = kroner("description of the field: shipping cost in NOK, not øre")

	// The field's pattern decides.
	national = phoneRule{form: National8, source: "pattern of the field"}.set
	msisdn   = phoneRule{form: MSISDN, source: "pattern and description of the field"}.set
	// The schema has no more than a length; the description asks for MSISDN.
	described = phoneRule{form: MSISDN, source: "description of the field"}.set
	// The description asks for MSISDN with country code, the examples have +47.
	prefill = phoneRule{form: MSISDN, plus: true, source: "description and examples of the field"}.set
	// v2 was documented with 8 digits, then with MSISDN.
	recurring2       = phoneRule{form: MSISDN, national: true, source: "pattern and examples of the field"}.set
	recurring2Accept = phoneRule{form: MSISDN, national: true, source: "example of the field"}.set
	hint             = phoneRule{form: LoginHint, source: "guide to merchant-initiated login"}.set

	// Cards that a PSP passes through came after specification 1.8.1, with
	// currencies of their own (ePayment guide for PSPs).
	passthroughCurrency = func(f *Field) {
		f.Enum = append(slices.Clone(f.Enum), "SEK", "USD", "GBP")
		f.Source = "ePayment guide for PSPs"
	}
	passthroughType = func(f *Field) {
		f.Enum = append(slices.Clone(f.Enum), "CARD_PASSTHROUGH")
		f.Source = "ePayment guide for PSPs"
	}
	// The description of the field has the maximum, the list of errors (6010) the
	// minima. Changes of a payment have the same schema but no minimum of their
	// own: what is left of a payment may be less.
	limited = func(f *Field) {
		f.Limited, f.Source = true, "specification and error 6010 of ePayment"
	}
	// eCom takes kroner of Norway only and does not name them.
	norwegian = func(f *Field) {
		f.Limited, f.Currency, f.Source = true, "NOK", "specification and guide of eCom"
	}
	// eCom API guide: an amount of 0 captures all that is reserved.
	captureAll = func(f *Field) {
		norwegian(f)
		f.ZeroIsAll, f.Pattern, f.Source = true, "", "eCom API guide, captures: 0 means the whole reservation"
	}
	// The specification lets a refund leave the amount out; what 0 does is not
	// said, so it is let pass.
	refundAll = func(f *Field) {
		norwegian(f)
		f.ZeroIsAll, f.Pattern, f.Source = true, "", "specification of eCom: the amount of a refund is optional"
	}
)

// businessMinima are the smallest payments by currency, in minor units: for
// these three in any payment (error 6010 of ePayment), for the others where a
// PSP passes a card through (ePayment guide for PSPs).
var businessMinima = []struct {
	currency string
	least    int64
	unit     string
}{
	{"NOK", 100, "øre"},
	{"DKK", 1, "øre"},
	{"EUR", 1, "cent"},
	{"SEK", 100, "öre"},
	{"USD", 1, "cent"},
	{"GBP", 1, "penny"},
}

// anyMinorUnit is what to call the minor unit of a currency that is not known.
const anyMinorUnit = "øre or cent"

var fieldRules = []fieldRule{
	{"POST /ecomm/v2/payments", "merchantInfo.staticShippingDetails[].shippingCost", shipping},
	{"ecom-callback", "shippingDetails.shippingCost", shipping},
	{"POST /ecomm/v2/payments", "transaction.amount", norwegian},
	{"POST /ecomm/v2/payments/{orderId}/capture", "transaction.amount", captureAll},
	{"POST /ecomm/v2/payments/{orderId}/refund", "transaction.amount", refundAll},
	{"POST /epayment/v1/payments", "amount.value", limited},

	{"POST /ecomm/v2/payments", "customerInfo.mobileNumber", national},
	{"POST /ecomm/v2/integration-test/payments/{orderId}/approve", "customerPhoneNumber", national},
	{"POST /psp/v3/psppayments/init", "customerMobileNumber", national},
	{"POST /psp/v3/integration-test/psppayments/{pspTransactionId}/approve", "customerPhoneNumber", national},
	{"ecom-callback", "userDetails.mobileNumber", national},
	{"POST /epayment/v1/payments", "customer.phoneNumber", msisdn},
	{"POST /epayment/v1/test/payments/{reference}/approve", "customer.phoneNumber", msisdn},
	{"POST /recurring/v2/agreements", "customerPhoneNumber", recurring2},
	{"PATCH /recurring/v2/agreements/{agreementId}/accept", "customerPhoneNumber", recurring2Accept},
	{"POST /recurring/v3/agreements", "phoneNumber", described},
	{"PATCH /recurring/v3/agreements/{agreementId}/accept", "phoneNumber", described},
	{"POST /checkout/v2/session", "prefillCustomer.phoneNumber", prefill},
	{"POST /checkout/v3/session", "prefillCustomer.phoneNumber", prefill},
	{"POST /vipps-login-ciba/api/backchannel/authentication", "loginHint", hint},
	{"POST /vipps-login-ciba/api/v1/user-exists", "loginHint", hint},

	{"POST /epayment/v1/payments", "amount.currency", passthroughCurrency},
	{"POST /epayment/v1/payments", "paymentMethod.type", passthroughType},
	{"POST /epayment/v1/payments/{reference}/capture", "modificationAmount.currency", passthroughCurrency},
	{"POST /epayment/v1/payments/{reference}/refund", "modificationAmount.currency", passthroughCurrency},
}

// hintField is the name that the standard and the guide give to what the Login
// file of 2025 calls loginHint.
var hintField = Field{Path: "login_hint", Kind: Phone, Type: "string", Phone: LoginHint, Source: "guide to merchant-initiated login"}

// override brings an operation of the specifications up to what is known.
func override(o *Operation) {
	for _, l := range lives {
		if strings.HasPrefix(o.Path+"/", l.prefix) {
			o.Status, o.Successor = l.status, l.successor(o.Path)
			break
		}
	}
	for _, r := range reads {
		if r.id == o.ID {
			o.ReadsBack = r.families
		}
	}
	if o.Family == Userinfo {
		// The guide to Userinfo after Recurring: with the key the answer is 401,
		// though the specification of 2023 still requires it.
		o.Headers = slices.DeleteFunc(slices.Clone(o.Headers), func(h string) bool { return h == subscriptionKey })
	}
	o.Fields = overrideFields(o.ID, o.Fields)
	if o.Field("loginHint") != nil {
		o.Fields = append(o.Fields, hintField)
	}
}

func overrideFields(id string, fields []Field) []Field {
	cloned := false
	for _, r := range slices.Concat(fieldRules, valueRules) {
		if r.id != id {
			continue
		}
		if !cloned {
			fields, cloned = slices.Clone(fields), true
		}
		if f := fieldAt(fields, r.path); f != nil {
			r.set(f)
		}
	}
	return fields
}

// extraOperations are those that no file has.
var extraOperations = []Operation{
	{ID: "POST /ecomm/v1/payments", Family: ECom, Version: "v1", Method: "POST", Path: "/ecomm/v1/payments", Purpose: Initiate,
		Headers: []string{"Authorization", subscriptionKey, "X-Request-Id"}, Source: "eCom changelog"},
	{ID: "POST /recurring/v4/agreements/charges", Family: Recurring, Version: "v4", Method: "POST", Path: "/recurring/v4/agreements/charges", Purpose: Charge,
		Headers: []string{"Authorization", "Idempotency-Key", subscriptionKey}, Status: Current, Source: "guide to Recurring for PSPs"},
	{ID: "GET /recurring/v4/agreements/{agreementId}/charges/{chargeId}/payment-info", Family: Recurring, Version: "v4", Method: "GET",
		Path: "/recurring/v4/agreements/{agreementId}/charges/{chargeId}/payment-info", Purpose: Other,
		Headers: []string{"Authorization", subscriptionKey}, Status: Current, Source: "guide to Recurring for PSPs"},
	{ID: "POST /recurring/v4/agreements/{agreementId}/charges/{chargeId}/result", Family: Recurring, Version: "v4", Method: "POST",
		Path: "/recurring/v4/agreements/{agreementId}/charges/{chargeId}/result", Purpose: Other,
		Headers: []string{"Authorization", "Idempotency-Key", subscriptionKey}, Status: Current, Source: "guide to Recurring for PSPs"},
}
