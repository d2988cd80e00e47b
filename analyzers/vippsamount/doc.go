// Package vippsamount finds floats that end up in the amount of a Vipps request.
//
// Vipps takes amounts as integers of the smallest unit: 19.99 kr is 1999 øre.
// Most prices have no exact float. In Go 19.99*100 is 1998.9999999999998, so a
// float that is sent as it is makes Vipps refuse the payment, the capture or
// the refund, and a float that is converted with int64(…) is cut to 1998: the
// customer pays one øre less than the receipt says, the bookkeeping does not
// add up, and a refund of the full price is refused because it is higher than
// what was captured.
//
// The rule follows a value to the amount through variables, fields, helpers and
// packages of the module, and reports where it goes wrong. These are right and
// never reported: integers from end to end; constants, which Go calculates
// exactly (int64(19.99*100) is 1999); floats that are rounded before they
// become integers (int64(math.Round(price*100))); decimal libraries. Amounts
// of other payment providers, percentages and answers from Vipps are left
// alone, and so is the shipping cost of eCom, which is in kroner by the
// specification. What the rule cannot follow it does not report.
//
// # float-field
//
// A field at the place of an amount in a request body is a float. Before:
//
//	type Amount struct {
//		Currency string  `json:"currency"`
//		Value    float64 `json:"value"`
//	}
//
//	Amount{Currency: "NOK", Value: price * 100} // 19.99 kr goes out as 1998.9999999999998
//
// After:
//
//	type Amount struct {
//		Currency string `json:"currency"`
//		Value    int64  `json:"value"`
//	}
//
//	Amount{Currency: "NOK", Value: int64(math.Round(price * 100))} // 1999
//
// The type decides, whatever is stored in the field: a price that happens to be
// exact today is not exact tomorrow. A type that writes its own JSON
// (MarshalJSON, MarshalText) is left alone.
//
// # float-value
//
// A float is put at the place of an amount in a map or behind an interface.
// Before:
//
//	body := map[string]any{
//		"amount": map[string]any{"currency": "NOK", "value": price * 100}, // 1998.9999999999998
//	}
//
// After:
//
//	body := map[string]any{
//		"amount": map[string]any{"currency": "NOK", "value": int64(math.Round(price * 100))}, // 1999
//	}
//
// A float that holds a whole number, math.Round(price*100), is written without
// decimals and is not reported.
//
// # truncated
//
// An integer amount is made from a float by a conversion, which cuts the
// decimals off. Before:
//
//	Value: int64(price * 100) // 19.99 kr becomes 1998 øre
//
// After:
//
//	Value: int64(math.Round(price * 100)) // 1999 øre
//
// It is reported at the conversion where that is in the package at hand,
// otherwise where the value comes in. The fix is offered where math is imported
// already.
//
// # float-text
//
// A float is printed into a JSON text at the place of an amount. Before:
//
//	body := fmt.Sprintf(`{"amount":{"currency":"NOK","value":%v}}`, price*100) // 1998.9999999999998
//
// After:
//
//	body := fmt.Sprintf(`{"amount":{"currency":"NOK","value":%d}}`, int64(math.Round(price*100))) // 1999
//
// A verb that prints no decimals, %.0f, rounds and is not reported.
package vippsamount
