// Package apis has amounts in requests of each API.
package apis

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
)

type object = map[string]any

func send(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, bytes.NewReader(raw))
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

func ECom(p float64) error {
	return send("POST", "/ecomm/v2/payments", object{
		"merchantInfo": object{
			"merchantSerialNumber":  "123456",
			"staticShippingDetails": []any{object{"shippingCost": p * 1.25}}, // in kroner
		},
		"transaction": object{"orderId": "order-0001", "amount": int(p * 100)}, // want `cut to whole øre`
	})
}

func EPayment(p float64) error {
	return send("POST", "/epayment/v1/payments", object{
		"amount": object{"currency": "NOK", "value": int(p * 100)}, // want `cut to whole øre`
		"receipt": object{"orderLines": []any{object{
			"totalAmount":   p * 100, // want `amount is a float.*receipt.orderLines\[\].totalAmount`
			"taxPercentage": p * 0.25,
			"unitInfo":      object{"unitPrice": int(p * 100), "quantity": "1.5"}, // want `cut to whole øre`
		}}, "bottomLine": object{"currency": "NOK", "tipAmount": int(math.Round(p * 10))}},
	})
}

func Agreement(p float64) error {
	return send("POST", "/recurring/v3/agreements", object{
		"pricing":       object{"type": "LEGACY", "currency": "NOK", "amount": p * 100}, // want `amount is a float.*pricing.amount`
		"initialCharge": object{"amount": int(p * 100), "description": "First"},         // want `cut to whole øre`
		"campaign":      object{"price": int(p * 50)},                                   // want `cut to whole øre`
	})
}

func Variable(p float64) error {
	return send("POST", "/recurring/v3/agreements", object{
		"pricing": object{"type": "VARIABLE", "currency": "NOK", "suggestedMaxAmount": int(math.Ceil(p) * 100)}, // whole kroner
	})
}

func Charge(id string, p float64) error {
	return send("POST", "/recurring/v3/agreements/"+id+"/charges", object{
		"amount":    int(p * 100), // want `cut to whole øre`
		"retryDays": int(p),
	})
}

func ChargeRefund(id, charge string, p float64) error {
	return send("POST", "/recurring/v3/agreements/"+id+"/charges/"+charge+"/refund", object{
		"amount":      p * 100, // want `amount is a float`
		"description": "Back",
	})
}

func Checkout(p float64) error {
	return send("POST", "/checkout/v3/session", object{
		"transaction": object{"amount": object{"currency": "NOK", "value": p * 100}}, // want `amount is a float.*transaction.amount.value`
	})
}

func Receipt(order string, p float64) error {
	return send("POST", "/order-management/v2/ecom/receipts/"+order, object{
		"orderLines": []any{object{"totalAmount": int(p * 100)}}, // want `cut to whole øre`
		"bottomLine": object{"currency": "NOK", "tipAmount": int(math.Round(p * 100))},
	})
}

func PSP(p float64) error {
	return send("POST", "/psp/v3/psppayments/init", object{
		"amount": p * 100, // want `amount is a float`
	})
}
