package vippsapi

// A signature is a set of JSON names by which a body is known. Only names that
// stand together at no other provider make it strong; what several providers
// share is weak, and a name that only another one has vetoes.
type signature struct {
	ids      []string // of the operations or the inbound body, the likeliest first
	all      []string // JSON paths that must all be there
	some     []string // at least need of these too
	need     int
	veto     []string // JSON paths, none of which may be there
	strength Strength
	token    string // a name of all, in lower case, for the relevance filter; of strong ones
}

// Names that only answers of Vipps have, or only other providers.
var (
	adyenNames     = []string{"merchantAccount", "merchantAccountCode", "originalReference", "paymentPspReference", "pspReference"}
	adyenEvent     = []string{"eventCode", "merchantAccountCode", "merchantReference"}
	agreementState = []string{"start", "stop", "created", "sub", "userinfoUrl", "vippsConfirmationUrl"}
	chargeState    = []string{"status", "summary", "failureReason", "failureDescription"}
	chargesState   = []string{"[].status", "[].summary", "[].failureReason", "[].failureDescription"}
)

var bodySignatures = []signature{
	// eCom. WeChat and Douyin have merchantSerialNumber with other names, and not in merchantInfo.
	{ids: []string{"POST /ecomm/v2/payments"},
		all:  []string{"merchantInfo.merchantSerialNumber", "transaction.orderId"},
		some: []string{"transaction.transactionText", "transaction.amount", "merchantInfo.callbackPrefix", "merchantInfo.fallBack", "customerInfo.mobileNumber"}, need: 1,
		strength: Strong, token: "merchantserialnumber"},
	{ids: []string{"POST /ecomm/v2/payments/{orderId}/capture", "POST /ecomm/v2/payments/{orderId}/refund", "PUT /ecomm/v2/payments/{orderId}/cancel"},
		all: []string{"merchantInfo.merchantSerialNumber", "transaction.transactionText", "transaction.amount"}, veto: []string{"transaction.orderId"},
		strength: Strong, token: "merchantserialnumber"},
	{ids: []string{"PUT /ecomm/v2/payments/{orderId}/cancel", "POST /ecomm/v2/payments/{orderId}/capture", "POST /ecomm/v2/payments/{orderId}/refund"},
		all: []string{"merchantInfo.merchantSerialNumber", "transaction.transactionText"}, veto: []string{"transaction.orderId", "transaction.amount"},
		strength: Strong, token: "merchantserialnumber"},

	// ePayment. userFlow is in no answer, and no other provider has it.
	{ids: []string{"POST /epayment/v1/payments"},
		all: []string{"paymentMethod", "reference", "userFlow"}, some: []string{"amount", "paymentDescription", "returnUrl", "customer"}, need: 1,
		veto: []string{"merchantAccount"}, strength: Strong, token: "userflow"},
	{ids: []string{"POST /epayment/v1/payments"},
		all: []string{"amount.value", "paymentDescription", "reference"}, some: []string{"paymentMethod", "returnUrl", "customer.phoneNumber"}, need: 1,
		veto: []string{"merchantAccount", "pspReference", "aggregate", "state", "userFlow"}, strength: Weak},
	// Adyen has modificationAmount too.
	{ids: []string{"POST /epayment/v1/payments/{reference}/capture", "POST /epayment/v1/payments/{reference}/refund"},
		all: []string{"modificationAmount"}, veto: adyenNames, strength: Weak},
	{ids: []string{"POST /epayment/v1/payments/{reference}/cancel"},
		all: []string{"cancelTransactionOnly"}, strength: Weak},

	// Recurring. An agreement that is read back repeats most of what was sent.
	{ids: []string{"POST /recurring/v3/agreements"},
		all: []string{"merchantRedirectUrl", "pricing", "productName"}, veto: agreementState,
		strength: Strong, token: "merchantredirecturl"},
	{ids: []string{"POST /recurring/v3/agreements"},
		all: []string{"merchantAgreementUrl", "pricing", "productName"}, some: []string{"initialCharge", "phoneNumber"}, need: 1,
		veto: append([]string{"merchantRedirectUrl"}, agreementState...), strength: Strong, token: "merchantagreementurl"},
	{ids: []string{"PATCH /recurring/v3/agreements/{agreementId}"},
		all: []string{"merchantAgreementUrl", "pricing", "productName"}, veto: append([]string{"merchantRedirectUrl", "initialCharge", "phoneNumber"}, agreementState...),
		strength: Strong, token: "merchantagreementurl"},
	{ids: []string{"POST /recurring/v2/agreements"},
		all: []string{"merchantRedirectUrl", "price", "productName"}, some: []string{"merchantAgreementUrl", "intervalCount", "customerPhoneNumber", "skipLandingPage"}, need: 1,
		veto: agreementState, strength: Strong, token: "merchantredirecturl"},
	{ids: []string{"POST /recurring/v2/agreements"},
		all: []string{"merchantRedirectUrl", "productName", "variableAmount"}, veto: agreementState, strength: Strong, token: "merchantredirecturl"},
	{ids: []string{"POST /recurring/v3/agreements/{agreementId}/charges"},
		all: []string{"amount", "due", "retryDays", "transactionType"}, veto: chargeState,
		strength: Strong, token: "retrydays"},
	{ids: []string{"POST /recurring/v3/agreements/charges"},
		all: []string{"[].agreementId", "[].amount", "[].due", "[].retryDays"}, veto: chargesState,
		strength: Strong, token: "retrydays"},
	{ids: []string{"POST /recurring/v3/agreements/{agreementId}/charges"},
		all: []string{"amount", "due", "transactionType"}, some: []string{"externalId", "orderId", "processingMode"}, need: 1,
		veto: append([]string{"retryDays"}, chargeState...), strength: Weak},
	{ids: []string{"POST /recurring/v3/agreements/{agreementId}/charges"},
		all: []string{"amount", "description", "transactionType", "type"}, veto: append([]string{"due", "id"}, chargeState...), strength: Weak},
	{ids: []string{"POST /recurring/v2/agreements/{agreementId}/charges"},
		all: []string{"amount", "currency", "due", "retryDays"}, veto: append([]string{"transactionType"}, chargeState...), strength: Weak},

	// Checkout.
	{ids: []string{"POST /checkout/v3/session"},
		all:      []string{"merchantInfo.callbackAuthorizationToken", "merchantInfo.callbackUrl", "merchantInfo.returnUrl", "transaction"},
		strength: Strong, token: "callbackauthorizationtoken"},
	{ids: []string{"POST /checkout/v2/session"},
		all:      []string{"merchantInfo.callbackAuthorizationToken", "merchantInfo.callbackPrefix", "merchantInfo.returnUrl", "transaction"},
		strength: Strong, token: "callbackauthorizationtoken"},
	{ids: []string{"PATCH /checkout/v3/session/{reference}"},
		all: []string{"transaction.amount", "transaction.orderSummary", "transaction.paymentDescription"}, veto: []string{"merchantInfo"},
		strength: Strong, token: "ordersummary"},

	// Order Management. Klarna writes order_lines, Nets order.items.
	{ids: []string{"POST /order-management/v2/{paymentType}/receipts/{orderId}", "POST /order-management/v1/receipts/{transactionId}"},
		all:      []string{"bottomLine", "orderLines[].totalAmountExcludingTax", "orderLines[].totalTaxAmount"},
		strength: Strong, token: "bottomline"},
	{ids: []string{"PUT /order-management/v2/{paymentType}/categories/{orderId}", "PUT /order-management/v1/orders/{transactionId}"},
		all: []string{"category", "orderDetailsUrl"}, strength: Weak},

	// PSP.
	{ids: []string{"POST /psp/v3/psppayments/init"},
		all: []string{"makePaymentUrl", "merchantOrderId", "pspTransactionId"}, strength: Strong, token: "makepaymenturl"},
	{ids: []string{"POST /psp/v3/psppayments/updatestatus"},
		all: []string{"transactions[].operationStatus", "transactions[].pspTransactionId"}, strength: Strong, token: "psptransactionid"},

	{ids: []string{"POST /webhooks/v1/webhooks"}, all: []string{"events", "url"}, veto: []string{"active", "config", "enabled_events"}, strength: Weak},
}

