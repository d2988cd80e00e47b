// Package vippspolling finds loops that read a payment too fast or never end.
//
// Vipps asks merchants to read a payment back until it has come to an end: for
// the first time five seconds after it was started, then every two seconds. Who
// asks more often is refused with 429, mostly on a busy day. Who waits for a
// state that never comes, or does not know all final ones, leaves the goroutine
// running and the order open: a customer who gave up a payment of 349.00 kr is
// asked for until the server restarts.
//
// The rule knows the reads by the requests that are sent, through helpers,
// interfaces and packages of the module, and the states by the JSON names of what
// the answers are decoded into. It is silent where it does not see how long a
// loop waits, where a loop reads another order in each round, and where a field
// may hold anything but what Vipps answered.
//
// # too-fast
//
// A loop reads the same payment again after less than two seconds. Before:
//
//	for payment.State == "CREATED" { // 899.00 kr are waited for
//		time.Sleep(500 * time.Millisecond)
//		if payment, err = client.Payment(ctx, reference); err != nil {
//			return err
//		}
//	}
//
// After:
//
//	for payment.State == "CREATED" {
//		time.Sleep(2 * time.Second)
//		if payment, err = client.Payment(ctx, reference); err != nil {
//			return err
//		}
//	}
//
// Sleeps, tickers and timers count, with constants and with what only the package
// itself can set, and the better known libraries for polling and retrying. A pause that grows counts by its first step. A time limit of
// the request is no pause. A loop that only tries a failed request again is not
// reported, nor is one whose pause comes from the configuration.
//
// # impossible-state
//
// A state is compared with a value that it never has, or the name of an event
// with one that Vipps does not send. Before:
//
//	if payment.State == "CAPTURED" { // a captured payment of 1499.00 kr stays AUTHORIZED
//		ship(order)
//	}
//
// After:
//
//	if payment.State == "AUTHORIZED" && payment.Aggregate.CapturedAmount.Value == order.Amount {
//		ship(order)
//	}
//
// The letters count, unless the program leaves their case aside. A wrong spelling
// beside the right one is not reported. A field to which the program stores values
// of its own is not looked at.
//
// # missing-state
//
// A loop ends on some final states only, or a switch without a default leaves some
// out. Before:
//
//	for {
//		payment, err := client.Payment(ctx, reference)
//		if err != nil {
//			return err
//		}
//		if payment.State == "AUTHORIZED" { // the customer gave up: it never is
//			return nil
//		}
//		time.Sleep(2 * time.Second)
//	}
//
// After:
//
//	for {
//		payment, err := client.Payment(ctx, reference)
//		if err != nil {
//			return err
//		}
//		switch payment.State {
//		case "AUTHORIZED":
//			return nil
//		case "ABORTED", "EXPIRED", "TERMINATED":
//			return errNoPayment
//		}
//		time.Sleep(2 * time.Second)
//	}
//
// A loop that counts its rounds, has a deadline or waits for the end of a context
// beside its timer ends anyway. Of a switch outside of such a loop, only one is
// reported that knows success and failure, and behind which nothing is done with
// the rest.
package vippspolling
