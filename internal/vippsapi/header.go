package vippsapi

import (
	"slices"
	"strings"
	"sync"
)

// A headerLimit is what the values of some headers may be, as fields.
type headerLimit struct {
	family Family // "": all
	prefix string
	field  Field
}

var headerLimits = []headerLimit{
	{EPayment, "Idempotency-Key", Field{Type: "string", MaxLen: 50, Source: "ePayment specification 1.8.1"}},
	{"", merchantSerial, Field{Type: "string", Pattern: `^[0-9]{4,10}$`, MinLen: 4, MaxLen: 7, Source: "ePayment specification 1.8.1"}},
	{"", systemPrefix, Field{Type: "string", MaxLen: 30, Source: "guide to the HTTP headers"}},
}

// FieldOrHeader returns the field of the request body at a JSON path, or what is
// known of the header with that name; nil where nothing is.
func (o *Operation) FieldOrHeader(name string) *Field {
	if f := o.Field(name); f != nil {
		return f
	}
	for i := range headerLimits {
		if h := &headerLimits[i]; (h.family == "" || h.family == o.Family) && hasPrefixFold(name, h.prefix) {
			f := h.field
			f.Path = name
			return &f
		}
	}
	return nil
}

// KnownHeader says whether the table knows more of a request header, in any
// letter case, than that it may be sent: some operation requires it, or its
// value has a limit.
func KnownHeader(name string) bool {
	if knownHeaders()[strings.ToLower(name)] {
		return true
	}
	return slices.ContainsFunc(headerLimits, func(h headerLimit) bool { return hasPrefixFold(name, h.prefix) })
}

// knownHeaders are the headers that operations require, in lower case. Accept
// says nothing of a payment.
var knownHeaders = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, op := range Operations() {
		for _, h := range op.Headers {
			if h != "Accept" {
				known[strings.ToLower(h)] = true
			}
		}
	}
	return known
})

// keyHeaders are those by which Vipps knows a request that is sent again from a
// new one (guide to the HTTP headers).
var keyHeaders = []string{"Idempotency-Key", "X-Request-Id"}

// KeyHeaders returns the headers by which Vipps knows a request that is sent
// again from a new one; which of them depends on the operation.
func KeyHeaders() []string { return slices.Clone(keyHeaders) }

// IsKeyHeader says whether a header, in any letter case, is one of KeyHeaders.
func IsKeyHeader(name string) bool {
	return slices.ContainsFunc(keyHeaders, func(h string) bool { return strings.EqualFold(h, name) })
}

// NamesKeyHeader reports whether a text holds the name of a header by which Vipps
// knows a request again, in any letter case.
func NamesKeyHeader(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(keyHeaders, func(h string) bool { return strings.Contains(text, strings.ToLower(h)) })
}

// KeyHeader returns the header by which Vipps knows that a request of this
// operation is sent again, where it requires one, or "".
func (o *Operation) KeyHeader() string {
	for _, h := range keyHeaders {
		if slices.Contains(o.Headers, h) {
			return h
		}
	}
	return ""
}
