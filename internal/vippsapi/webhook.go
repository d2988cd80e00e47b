package vippsapi

import (
	"slices"
	"strings"
)

// Signature headers of a delivery (Webhooks API guide, request authentication).
const (
	AuthHeader    = "Authorization"
	contentHeader = "x-ms-content-sha256"
	dateHeader    = "x-ms-date"
)

// plainHeaders authenticate nobody: anyone can send them, and servers read them
// for other ends.
var plainHeaders = []string{
	"accept", "accept-encoding", "accept-language", "connection", "content-encoding", "content-length", "content-type", "date", "host",
	"origin", "referer", "traceparent", "tracestate", "user-agent", "x-correlation-id", "x-forwarded-host", "x-forwarded-proto", "x-ms-date", "x-request-id",
}

// PlainHeader says whether a request header, in any letter case, tells nothing
// of who sent the request.
func PlainHeader(name string) bool { return slices.Contains(plainHeaders, strings.ToLower(name)) }

// IsSignatureHeader says whether a header is one that only a signed delivery of
// Vipps has.
func IsSignatureHeader(name string) bool {
	return strings.EqualFold(name, contentHeader) || strings.EqualFold(name, dateHeader)
}

// NeverSent says whether a header looks like one that carries a signature of
// Vipps, which no delivery has: none of those that the table lists.
func NeverSent(name string) bool {
	lower := strings.ToLower(name)
	for _, h := range webhookHeaders {
		if strings.EqualFold(h, name) {
			return false
		}
	}
	return strings.HasPrefix(lower, signaturePrefix) || strings.Contains(lower, "vipps") || strings.Contains(lower, "mobilepay")
}

// HostHeader is the header whose value is signed beside those of a delivery. A
// server in Go does not find it among the headers.
const HostHeader = "Host"

// SignedText is the text of a delivery that is signed: its method, path and
// query, the date of x-ms-date, the host that was called, and the base64 of the
// SHA-256 of the raw body (Webhooks API guide, request authentication).
func SignedText(path, date, host, hash string) string {
	return DeliveryMethod + "\n" + path + "\n" + date + ";" + host + ";" + hash
}

// DeliveryMethod is the method of every delivery.
const DeliveryMethod = "POST"

// DateHeader says whether a header is the one that holds the date of a
// delivery, HashHeader whether it holds the hash of its body.
func DateHeader(name string) bool { return strings.EqualFold(name, dateHeader) }

// HashHeader says whether a header holds the hash of the body of a delivery.
func HashHeader(name string) bool { return strings.EqualFold(name, contentHeader) }

// identifiers are the names in an inbound body that say which payment it is
// about, and nothing of what became of it.
var identifiers = []string{
	"agreementid", "chargeid", "contextid", "idempotencykey", "merchantserialnumber", "msn", "occurred", "orderid",
	"pspreference", "reference", "sessionid", "timestamp", "transactionid",
}

// Identifies says whether the last name of a JSON path of an inbound body only
// says which payment it is about.
func Identifies(path string) bool {
	name := path[strings.LastIndexByte(path, '.')+1:]
	return slices.Contains(identifiers, strings.ToLower(name))
}

// What tells in the same object whether an operation took place: of an event of
// the Webhooks API, and of the history of an eCom payment (eCom API guide,
// details).
const (
	EventName        = "name"
	EventSuccess     = "success"
	HistoryList      = "transactionLogHistory"
	HistoryOperation = "operation"
	HistorySuccess   = "operationSuccess"
)

// Echoed says whether the field holds the token that Vipps sends back in the
// header AuthHeader of each callback of a payment (guides to eCom, ePayment
// Express and Checkout).
func (f *Field) Echoed() bool {
	name := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	return f.Kind == Secret && (name == "authToken" || name == "callbackAuthorizationToken")
}

// Signed says whether the body comes with the signature of the Webhooks API, not
// with a token.
func (in *Inbound) Signed() bool { return slices.ContainsFunc(in.Headers, HashHeader) }

// SignedPayment is the body of payments that comes with a signature.
func SignedPayment() *Inbound {
	for _, in := range Inbounds() {
		if in.Payment && in.Signed() {
			return in
		}
	}
	return nil
}
