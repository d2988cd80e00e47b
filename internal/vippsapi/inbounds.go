package vippsapi

// An inboundRule says of a body of the specifications what they leave to prose.
type inboundRule struct {
	id      string
	payment bool
	path    string
	headers []string
}

var inboundRules = []inboundRule{
	// eCom API guide: Vipps appends the path to the prefix of the initiate
	// request and echoes its authToken.
	{"ecom-callback", true, "/v2/payments/{orderId}", []string{"Authorization"}},
	{"ecom-consent", false, "/v2/consents/{userId}", []string{"Authorization"}},
	{"ecom-shipping", false, "/v2/payments/{orderId}/shippingDetails", []string{"Authorization"}},
	// ePayment guide to Express: the callbackAuthorizationToken is echoed.
	{"epayment-shipping", false, "", []string{"Authorization"}},
	// Checkout API guide: v3 calls the callbackUrl as it stands, the checklist
	// names the path for a callbackPrefix.
	{"checkout-callback", true, "/checkout/{version}/order/{orderId}", []string{"Authorization"}},
	{"checkout-logistics", false, "", []string{"Authorization"}},
	// PSP API guide: here the PSP itself makes the payment.
	{"psp-make-payment", false, "", []string{"Authorization"}},
}

func overrideInbound(in *Inbound) {
	for _, r := range inboundRules {
		if r.id == in.ID {
			in.Payment, in.Path, in.Headers = r.payment, r.path, r.headers
		}
	}
	in.Fields = overrideFields(in.ID, in.Fields)
}

// webhookHeaders are those of every delivery of the Webhooks API (guide to
// request authentication).
var webhookHeaders = []string{"Authorization", "x-ms-content-sha256", "x-ms-date"}

// extraInbounds are the webhook deliveries, of which no specification has a
// schema. The Webhooks API guide shows them.
var extraInbounds = []Inbound{
	{ID: "webhook-payment", Family: EPayment, Payment: true, Headers: webhookHeaders, Source: "Webhooks API guide, events of ePayment", Fields: []Field{
		{Path: "amount", Kind: Plain, Type: "object", Required: true},
		{Path: "amount.currency", Kind: Plain, Type: "string", Required: true},
		{Path: "amount.value", Kind: MinorUnits, Type: "integer", Required: true},
		{Path: "idempotencyKey", Kind: Plain, Type: "string"},
		{Path: "msn", Kind: Plain, Type: "string", Required: true},
		{Path: "name", Kind: Plain, Type: "string", Required: true},
		{Path: "pspReference", Kind: Plain, Type: "string", Required: true},
		{Path: "reference", Kind: Reference, Type: "string", Required: true},
		{Path: "success", Kind: Plain, Type: "boolean", Required: true},
		{Path: "timestamp", Kind: Plain, Type: "string", Required: true},
	}},
	{ID: "webhook-agreement", Family: Recurring, Payment: true, Headers: webhookHeaders, Source: "Webhooks API guide, events of Recurring", Fields: []Field{
		{Path: "agreementId", Kind: Plain, Type: "string", Required: true},
		{Path: "eventType", Kind: Plain, Type: "string", Required: true},
		{Path: "occurred", Kind: Plain, Type: "string", Required: true},
	}},
	{ID: "webhook-charge", Family: Recurring, Payment: true, Headers: webhookHeaders, Source: "Webhooks API guide, events of Recurring", Fields: []Field{
		{Path: "agreementId", Kind: Plain, Type: "string", Required: true},
		{Path: "amount", Kind: MinorUnits, Type: "integer"},
		{Path: "chargeId", Kind: Plain, Type: "string", Required: true},
		{Path: "currency", Kind: Plain, Type: "string"},
		{Path: "eventType", Kind: Plain, Type: "string", Required: true},
		{Path: "occurred", Kind: Plain, Type: "string", Required: true},
	}},
}
