// Package mapbody starts express payments with bodies that are maps.
package mapbody

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

func send(path string, body map[string]any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func ecom(id string) error {
	return send("/ecomm/v2/payments", map[string]any{
		"merchantInfo": map[string]any{
			"merchantSerialNumber":  "123456",
			"paymentType":           "eComm Express Payment", // want `without merchantInfo.consentRemovalPrefix`
			"staticShippingDetails": []map[string]any{{"isDefault": "Y", "shippingCost": 49}},
		},
		"transaction": map[string]any{"orderId": id, "amount": 34900, "transactionText": "Socks"},
	})
}

func ecomRight(id string) error {
	return send("/ecomm/v2/payments", map[string]any{
		"merchantInfo": map[string]any{
			"merchantSerialNumber":  "123456",
			"paymentType":           "eComm Express Payment",
			"consentRemovalPrefix":  "https://shop.example/vipps",
			"staticShippingDetails": []map[string]any{{"isDefault": "Y", "shippingCost": 49}},
		},
		"transaction": map[string]any{"orderId": id, "amount": 34900, "transactionText": "Socks"},
	})
}

func later(id string) error {
	merchant := map[string]any{"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment"} // want `with neither merchantInfo.staticShippingDetails`
	body := map[string]any{"merchantInfo": merchant}
	body["transaction"] = map[string]any{"orderId": id, "amount": 34900, "transactionText": "Socks"}
	merchant["consentRemovalPrefix"] = "https://shop.example/vipps"
	return send("/ecomm/v2/payments", body)
}

func laterRight(id string) error {
	merchant := map[string]any{"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment"}
	body := map[string]any{"merchantInfo": merchant}
	body["transaction"] = map[string]any{"orderId": id, "amount": 34900, "transactionText": "Socks"}
	merchant["consentRemovalPrefix"] = "https://shop.example/vipps"
	body["merchantInfo"].(map[string]any)["shippingDetailsPrefix"] = "https://shop.example/vipps"
	return send("/ecomm/v2/payments", body)
}

func epayment(ref string) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount": map[string]any{"currency": "NOK", "value": 34900}, "reference": ref, "userFlow": "WEB_REDIRECT",
		"profile":  map[string]any{"scope": "name address email"}, // want `profile.scope "name address email" lacks phoneNumber`
		"shipping": map[string]any{"fixedOptions": []any{map[string]any{"type": "MAILBOX"}}},
	})
}

func epaymentRight(ref string) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount": map[string]any{"currency": "NOK", "value": 34900}, "reference": ref, "userFlow": "WEB_REDIRECT",
		"profile":  map[string]any{"scope": "name address email phoneNumber"},
		"shipping": map[string]any{"fixedOptions": []any{map[string]any{"type": "MAILBOX"}}},
	})
}

func both(ref string) error {
	return send("/epayment/v1/payments", map[string]any{ // want `shipping has both fixedOptions and dynamicOptions`
		"reference": ref, "userFlow": "WEB_REDIRECT",
		"profile": map[string]string{"scope": "name address email phoneNumber"},
		"shipping": map[string]any{
			"fixedOptions":   []any{map[string]any{"type": "MAILBOX"}},
			"dynamicOptions": map[string]string{"callbackUrl": "https://shop.example/shipping"},
		},
	})
}

func none(ref string) error {
	return send("/epayment/v1/payments", map[string]any{ // want `shipping has neither fixedOptions nor dynamicOptions`
		"reference": ref, "userFlow": "WEB_REDIRECT",
		"profile":  map[string]string{"scope": "name address email phoneNumber"},
		"shipping": map[string]any{},
	})
}

func sharing(ref string) error {
	return send("/epayment/v1/payments", map[string]any{
		"reference": ref, "userFlow": "WEB_REDIRECT", "profile": map[string]string{"scope": "name"},
	})
}

// Filled where it is not seen.

func copied(ref string, more map[string]any) error {
	body := map[string]any{
		"reference": ref, "userFlow": "WEB_REDIRECT",
		"shipping": map[string]any{"fixedOptions": []any{map[string]any{"type": "MAILBOX"}}},
	}
	for k, v := range more {
		body[k] = v
	}
	return send("/epayment/v1/payments", body)
}

func decoded(ref string) error {
	body := map[string]any{}
	b, err := os.ReadFile("express.json")
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &body); err != nil {
		return err
	}
	body["reference"] = ref
	body["shipping"] = map[string]any{"fixedOptions": []any{map[string]any{"type": "MAILBOX"}}}
	return send("/epayment/v1/payments", body)
}

func given(profile map[string]any, ref string) error {
	return send("/epayment/v1/payments", map[string]any{
		"reference": ref, "userFlow": "WEB_REDIRECT", "profile": profile,
		"shipping": map[string]any{"fixedOptions": []any{map[string]any{"type": "MAILBOX"}}},
	})
}
