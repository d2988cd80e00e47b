// Package vippssecret finds secrets of Vipps that stand in the source or go into a log.
//
// The client secret and the subscription key fetch access tokens, and whoever
// has a token captures and refunds in the shop's name. Whoever has the secret of
// a webhook says that 899.00 kr were paid. A source is read by many, and a log by
// more: both are copied, kept, and sent to other companies.
//
// The rule starts at what it knows to be a Vipps request, the answer with the
// access token, or the check of a webhook: the headers client_secret,
// Ocp-Apim-Subscription-Key and Authorization, form fields, the configuration of
// an oauth2 client whose address is Vipps', parameters of the known client
// libraries, and the key of the signature. From there it goes back through
// helpers, constructors, fields and packages. The same type that is filled for
// another provider is left alone, and so is an Ocp-Apim-Subscription-Key of
// another API.
//
// There is no fix: which environment variable or which store of secrets is the
// right one is not in the source.
//
// # hardcoded
//
// A secret is a constant. A way to it is enough: a default beside an environment
// variable or of a flag is in the source too. Before:
//
//	req.Header.Set("client_secret", "kT7mQ2vX9bL4nR8sW1zP5cJ6==") // refunds 899.00 kr to anyone
//
// After:
//
//	req.Header.Set("client_secret", os.Getenv("VIPPS_CLIENT_SECRET"))
//
// Take the secret out, and have a new one made in the portal: the old one stays
// in the history of the source. Where a constant is used, the finding stands at
// the use, and names the declaration. These are silent:
//
//   - an empty text, and one of fewer than 8 characters;
//   - a text for somebody to fill in: one with <, {, [, ..., ****, xxx, your,
//     change, replace, insert, fill, placeholder, example, sample, dummy, fake,
//     mock, todo or redacted in it, or with 1234567 or abcdefg;
//   - a text of three different characters or fewer;
//   - the name of an environment variable, such as VIPPS_CLIENT_SECRET;
//   - a text of words and short numbers, such as my-secret-token;
//   - the values that the documentation shows as examples;
//   - files of tests, files with example, fake, fixture, mock or stub as a word
//     of their names (mock_client.go), and packages in folders with such a name,
//     testdata or testutil;
//   - client_id and the serial number of the merchant, which are no secrets;
//   - the token for callbacks that is sent with a payment: vippswebhook reports
//     a constant there.
//
// # logged
//
// A secret, or something that holds one, is printed or logged: the value itself,
// a configuration or client with all its fields, the headers of a request, a
// rendering of the whole request by httputil.DumpRequestOut, DumpRequest or
// http2curl, or the raw answer that holds the access token. Before:
//
//	dump, _ := httputil.DumpRequestOut(req, true)
//	log.Printf("capture of 899.00 kr: %s", dump) // Authorization: Bearer eyJ…
//
// After:
//
//	clone := req.Clone(ctx)
//	clone.Header.Set("Authorization", "REDACTED")
//	clone.Header.Set("Ocp-Apim-Subscription-Key", "REDACTED")
//	dump, _ := httputil.DumpRequestOut(clone, true)
//	log.Printf("capture of 899.00 kr: %s", dump)
//
// An if around it that asks for a debug mode changes nothing: such modes are
// switched on in production, when something fails. A secret by itself in an error
// counts like one in a log, where errors end. Silent are a part of a secret, its length,
// its hash, a comparison, a type that says itself how it is printed (String,
// LogValue, MarshalJSON and the like), a header or request from which the secret
// was taken, a dump before the secret is set, and the answer of a token request
// that Vipps refused, or that could not be decoded. A function that prints what it
// is given is known where its package has to do with HTTP, or is named as loggers
// are; others are not looked into.
package vippssecret
