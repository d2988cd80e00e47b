package vippsapi

import "strings"

const (
	merchantSerial  = "Merchant-Serial-Number"
	systemPrefix    = "Vipps-System-"
	subscriptionKey = "Ocp-Apim-Subscription-Key"
	signaturePrefix = "x-ms-"
)

// hosts are those of production and test, the same in all countries (guide to
// the environments).
var hosts = []string{"api.vipps.no", "apitest.vipps.no"}

// TestHost is the host of the test environment.
const TestHost = "apitest.vipps.no"

// IsHost says whether a host, with or without a port, is one that answers for
// the APIs of Vipps.
func IsHost(host string) bool {
	name, _, _ := strings.Cut(host, ":")
	for _, h := range hosts {
		if strings.EqualFold(name, h) {
			return true
		}
	}
	return false
}

// Header says what a request header, in any letter case, tells by itself:
// Merchant-Serial-Number and Vipps-System-… are sent to nobody else; the
// subscription key is of every API behind Azure, and x-ms-… of Azure's storage too.
func Header(name string) Strength {
	switch {
	case strings.EqualFold(name, merchantSerial), hasPrefixFold(name, systemPrefix):
		return Strong
	case strings.EqualFold(name, subscriptionKey), hasPrefixFold(name, signaturePrefix):
		return Weak
	}
	return None
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// events are the names that can be registered (Webhooks API guide, events).
var events = []struct {
	name   string
	family Family
}{
	{"epayments.payment.aborted.v1", EPayment},
	{"epayments.payment.authorized.v1", EPayment},
	{"epayments.payment.cancelled.v1", EPayment},
	{"epayments.payment.captured.v1", EPayment},
	{"epayments.payment.created.v1", EPayment},
	{"epayments.payment.expired.v1", EPayment},
	{"epayments.payment.refunded.v1", EPayment},
	{"epayments.payment.terminated.v1", EPayment},
	{"login.merchant-initiated.ping.v1", Login},
	{"recurring.agreement-activated.v1", Recurring},
	{"recurring.agreement-expired.v1", Recurring},
	{"recurring.agreement-rejected.v1", Recurring},
	{"recurring.agreement-stopped.v1", Recurring},
	{"recurring.charge-canceled.v1", Recurring},
	{"recurring.charge-captured.v1", Recurring},
	{"recurring.charge-creation-failed.v1", Recurring},
	{"recurring.charge-failed.v1", Recurring},
	{"recurring.charge-refunded.v1", Recurring},
	{"recurring.charge-reserved.v1", Recurring},
	{"user.checked-in.v1", QR},
}

// IsEvent says whether s is the name of a webhook event, and of which API.
func IsEvent(s string) (Family, bool) {
	for _, e := range events {
		if e.name == s {
			return e.family, true
		}
	}
	return "", false
}

// IsEventState says whether s is what the body of an event of a payment calls
// itself: AUTHORIZED where epayments.payment.authorized.v1 was asked for (Webhooks
// API guide, events of ePayment).
func IsEventState(s string) bool {
	family, ok := IsEvent("epayments.payment." + strings.ToLower(s) + ".v1")
	return ok && family == EPayment && s == strings.ToUpper(s)
}

// EventInbound returns the body that an event with that name comes in, or nil:
// s is no name of an event, or one of an event that brings no news of payments.
func EventInbound(s string) *Inbound {
	switch family, _ := IsEvent(s); {
	case family == EPayment:
		return InboundByID("webhook-payment")
	case family == Recurring && strings.Contains(s, ".agreement-"):
		return InboundByID("webhook-agreement")
	case family == Recurring:
		return InboundByID("webhook-charge")
	}
	return nil
}

// SignatureHeader says whether a request header, in any letter case, is one by
// which a webhook is signed and which little else has: not Authorization.
func SignatureHeader(name string) bool {
	for _, h := range webhookHeaders {
		if hasPrefixFold(h, signaturePrefix) && strings.EqualFold(h, name) {
			return true
		}
	}
	return false
}

// Named says whether a text names Vipps or MobilePay, in any letter case.
func Named(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "vipps") || strings.Contains(s, "mobilepay")
}

// libraries are the community's client libraries; Vipps has none for Go.
var libraries = []string{
	"github.com/gkhaavik/vipps-mobilepay-sdk",
	"github.com/shortcut/go-vipps",
	"github.com/steffen25/mobilepay-go",
	"github.com/torfjor/go-vipps",
	"github.com/zenfulcode/vipps-mobilepay-sdk",
}

// LibraryImport says whether an import path is of a known client library or of
// one of its packages.
func LibraryImport(path string) bool {
	for _, l := range libraries {
		if path == l || strings.HasPrefix(path, l+"/") {
			return true
		}
	}
	return false
}

// guides names each API for people, and the folder of its guide.
var guides = []struct {
	family        Family
	title, folder string
}{
	{ECom, "eCom", "ecom-api"}, {EPayment, "ePayment", "epayment-api"}, {Recurring, "Recurring", "recurring-api"},
	{Checkout, "Checkout", "checkout-api"}, {Webhooks, "Webhooks", "webhooks-api"}, {PSP, "PSP", "psp-api"}, {QR, "QR", "qr-api"},
	{OrderManagement, "Order Management", "order-management-api"}, {AccessToken, "Access token", "access-token-api"},
	{Login, "Login", "login-api"}, {Userinfo, "Userinfo", "userinfo-api"}, {Report, "Report", "report-api"},
	{Management, "Management", "management-api"},
}

// Title returns the name of the API as Vipps writes it: "ePayment".
func (f Family) Title() string {
	for _, g := range guides {
		if g.family == f {
			return g.title
		}
	}
	return string(f)
}

// DocURL returns the address of the guide to an operation's API.
func DocURL(op *Operation) string {
	const base = "https://developer.vippsmobilepay.com/docs/"
	for _, g := range guides {
		if op != nil && g.family == op.Family {
			return base + "APIs/" + g.folder + "/"
		}
	}
	return base
}