var inboundSignatures = []signature{
	{ids: []string{"ecom-callback"}, all: []string{"merchantSerialNumber", "orderId", "transactionInfo"}, strength: Strong, token: "merchantserialnumber"},
	// The answers to capture and refund have these too, with a summary.
	{ids: []string{"ecom-callback"}, all: []string{"orderId", "transactionInfo.status", "transactionInfo.timeStamp"},
		veto: []string{"merchantSerialNumber", "transactionSummary", "paymentInstrument"}, strength: Weak},
	{ids: []string{"ecom-shipping"}, all: []string{"addressId", "addressLine1", "postCode"}, strength: Weak},
	// The answer to reading a session is the same body.
	{ids: []string{"checkout-callback"}, all: []string{"paymentDetails", "sessionId", "sessionState"}, strength: Strong, token: "paymentdetails"},
	{ids: []string{"checkout-callback"}, all: []string{"sessionId", "sessionState"},
		some: []string{"billingDetails", "paymentMethod", "reference", "shippingDetails", "userInfo"}, need: 1, strength: Weak},
	{ids: []string{"webhook-payment"}, all: []string{"msn", "name", "pspReference", "reference"}, veto: adyenEvent, strength: Strong, token: "pspreference"},
	{ids: []string{"webhook-payment"}, all: []string{"msn", "name", "reference", "success"}, veto: adyenEvent, strength: Weak},
	{ids: []string{"webhook-payment"}, all: []string{"name", "pspReference", "reference", "success"}, veto: adyenEvent, strength: Weak},
	{ids: []string{"webhook-charge"}, all: []string{"agreementId", "chargeId", "eventType", "occurred"}, strength: Strong, token: "agreementid"},
	{ids: []string{"webhook-agreement"}, all: []string{"agreementId", "eventType", "occurred"}, veto: []string{"chargeId"}, strength: Weak},
	{ids: []string{"epayment-shipping"}, all: []string{"AddressLine1", "City", "PostCode", "reference"}, strength: Weak},
	{ids: []string{"psp-make-payment"}, all: []string{"networkToken", "paymentInstrument", "pspTransactionId"}, strength: Strong, token: "psptransactionid"},
}
