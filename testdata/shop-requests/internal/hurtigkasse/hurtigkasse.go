// Package hurtigkasse starts express payments.
package hurtigkasse

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}
type method struct {
	Type string `json:"type"`
}
type profile struct {
	Scope string `json:"scope"`
}
type option struct {
	ID        string `json:"id"`
	Amount    amount `json:"amount"`
	Name      string `json:"name"`
	IsDefault bool   `json:"isDefault"`
}
type group struct {
	Type    string   `json:"type"`
	Brand   string   `json:"brand"`
	Options []option `json:"options"`
}
type dynamic struct {
	CallbackURL   string `json:"callbackUrl"`
	CallbackToken string `json:"callbackAuthorizationToken"`
}
type shipping struct {
	FixedOptions   []group  `json:"fixedOptions,omitempty"`
	DynamicOptions *dynamic `json:"dynamicOptions,omitempty"`
}
type payment struct {
	Amount        amount    `json:"amount"`
	PaymentMethod method    `json:"paymentMethod"`
	Reference     string    `json:"reference"`
	UserFlow      string    `json:"userFlow"`
	ReturnURL     string    `json:"returnUrl"`
	Profile       *profile  `json:"profile,omitempty"`
	Shipping      *shipping `json:"shipping,omitempty"`
}

func send(path string, v any, key string) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "https://api.vipps.no"+path, bytes.NewReader(b))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return nil
}

var post = []group{{Type: "MAILBOX", Brand: "POSTEN", Options: []option{{ID: "a", Name: "Posten", Amount: amount{"NOK", 4900}}}}}

func base(ref string, ore int64) payment {
	return payment{Amount: amount{"NOK", ore}, PaymentMethod: method{"WALLET"}, Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://nordbutikk.no/takk"}
}

func Full(ref string, ore int64) error {
	p := base(ref, ore)
	p.Profile = &profile{"name address email phoneNumber"}
	p.Shipping = &shipping{FixedOptions: post}
	return send("/epayment/v1/payments", p, ref)
}

func Three(ref string, ore int64) error {
	return send("/epayment/v1/payments", payment{
		Amount: amount{"NOK", ore}, PaymentMethod: method{"WALLET"}, Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://nordbutikk.no/takk",
		Profile:  &profile{Scope: "name email phoneNumber"}, // want:vippsexpress/incomplete
		Shipping: &shipping{FixedOptions: post},
	}, ref)
}

func Both(ref string, ore int64) error {
	return send("/epayment/v1/payments", payment{ // want:vippsexpress/incomplete
		Amount: amount{"NOK", ore}, PaymentMethod: method{"WALLET"}, Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://nordbutikk.no/takk",
		Profile:  &profile{Scope: "name address email phoneNumber"},
		Shipping: &shipping{FixedOptions: post, DynamicOptions: &dynamic{"https://nordbutikk.no/frakt", ref}},
	}, ref)
}

func None(ref string, ore int64) error {
	return send("/epayment/v1/payments", payment{ // want:vippsexpress/incomplete
		Amount: amount{"NOK", ore}, PaymentMethod: method{"WALLET"}, Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://nordbutikk.no/takk",
		Profile:  &profile{Scope: "name address email phoneNumber"},
		Shipping: &shipping{},
	}, ref)
}

// sharing of the profile, no express
func Profile(ref string, ore int64) error {
	return send("/epayment/v1/payments", payment{
		Amount: amount{"NOK", ore}, PaymentMethod: method{"WALLET"}, Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://nordbutikk.no/takk",
		Profile: &profile{Scope: "name email"},
	}, ref)
}

func NoScope(ref string, ore int64) error {
	return send("/epayment/v1/payments", payment{ // want:vippsexpress/incomplete
		Amount: amount{"NOK", ore}, PaymentMethod: method{"WALLET"}, Reference: ref, UserFlow: "WEB_REDIRECT", ReturnURL: "https://nordbutikk.no/takk",
		Shipping: &shipping{FixedOptions: post},
	}, ref)
}

func Given(ref string, ore int64, s *shipping) error {
	p := base(ref, ore)
	p.Profile = &profile{"phoneNumber email address name"}
	p.Shipping = s
	return send("/epayment/v1/payments", p, ref)
}

func MapForm(ref string, ore int64) error {
	return send("/epayment/v1/payments", map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": ore},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     ref,
		"userFlow":      "WEB_REDIRECT",
		"returnUrl":     "https://nordbutikk.no/takk",
		"profile":       map[string]any{"scope": "name address email"}, // want:vippsexpress/incomplete
		"shipping":      map[string]any{"dynamicOptions": map[string]any{"callbackUrl": "https://nordbutikk.no/frakt"}},
	}, ref)
}

type merchantInfo struct {
	MSN       string `json:"merchantSerialNumber"`
	Callback  string `json:"callbackPrefix"`
	FallBack  string `json:"fallBack"`
	Consent   string `json:"consentRemovalPrefix,omitempty"`
	Shipping  string `json:"shippingDetailsPrefix,omitempty"`
	Type      string `json:"paymentType,omitempty"`
	AuthToken string `json:"authToken,omitempty"`
}
type customer struct {
	Mobile string `json:"mobileNumber,omitempty"`
}
type transaction struct {
	Amount   int64  `json:"amount"`
	OrderID  string `json:"orderId"`
	Text     string `json:"transactionText"`
	Explicit bool   `json:"useExplicitCheckoutFlow,omitempty"`
}
type ecom struct {
	MerchantInfo merchantInfo `json:"merchantInfo"`
	CustomerInfo customer     `json:"customerInfo"`
	Transaction  transaction  `json:"transaction"`
}

func Ecom(msn, id string, ore int64) error {
	return send("/ecomm/v2/payments", ecom{
		MerchantInfo: merchantInfo{MSN: msn, Callback: "https://nordbutikk.no/vipps", FallBack: "https://nordbutikk.no/takk", Type: "eComm Express Payment",
			Consent: "https://nordbutikk.no/vipps", Shipping: "https://nordbutikk.no/vipps"},
		Transaction: transaction{Amount: ore, OrderID: id, Text: "Handlekurv", Explicit: true},
	}, id)
}

func EcomNoConsent(msn, id string, ore int64) error {
	return send("/ecomm/v2/payments", ecom{
		MerchantInfo: merchantInfo{MSN: msn, Callback: "https://nordbutikk.no/vipps", FallBack: "https://nordbutikk.no/takk", Type: "eComm Express Payment", // want:vippsexpress/incomplete
			Shipping: "https://nordbutikk.no/vipps"},
		Transaction: transaction{Amount: ore, OrderID: id, Text: "Handlekurv", Explicit: true},
	}, id)
}

func EcomNoShipping(msn, id string, ore int64) error {
	return send("/ecomm/v2/payments", ecom{
		MerchantInfo: merchantInfo{MSN: msn, Callback: "https://nordbutikk.no/vipps", FallBack: "https://nordbutikk.no/takk", Type: "eComm Express Payment", // want:vippsexpress/incomplete
			Consent: "https://nordbutikk.no/vipps"},
		Transaction: transaction{Amount: ore, OrderID: id, Text: "Handlekurv", Explicit: true},
	}, id)
}

func EcomRegular(msn, id string, ore int64) error {
	return send("/ecomm/v2/payments", ecom{
		MerchantInfo: merchantInfo{MSN: msn, Callback: "https://nordbutikk.no/vipps", FallBack: "https://nordbutikk.no/takk", Type: "eComm Regular Payment"},
		Transaction:  transaction{Amount: ore, OrderID: id, Text: "Handlekurv"},
	}, id)
}
