package vippsapi

import (
	"slices"
	"strings"
	"testing"
)

// names makes of "a{b c[]{d}} e" the sorted JSON paths a, a.b, a.c, a.c[].d, e.
func names(text string) []string {
	var out, stack []string
	prefix, last := "", ""
	text = strings.NewReplacer("{", " { ", "}", " } ").Replace(text)
	for _, w := range strings.Fields(text) {
		switch w {
		case "{":
			stack = append(stack, prefix)
			prefix = last + "."
		case "}":
			prefix, stack = stack[len(stack)-1], stack[:len(stack)-1]
		default:
			last = prefix + w
			out = append(out, strings.TrimSuffix(last, "[]"))
		}
	}
	slices.Sort(out)
	return out
}

func TestMatchBody(t *testing.T) {
	for _, c := range []struct {
		about, body, op string // op "" is no match
		strength        Strength
	}{
		{"eCom initiate, whole", "customerInfo{mobileNumber} merchantInfo{authToken callbackPrefix fallBack isApp merchantSerialNumber} transaction{amount orderId transactionText skipLandingPage}", "POST /ecomm/v2/payments", Strong},
		{"eCom initiate, bare, with a field of the shop's own", "merchantInfo{merchantSerialNumber fallBack} transaction{orderId amount} shopId", "POST /ecomm/v2/payments", Strong},
		{"eCom capture", "merchantInfo{merchantSerialNumber} transaction{amount transactionText}", "POST /ecomm/v2/payments/{orderId}/capture", Strong},
		{"eCom cancel", "merchantInfo{merchantSerialNumber} transaction{transactionText}", "PUT /ecomm/v2/payments/{orderId}/cancel", Strong},
		{"eCom, the transaction alone", "amount orderId transactionText", "", None},
		{"ePayment create", "amount{value currency} paymentMethod{type} reference userFlow returnUrl paymentDescription customer{phoneNumber}", "POST /epayment/v1/payments", Strong},
		{"ePayment create as a map with nothing known inside", "amount paymentMethod reference userFlow", "POST /epayment/v1/payments", Strong},
		{"ePayment create without userFlow", "amount{value currency} paymentMethod{type} reference paymentDescription", "POST /epayment/v1/payments", Weak},
		{"ePayment capture", "modificationAmount{currency value}", "POST /epayment/v1/payments/{reference}/capture", Weak},
		{"Recurring v3 agreement", "interval{count unit} merchantAgreementUrl merchantRedirectUrl phoneNumber pricing{amount currency type} productName", "POST /recurring/v3/agreements", Strong},
		{"Recurring v3 agreement, updated", "merchantAgreementUrl pricing{amount} productName productDescription", "PATCH /recurring/v3/agreements/{agreementId}", Strong},
		{"Recurring v2 agreement", "currency interval intervalCount merchantAgreementUrl merchantRedirectUrl price productName", "POST /recurring/v2/agreements", Strong},
		{"Recurring charge", "amount description due retryDays transactionType", "POST /recurring/v3/agreements/{agreementId}/charges", Strong},
		{"Recurring charges", "[].agreementId [].amount [].description [].due [].orderId [].retryDays [].transactionType", "POST /recurring/v3/agreements/charges", Strong},
		{"Recurring charge without retryDays", "amount description due transactionType externalId", "POST /recurring/v3/agreements/{agreementId}/charges", Weak},
		{"Recurring charge without a date", "amount description transactionType type", "POST /recurring/v3/agreements/{agreementId}/charges", Weak},
		{"Recurring v2 agreement with a varying amount", "currency merchantRedirectUrl productName variableAmount{suggestedMaxAmount}", "POST /recurring/v2/agreements", Strong},
		{"Checkout v3", "merchantInfo{callbackUrl callbackAuthorizationToken returnUrl} transaction{amount{value currency} paymentDescription} type", "POST /checkout/v3/session", Strong},
		{"Checkout v2", "merchantInfo{callbackPrefix callbackAuthorizationToken returnUrl} transaction{amount{value currency} reference}", "POST /checkout/v2/session", Strong},
		{"Order Management receipt", "orderLines[]{id name totalAmount totalAmountExcludingTax totalTaxAmount} bottomLine{currency}", "POST /order-management/v2/{paymentType}/receipts/{orderId}", Strong},
		{"PSP initiate", "amount currency makePaymentToken makePaymentUrl merchantOrderId pspTransactionId pspRedirectUrl", "POST /psp/v3/psppayments/init", Strong},
		{"webhook registration", "events url", "POST /webhooks/v1/webhooks", Weak},

		// answers of Vipps
		{"ePayment payment read back", "aggregate{authorizedAmount{currency value}} amount{currency value} paymentMethod{type} pspReference redirectUrl reference state", "", None},
		{"ePayment create's answer", "redirectUrl reference", "", None},
		{"ePayment capture's answer", "aggregate{capturedAmount{value}} amount{value currency} pspReference reference state", "", None},
		{"agreement read back", "campaign created id interval{count unit} merchantAgreementUrl merchantRedirectUrl pricing{amount currency type} productDescription productName start status stop", "", None},
		{"charge read back", "agreementId amount description due id status transactionId transactionType summary{captured}", "", None},
		{"eCom details", "orderId transactionLogHistory[]{amount operation operationSuccess} transactionSummary{capturedAmount}", "", None},
		{"eCom capture's answer", "orderId paymentInstrument transactionInfo{amount status timeStamp} transactionSummary{capturedAmount}", "", None},

		// other providers
		{"Adyen capture", "merchantAccount modificationAmount{currency value} originalReference reference", "", None},
		{"Adyen capture of today", "amount{currency value} merchantAccount reference", "", None},
		{"Adyen payment", "amount{currency value} merchantAccount paymentMethod{type} reference returnUrl", "", None},
		{"Adyen modification's answer", "modificationAmount{value} pspReference", "", None},
		{"WeChat certificates", "certificates merchantId merchantSerialNumber privateKey", "", None},
		{"Douyin", "merchantInfo{merchantId merchantSerialNumber} transaction{id}", "", None},
		{"Swish", "amount callbackUrl currency message payeeAlias payeePaymentReference payerAlias", "", None},
		{"Stripe", "amount currency customer payment_method return_url", "", None},
		{"Klarna", "merchant_urls{confirmation push} order_amount order_lines[]{name total_amount total_tax_amount}", "", None},
		{"Nets Easy", "checkout{url termsUrl} order{amount currency items[]{grossTotalAmount name unit}  reference}", "", None},
		{"any amount and reference", "amount{currency value} reference", "", None},
		{"GitHub webhook", "active config{url} events name url", "", None},
		{"invoice with reminders", "amount currency dueDate retries", "", None},
		{"nothing", "", "", None},
	} {
		got := MatchBody(names(c.body))
		if c.op == "" {
			if len(got) != 0 {
				t.Errorf("%s: %s, strength %d", c.about, got[0].Op.ID, got[0].Strength)
			}
			continue
		}
		if len(got) == 0 || got[0].Op.ID != c.op || got[0].Strength != c.strength || got[0].Reason == "" {
			t.Errorf("%s: %+v, want %s, strength %d", c.about, got, c.op, c.strength)
		}
	}
}

