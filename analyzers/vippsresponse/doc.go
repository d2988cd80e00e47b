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
// before it is read all drop the error.
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
package vippsresponse
