// Package vippsamount finds floats in the amounts of Vipps requests, and amounts
// that are refused.
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
// packages of the module, and reports where it goes wrong, with the way from
// where the float comes from to the request.
//
// These are right and never reported:
//
//   - integers from end to end: ore*count, kroner*100, a text read by
//     strconv.ParseInt or Atoi;
//   - constants, which Go calculates exactly: int64(19.99*100) is 1999;
//   - floats that are rounded before they become integers:
//     int64(math.Round(price*100)), math.RoundToEven, math.Floor(price*100+0.5),
//     and sums and differences of what is rounded;
//   - a float32 that is rounded: int64(math.Round(float64(price)*100));
//   - decimal libraries and math/big integers, up to their integer results;
//   - a whole float in a map, or printed by %.0f: it is written without decimals;
//   - math.Floor and math.Ceil of anything but a price times hundred, such as of
//     hours or of a discount: which way to round is the shop's decision there.
//
// Amounts of other payment providers, percentages and answers from Vipps are
// left alone, and so is the shipping cost of eCom, which is in kroner by the
// specification. Test files are not judged.
//
// What the rule cannot follow it does not report. Known to be missed are a number
// that stands in a constant JSON text, and the precision of %.*f, which is an
// argument.
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
// (MarshalJSON, MarshalText) is no float; what it writes is judged instead where
// that is seen.
//
// The fix makes the field an int64 and rounds what is stored in it. It is offered
// where no other package can use the field, every use in the package is a store
// of a constant, of an integer or of a price times hundred, and the package
// compiles afterwards.
//
// # float-value
//
// A float is put at the place of an amount in a map, behind an interface, into a
// json.RawMessage or a json.Number. Before:
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
// math.Floor and math.Trunc of a price times hundred cut as the conversion does,
// and math.Ceil goes wrong the other way: 69.90*100 is 6990.000000000001, so
// that int64(math.Ceil(price*100)) is 6991.
//
// int64(price) * 100 loses all øre: 19.99 kr becomes 1900. Where they are to go,
// int64(math.Floor(price)) * 100 says so and is not reported.
//
// It is reported at the conversion where that is in the package at hand,
// otherwise where the value comes in. The fix wraps the operand in math.Round,
// or puts Round in the place of Floor, Ceil and Trunc, and imports math where it
// has to, under another name where something else is called math. No fix is
// offered where the float may be in kroner still, since rounding would lose the
// øre: without a factor of more than ten, or where the integer is multiplied
// afterwards to become øre.
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
// A verb that prints no decimals, %.0f, rounds and is not reported. One that
// does, %.2f or %f, is reported for whole numbers too: 1999.00 is no integer.
// strconv.FormatFloat is judged in the same way.
//
// # out-of-range
//
// A constant is sent as the amount of a payment that Vipps refuses: less than
// 100 øre in kroner (1 øre for DKK, 1 cent for EUR), negative, or more than
// 65,000,000. Mostly it is in kroner. Before:
//
//	Amount{Currency: "NOK", Value: 50} // 50 øre; the payment is refused
//
// After:
//
//	Amount{Currency: "NOK", Value: 5000} // 50 kr
//
// It is judged for the amount of an ePayment payment, and for the amount of
// eCom's payments, captures and refunds. A capture of 0 in eCom takes all that is
// reserved and is right. The amounts of captures and refunds in ePayment, of
// shipping, tips, discounts, receipts, Checkout and Recurring may be smaller and
// are left alone, as is an amount that is not set at all. It is reported only
// where every value that can arrive is such a constant.
package vippsamount
