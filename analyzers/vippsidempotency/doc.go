// Package vippsidempotency finds requests that Vipps cannot know again when they are sent again.
//
// A request that takes or gives back money may have to be sent twice: the answer
// was lost, or said 500. Vipps knows the second one for a retry by a header,
// Idempotency-Key, or X-Request-Id where eCom captures and refunds. Without it,
// or with another value, 349.00 kr are captured twice. The key has to be the same
// for each try of one thing, and another one for the next: take it from the
// number of your order and what is done with it, and keep it over retries.
//
// The rule reports a request that goes out without the header on some way, where
// everything is seen that may set it: helpers and builders of any package, maps
// of headers, copies of a request, and the transport of the client. Where a
// parameter decides, as in "if key != "" { … }" or "switch method", each call is
// judged by the constant that it gives. It reports a key that is made anew within
// what is sent again, or counts the tries, and one that is the same constant for
// all payments.
//
// It leaves alone
//
//   - operations that ask for no key: reading, cancelling through ePayment, all
//     that the specification does not require one for;
//   - a request that is handed to code which is not seen: a package of others, an
//     interface, a function value, options;
//   - a package that is given its client from outside, where some program that it
//     is a part of has a transport which names the header. That program is judged
//     instead, where it calls: it sees which transport there is;
//   - a header that is set where something decides that is no parameter: a field,
//     a package variable, a configuration;
//   - another key for each call where no retry is seen. It is the most common
//     form, and does not help where a caller of the caller, a job queue or an
//     impatient customer tries again: that is not proved, but do keep the key
//     with the order;
//   - a loop over payments, and one that takes the next from a queue;
//   - a program in which all of the request is constant, as in a demonstration.
//
// There is no automatic fix: what names a payment depends on the program.
//
// # missing
//
// The header is required, and not set, or set to an empty text. Before:
//
//	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body) // 349.00 kr
//	if err != nil {
//		return err
//	}
//	req.Header.Set("Authorization", "Bearer "+token)
//	resp, err := client.Do(req)
//
// After:
//
//	req.Header.Set("Authorization", "Bearer "+token)
//	req.Header.Set("Idempotency-Key", "capture-"+orderID)
//	resp, err := client.Do(req)
//
// # not-stable
//
// The key is another one in each try, or the same for all payments. Before:
//
//	for range 3 {
//		err = client.Capture(ctx, ref, uuid.NewString(), 34900) // each try captures 349.00 kr
//		if err == nil {
//			return nil
//		}
//	}
//
// After:
//
//	key := "capture-" + orderID
//	for range 3 {
//		err = client.Capture(ctx, ref, key, 34900)
//		if err == nil {
//			return nil
//		}
//	}
//
// With one constant for all payments it is the other way round: Vipps takes the
// second payment for a retry of the first, and refuses it or gives the old answer.
package vippsidempotency
