// Package vippswebhook finds payment callbacks that are believed without proof.
//
// The address of a callback is no secret: it stands in logs, in the source, in
// the settings of a firewall. Whoever finds it can send a body that says that an
// order of 899.00 kr is paid. So Vipps signs each webhook with the secret that
// the registration gave, and sends the token of the payment request back with
// each callback of eCom, Checkout and Express. A handler has to check one or the
// other before it does anything.
//
// The rule knows payment handlers by the body that they decode, the headers of
// the signature and the names of events. It looks for a check in the handler, in
// what it calls, in middleware and in what stands around the router, in all
// packages that the main package is built from, and takes any comparison with
// something from the headers for one. It is silent where the request is handed
// to code that it does not see, where only the payment's name is taken from the
// body to read the payment back, for questions about shipping, and for webhooks
// of others. A library without a main package is judged only by what stands in
// its own handlers.
//
// # unauthenticated
//
// A payment handler acts on a body that nothing authenticates. Before:
//
//	json.NewDecoder(r.Body).Decode(&event)
//	s.markPaid(event.Reference, event.Amount.Value) // 899.00 kr, says whoever sent this
//
// After:
//
//	body, err := io.ReadAll(r.Body)
//	if err != nil || !signed(r, body, s.secret) {
//		http.Error(w, "not signed", http.StatusUnauthorized)
//		return
//	}
//
// It counts as none if the check is passed over where the header or the secret is
// empty (if secret != "" { … }), if the handler acts first, and if the token that
// is sent with the payment request is a constant in the source: everyone who
// reads it can forge callbacks. A token that is random or comes from the
// configuration is right.
//
// # weak-compare
//
// A signature or token is compared with ==, bytes.Equal or strings.EqualFold, which
// stop at the first byte that differs: the time that it takes tells how much was
// right. Before:
//
//	if signature != expected { // a forged 899.00 kr, one byte at a time
//
// After:
//
//	if !hmac.Equal([]byte(signature), []byte(expected)) {
//
// The fix writes that. For a plain token it uses subtle.ConstantTimeCompare. There the danger is
// smaller, and the message says so.
//
// # wrong-signature
//
// What is computed can never be the signature that Vipps sent, so that every
// webhook is refused, or, where somebody gave up, let through. Before:
//
//	host := r.Header.Get("Host") // always empty: 899.00 kr that the shop never hears of
//
// After:
//
//	host := r.Host
//
// The others are a body that is encoded anew before it is hashed, a secret that is
// base64-decoded, another hash than SHA-256, a signature in hexadecimal, another
// order or other separators in the text that is signed, headers that Vipps does
// not send, and a lookup in the map of headers by a name in lower case. Only what
// is fully understood is judged.
//
// # success-ignored
//
// The name of an event says what was tried, and success whether it worked. Before:
//
//	case "epayments.payment.captured.v1":
//		s.ship(event.Reference) // the capture of 899.00 kr may have failed
//
// After:
//
//	case "epayments.payment.captured.v1":
//		if event.Success {
//			s.ship(event.Reference)
//		}
//
// The same holds for the operations in the history of an eCom payment, which have
// operationSuccess. A package that looks at the field anywhere hears nothing, nor
// does one that hands the whole event on.
package vippswebhook
