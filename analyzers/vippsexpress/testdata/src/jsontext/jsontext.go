// Package jsontext starts express payments with bodies that are JSON texts.
package jsontext

import (
	"fmt"
	"net/http"
	"strings"
)

func send(path, body string) error {
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func scopes(ref string) error {
	return send("/epayment/v1/payments", fmt.Sprintf(`{"reference": %q, "userFlow": "WEB_REDIRECT", "profile": {"scope": "name"}, "shipping": {"fixedOptions": [{"type": "MAILBOX"}]}}`, ref)) // want `profile.scope "name" lacks address, email and phoneNumber`
}

func scopesRight(ref string) error {
	return send("/epayment/v1/payments", fmt.Sprintf(`{"reference": %q, "userFlow": "WEB_REDIRECT", "profile": {"scope": "email name phoneNumber address"}, "shipping": {"fixedOptions": [{"type": "MAILBOX"}]}}`, ref))
}

func scopesUnknown(ref, scope string) error {
	return send("/epayment/v1/payments", fmt.Sprintf(`{"reference": %q, "userFlow": "WEB_REDIRECT", "profile": {"scope": "name %s"}, "shipping": {"fixedOptions": [{"type": "MAILBOX"}]}}`, ref, scope))
}

func sharing(ref string) error {
	return send("/epayment/v1/payments", `{"reference": "`+ref+`", "userFlow": "WEB_REDIRECT", "profile": {"scope": "name"}}`)
}

func none(ref string) error {
	return send("/epayment/v1/payments", `{"reference": "`+ref+`", "userFlow": "WEB_REDIRECT", "profile": {"scope": "name address email phoneNumber"}, "shipping": {"fixedOptions": []}}`) // want `shipping has neither`
}

func null(ref string) error {
	return send("/epayment/v1/payments", `{"reference": "`+ref+`", "userFlow": "WEB_REDIRECT", "profile": {"scope": "name"}, "shipping": null}`)
}

func both(ref, options string) error {
	return send("/epayment/v1/payments", `{"reference": "`+ref+`", "profile": {"scope": "name address email phoneNumber"}, "shipping": {"fixedOptions": [{"type": "MAILBOX"}], "dynamicOptions": {"callbackUrl": "https://shop.example/shipping"}}}`) // want `shipping has both`
}

func options(ref, options string) error {
	return send("/epayment/v1/payments", `{"reference": "`+ref+`", "profile": {"scope": "name address email phoneNumber"}, "shipping": `+options+`}`)
}

// What is inserted may hold fields of its own.
func inserted(ref, more string) error {
	return send("/epayment/v1/payments", `{"reference": "`+ref+`", `+more+` "shipping": {"fixedOptions": [{"type": "MAILBOX"}]}}`)
}

func ecom(id string) error {
	return send("/ecomm/v2/payments", fmt.Sprintf(`{"merchantInfo": {"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment", "shippingDetailsPrefix": "https://shop.example"}, "transaction": {"orderId": %q, "amount": %d}}`, id, 34900)) // want `without merchantInfo.consentRemovalPrefix`
}

func ecomRight(id string) error {
	return send("/ecomm/v2/payments", fmt.Sprintf(`{"merchantInfo": {"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment", "consentRemovalPrefix": "https://shop.example", "shippingDetailsPrefix": "https://shop.example"}, "transaction": {"orderId": %q, "amount": %d}}`, id, 34900))
}

func ecomPrefix(id, consent string) error {
	return send("/ecomm/v2/payments", fmt.Sprintf(`{"merchantInfo": {"merchantSerialNumber": "123456", "paymentType": "eComm Express Payment", "consentRemovalPrefix": "%s", "shippingDetailsPrefix": "https://shop.example"}, "transaction": {"orderId": %q, "amount": %d}}`, consent, id, 34900))
}
