// Package vippsresponse finds answers of Vipps that nobody looks at.
//
// A capture that Vipps refused and a capture that went through look the same to
// a program that drops the error or never looks at the status: the goods are
// sent and the money never comes. The HTTP client of Go gives no error for a
// status of 400 or 500, and the body of a refusal decodes into an empty struct
// without complaint.
//
// The rule knows which calls ask Vipps, through helpers and packages of the
// module too, and follows the error and the response on every way to the end of
// the function. A helper that checks the status and returns an error frees its
// callers from checking the status, not from taking the error; one that gives
// the raw response back leaves both to them. Whatever is stored, returned,
// sent or handed to code that the rule does not see counts as taken care of
// there. Requests that do not go to Vipps are left alone.
//
// A finding stands at the call that gives the error or the response to this
// function, with the place where it is lost beside it. Only status-narrow stands
// at the comparison, with the call beside it.
//
// # error-dropped
//
// The error of a Vipps call is read on no way, or unread on a way that goes on
// as if all was well. Before:
//
//	client.Capture(ctx, order.ID, 149900) // 1499.00 kr, refused: nobody knows
//	ship(order)
//
// After:
//
//	if err := client.Capture(ctx, order.ID, 149900); err != nil {
//		return fmt.Errorf("capture of order %s: %w", order.ID, err)
//	}
//	ship(order)
//
// A blank identifier, a bare call, go, defer and a variable that is overwritten
// before it is read all drop the error. So does a loop in which only the error
// of the last round counts, unless each round is another try at the same thing.
//
// Three more errors count as well: that of decoding the answer and that of
// reading its body, where the result is used, and that of making the request,
// where its method or URL is no constant. A body that is read for the text of an
// error that is returned anyway is not reported, nor one whose decoding is
// checked afterwards.
//
// A call through an interface of a package that knows nothing of Vipps is
// reported where both are seen for the first time: in the package that puts the
// Vipps client behind the interface, at what leads from there to the call.
//
// The fix returns the error, in a function whose last result is one: an if
// statement around a call that is bare or assigned to blanks, and a name for the
// error with a test behind the statement where other results are kept. There is
// none where more than one answer is right: in a loop, with go or defer, on the
// way of another error, before a lock is given back. The function hands on an
// error of Vipps from then on, so its callers may get findings of their own.
//
// # error-swallowed
//
// The error of a Vipps call is tested, and then nothing comes of it. Before:
//
//	payment, err := client.Payment(ctx, reference)
//	if err != nil {
//		return nil // and the caller believes that all went well
//	}
//
// After:
//
//	payment, err := client.Payment(ctx, reference)
//	if err != nil {
//		return fmt.Errorf("payment %s: %w", reference, err)
//	}
//
// An empty branch, a nil error returned in place of the one that came, a bare
// return from a function without results, and a handler that answers the browser
// an error and goes on as if nothing had happened all lose it. Logging with any
// logger, counting, storing, sending, wrapping, panic and the failure of a test
// keep it. So does a handler that answers an error and returns. "if err == nil"
// without an else is not reported.
//
// # status-unchecked
//
// The status of an answer decides nothing on a way on which the body is used or
// success is assumed. Before:
//
//	resp, err := http.DefaultClient.Do(req) // a refund of 250.00 kr
//	if err != nil {
//		return err
//	}
//	defer resp.Body.Close()
//	return json.NewDecoder(resp.Body).Decode(&refund) // a refusal decodes as well
//
// After:
//
//	if resp.StatusCode != http.StatusOK {
//		return fmt.Errorf("refund: %s", resp.Status)
//	}
//	return json.NewDecoder(resp.Body).Decode(&refund)
//
// The finding names the codes that mean success for the operation: they are not
// always 200. Printing the status is not a check. A range (resp.StatusCode/100
// == 2, resp.StatusCode >= 400) is, and so is handing the status to the caller.
//
// The fix adds the test with the documented codes behind that of the error, in a
// function whose last result is an error, where the operation is known. It
// imports fmt where that is not imported.
//
// # status-narrow
//
// A comparison takes a documented success of the operation for a failure, or
// failures for success. Before:
//
//	if resp.StatusCode != http.StatusOK { // a new ePayment payment answers 201
//		return errors.New(resp.Status)
//	}
//
// After:
//
//	if resp.StatusCode != http.StatusCreated {
//		return errors.New(resp.Status)
//	}
//
// Some operations have two codes of success: the capture of a Recurring charge
// answers 202 when it was taken and 204 when it is done. A program that refuses
// one of them is reported, unless it asks for that code alone and so means it. In
// the other direction, these are reported since 400 and 401, or 500 and 503, pass
// for success: "== 404" as the only failure, "< 500" as success, ">= 500" as
// failure. A test of "< 300", "/100 == 2" or ">= 400" is right. One code of 4xx
// that is let pass (404 for a payment that may not exist, 409 for a request that
// was sent before) is no finding. Where a call may be one of several operations,
// the comparison has to be wrong for each of them. A comparison in a helper of
// another package is reported where that is called.
package vippsresponse