func TestMatchInbound(t *testing.T) {
	for _, c := range []struct {
		about, body, want string
		strength          Strength
	}{
		{"eCom callback", "errorInfo{errorCode} merchantSerialNumber orderId transactionInfo{amount status timeStamp transactionId}", "ecom-callback", Strong},
		{"eCom callback without tags", "MerchantSerialNumber OrderID TransactionInfo{Amount Status}", "ecom-callback", Strong},
		{"eCom callback of a handler that needs little", "orderId transactionInfo{status timeStamp}", "ecom-callback", Weak},
		{"ePayment event", "amount{currency value} idempotencyKey msn name pspReference reference success timestamp", "webhook-payment", Strong},
		{"ePayment event without tags", "MSN Name PSPReference Reference Success", "webhook-payment", Strong},
		{"ePayment event without msn", "amount{value} name pspReference reference success", "webhook-payment", Weak},
		{"Checkout session", "paymentDetails{amount{value} state} paymentMethod reference sessionId sessionState", "checkout-callback", Strong},
		{"Checkout session of a handler that needs little", "reference sessionId sessionState", "checkout-callback", Weak},
		{"Recurring charge event", "agreementId amount chargeId eventType occurred", "webhook-charge", Strong},
		{"Recurring agreement event", "agreementId eventType occurred", "webhook-agreement", Weak},
		{"ePayment shipping question", "AddressLine1 AddressLine2 City Country PostCode reference", "epayment-shipping", Weak},
		{"eCom shipping question", "addressId addressLine1 city country postCode", "ecom-shipping", Weak},

		{"eCom capture's answer", "orderId paymentInstrument transactionInfo{amount status timeStamp} transactionSummary{capturedAmount}", "", None},
		{"Adyen notification", "amount{currency value} eventCode merchantAccountCode merchantReference pspReference reference success name", "", None},
		{"Stripe event", "data{object} id type", "", None},
		{"Swish callback", "amount currency datePaid id payeeAlias status", "", None},
		{"any session", "sessionId userId", "", None},
	} {
		got := MatchInbound(names(c.body))
		if c.want == "" {
			if len(got) != 0 {
				t.Errorf("%s: %s, strength %d", c.about, got[0].Inbound.ID, got[0].Strength)
			}
			continue
		}
		if len(got) == 0 || got[0].Inbound.ID != c.want || got[0].Strength != c.strength {
			t.Errorf("%s: %+v, want %s, strength %d", c.about, got, c.want, c.strength)
		}
	}
}

