package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// purposes says by method and path what an operation does; the first that fits
// decides. The files name it only in prose.
var purposes = []struct {
	request string
	purpose vippsapi.Purpose
}{
	{`^POST .*/(approve)$|^PATCH .*/accept$`, vippsapi.ForceApprove},
	{`^POST .*/capture$`, vippsapi.Capture},
	{`^POST .*/refund$`, vippsapi.Refund},
	{`^(POST|PUT) .*/cancel$|^DELETE /recurring/.*/charges/\{chargeId\}$`, vippsapi.Cancel},
	{`^POST /recurring/.*/charges$`, vippsapi.Charge},
	{`^POST (/ecomm/v2/payments|/epayment/v1/payments|/recurring/v\d/agreements|/checkout/v\d/session|/psp/v3/psppayments/init)$`, vippsapi.Initiate},
	{`^(PUT|PATCH) /recurring/v\d/agreements/\{agreementId\}$|^(PATCH|POST) /checkout/v3/session/\{reference\}(/expire)?$`, vippsapi.Update},
	{`^GET /recurring/v\d/agreements(/\{agreementId\}/charges)?$`, vippsapi.List},
	{`^GET (/ecomm|/epayment|/recurring|/checkout|/psp)/`, vippsapi.Read},
	{`^POST /webhooks/v1/webhooks$`, vippsapi.Register},
	{`^POST (/accesstoken/get|/miami/v1/token)$`, vippsapi.Token},
}

func purpose(method, path string) vippsapi.Purpose {
	for _, p := range purposes {
		if regexp.MustCompile(p.request).MatchString(method + " " + path) {
			return p.purpose
		}
	}
	return vippsapi.Other
}

// money holds the names of the numbers that are whole øre or cent. The files
// say so only in prose; a number with another name is not money, but for the
// kroner of eCom's shipping, which the table's overrides name.
var money = []string{
	"amount", "amountExcludingTax", "campaignPrice", "card", "cash", "discount", "giftCard", "giftCardAmount", "price",
	"shippingAmount", "suggestedMaxAmount", "taxAmount", "tipAmount", "totalAmount", "totalAmountExcludingTax",
	"totalDiscount", "totalTax", "totalTaxAmount", "unitPrice", "voucher",
}

var references = []string{"externalId", "merchantOrderId", "orderId", "pspTransactionId", "reference"}

var secrets = []string{"authToken", "callbackAuthorizationToken", "client_secret", "makePaymentToken"}

var urlName = regexp.MustCompile(`(Url|URL|Uri|_uri|Prefix|Callback)$|^(fallBack|url)$`)

// kind says what the value at a path means, as far as type, format and name
// tell it.
func kind(f *vippsapi.Field) vippsapi.Kind {
	steps := strings.Split(f.Path, ".")
	name := strings.TrimSuffix(steps[len(steps)-1], "[]")
	switch f.Type {
	case "integer", "number":
		if slices.Contains(money, name) {
			return vippsapi.MinorUnits
		}
		if len(steps) > 1 && name == "value" && strings.HasSuffix(strings.ToLower(steps[len(steps)-2]), "amount") {
			return vippsapi.MinorUnits
		}
	case "string":
		switch {
		case len(f.Enum) > 0:
			return vippsapi.Enum
		case slices.Contains(references, name):
			return vippsapi.Reference
		case slices.Contains(secrets, name):
			return vippsapi.Secret
		case f.Format == "uri" || f.Format == "URL" || urlName.MatchString(name):
			return vippsapi.URL
		}
	}
	return vippsapi.Plain
}
