// Package mapbody makes bodies of nested maps.
package mapbody

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
)

func send(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func capturePath(ref string) string { return "/epayment/v1/payments/" + ref + "/capture" }

func Float(ref string, price float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    price * 100, // want `amount is a float \(19.99\*100 is sent as 1998.9999999999998\); send an integer of whole øre.*modificationAmount.value of POST /epayment/v1/payments/\{reference\}/capture`
		},
	})
}

func Rounded(ref string, price float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    math.Round(price * 100), // a whole number goes out without decimals
		},
	})
}

func Cut(ref string, price float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    int(price * 100), // want "cut to whole øre"
		},
	})
}

func Integer(ref string, price float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{
			"currency": "NOK",
			"value":    int(math.Round(price * 100)),
		},
	})
}

func FloatAssigned(order string, price float64) error {
	body := map[string]interface{}{
		"merchantInfo": map[string]interface{}{"merchantSerialNumber": "123456"},
	}
	transaction := map[string]interface{}{"transactionText": "Money back"}
	transaction["amount"] = price * 100 // want "amount is a float"
	body["transaction"] = transaction
	return send("/ecomm/v2/payments/"+order+"/refund", body)
}

func IntegerAssigned(order string, ore int64) error {
	body := map[string]interface{}{
		"merchantInfo": map[string]interface{}{"merchantSerialNumber": "123456"},
	}
	transaction := map[string]interface{}{"transactionText": "Money back"}
	transaction["amount"] = ore
	body["transaction"] = transaction
	return send("/ecomm/v2/payments/"+order+"/refund", body)
}

func Constant(ref string) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": 1999},
	})
}

// OtherKeys are no amounts.
func OtherKeys(ref string, weight float64) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 19900},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"userFlow":      "WEB_REDIRECT",
		"reference":     ref,
		"metadata":      map[string]any{"weight": weight * 100},
	})
}

// Deep has maps in lists in maps.
func Deep(ref string, shipping float64) error {
	return send("/checkout/v3/session", map[string]any{
		"transaction": map[string]any{"reference": ref, "amount": map[string]any{"currency": "NOK", "value": 19900}},
		"logistics": map[string]any{
			"fixedOptions": []any{
				map[string]any{"brand": "POSTEN", "amount": map[string]any{"currency": "NOK", "value": shipping * 100}}, // want `amount is a float`
				map[string]any{"brand": "HELTHJEM", "amount": map[string]any{"currency": "NOK", "value": math.Round(shipping * 100)}},
			},
		},
	})
}

// captureAmount is given a part of the body.
func captureAmount(ref string, amount map[string]any) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": amount})
}

func PartOfABody(ref string, price float64) error {
	return captureAmount(ref, map[string]any{"currency": "NOK", "value": price * 100}) // want "amount is a float"
}

func RoundedPart(ref string, price float64) error {
	return captureAmount(ref, map[string]any{"currency": "NOK", "value": math.Round(price * 100)})
}