// The signatures speak of operations and fields that are in the table, and a
// strong one of a name that the filter looks for.
func TestSignatures(t *testing.T) {
	for _, s := range bodySignatures {
		for _, id := range s.ids {
			op := OperationByID(id)
			if op == nil {
				t.Errorf("no operation %s", id)
				continue
			}
			for _, n := range append(slices.Clone(s.all), s.some...) {
				if n != "transaction.amount" && op.Field(n) == nil {
					// Order Management v1 and v2 share one, eCom's cancel has no amount.
					t.Errorf("%s has no field %s", id, n)
				}
			}
		}
		checkToken(t, s)
	}
	for _, s := range inboundSignatures {
		for _, id := range s.ids {
			in := InboundByID(id)
			if in == nil {
				t.Errorf("no inbound body %s", id)
				continue
			}
			for _, n := range append(slices.Clone(s.all), s.some...) {
				if in.Field(n) == nil {
					t.Errorf("%s has no field %s", id, n)
				}
			}
		}
		checkToken(t, s)
	}
}

func checkToken(t *testing.T, s signature) {
	t.Helper()
	if s.strength != Strong {
		return
	}
	if !slices.ContainsFunc(s.all, func(n string) bool { return s.token != "" && strings.Contains(strings.ToLower(n), s.token) }) {
		t.Errorf("%v: token %q is in none of the names that must be there", s.ids, s.token)
	}
}

// The whole request of each operation is, of all, most like itself.
func TestMatchBodyOfWholeRequests(t *testing.T) {
	for _, s := range bodySignatures {
		op := OperationByID(s.ids[0])
		if s.strength != Strong || len(s.veto) > 0 && op.Field(s.veto[0]) != nil {
			continue
		}
		var all []string
		for _, f := range op.Fields {
			all = append(all, f.Path)
		}
		slices.Sort(all)
		got := MatchBody(all)
		if len(got) == 0 || got[0].Op != op || got[0].Strength != Strong {
			t.Errorf("%s: %+v", op.ID, got)
		}
	}
}
