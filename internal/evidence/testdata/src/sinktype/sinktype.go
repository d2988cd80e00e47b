// Package sinktype reaches an amount's place in bodies of Go types.
package sinktype

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
	return sendText(path, raw)
}

func sendText(path string, raw []byte) error {
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", bytes.NewReader(raw))
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

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type capture struct {
	ModificationAmount amount `json:"modificationAmount"`
}

func Named(ref string, kr float64) error {
	return send(capturePath(ref), capture{ModificationAmount: amount{Currency: "NOK", Value: int64(kr * 100)}}) // want `modificationAmount.value typed truncated NOK`
}

func NamedRight(ref string, kr float64) error {
	return send(capturePath(ref), capture{ModificationAmount: amount{Currency: "NOK", Value: int64(math.Round(kr * 100))}}) // want `modificationAmount.value typed clean NOK`
}

func Unkeyed(ref string, kr float64) error {
	return send(capturePath(ref), capture{amount{"NOK", int64(kr * 100)}}) // want `modificationAmount.value typed truncated NOK`
}

func Assigned(ref string, kr float64) error {
	var body capture
	body.ModificationAmount.Value = int64(kr * 100)
	body.ModificationAmount.Currency = "NOK"
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated NOK`
}

func AssignedRight(ref string, kr float64) error {
	var body capture
	body.ModificationAmount.Value = int64(kr * 100)
	body.ModificationAmount.Value = int64(math.Round(kr * 100))
	return send(capturePath(ref), &body) // want `modificationAmount.value typed clean`
}

func Operator(ref string, kr, tip float64) error {
	body := capture{amount{Currency: "NOK"}}
	body.ModificationAmount.Value = int64(math.Round(kr * 100))
	body.ModificationAmount.Value += int64(tip * 100)
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated NOK`
}

func OperatorRight(ref string, kr, tip float64) error {
	body := capture{amount{Currency: "NOK"}}
	body.ModificationAmount.Value = int64(math.Round(kr * 100))
	body.ModificationAmount.Value += int64(math.Round(tip * 100))
	return send(capturePath(ref), body) // want `modificationAmount.value typed clean NOK`
}

func Address(ref string, kr float64) error {
	body := capture{}
	p := &body.ModificationAmount
	p.Value = int64(kr * 100)
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated`
}

func setValue(v *int64, kr float64) { *v = int64(kr * 100) }

func setRounded(v *int64, kr float64) { *v = int64(math.Round(kr * 100)) }

func AddressPassed(ref string, kr float64) error {
	body := capture{}
	setValue(&body.ModificationAmount.Value, kr)
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated`
}

func AddressPassedRight(ref string, kr float64) error {
	body := capture{}
	setRounded(&body.ModificationAmount.Value, kr)
	return send(capturePath(ref), body) // want `modificationAmount.value typed clean`
}

func Anonymous(ref string, kr float64) error {
	return send(capturePath(ref), struct { // want `modificationAmount.value typed truncated NOK`
		ModificationAmount struct {
			Value    int    `json:"value"`
			Currency string `json:"currency"`
		} `json:"modificationAmount"`
	}{struct {
		Value    int    `json:"value"`
		Currency string `json:"currency"`
	}{int(kr * 100), "NOK"}})
}

type pointers struct {
	ModificationAmount *pointerAmount `json:"modificationAmount,omitempty"`
}

type pointerAmount struct {
	Value    *int64  `json:"value,omitempty"`
	Currency *string `json:"currency,omitzero"`
}

func Pointer(ref string, kr float64) error {
	ore := int64(kr * 100)
	nok := "NOK"
	return send(capturePath(ref), &pointers{&pointerAmount{&ore, &nok}}) // want `modificationAmount.value typed truncated NOK`
}

func PointerRight(ref string, kr float64) error {
	ore := int64(math.Round(kr * 100))
	return send(capturePath(ref), &pointers{&pointerAmount{Value: &ore}}) // want `modificationAmount.value typed clean`
}

func ptr[T any](v T) *T { return &v }

func PointerOf(ref string, kr float64) error {
	return send(capturePath(ref), pointers{&pointerAmount{Value: ptr(int64(kr * 100))}}) // want `modificationAmount.value typed truncated`
}

type embedded struct{ capture }

type embeddedPointer struct {
	Text string `json:"text"`
	*capture
}

type embeddedTagged struct {
	amount `json:"modificationAmount"`
}

type promoted struct {
	Money struct{ amount } `json:"modificationAmount"`
}

func Embedded(ref string, kr float64) error {
	var body embedded
	body.ModificationAmount.Value = int64(kr * 100)
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated`
}

func EmbeddedPointer(ref string, kr float64) error {
	return send(capturePath(ref), embeddedPointer{capture: &capture{amount{Value: int64(kr * 100)}}}) // want `modificationAmount.value typed truncated`
}

func EmbeddedTagged(ref string, kr float64) error {
	return send(capturePath(ref), embeddedTagged{amount{"NOK", int64(kr * 100)}}) // want `modificationAmount.value typed truncated NOK`
}

func Promoted(ref string, kr float64) error {
	var body promoted
	body.Money.Value = int64(kr * 100)
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated`
}

func PromotedRight(ref string, kr float64) error {
	var body promoted
	body.Money.Value = int64(math.Round(kr * 100))
	return send(capturePath(ref), body) // want `modificationAmount.value typed clean`
}

// hidden has two fields of one name: the nearer one is written.
type hidden struct {
	capture
	ModificationAmount amount `json:"modificationAmount"`
}

func Hidden(ref string, kr float64) error {
	var body hidden
	body.capture.ModificationAmount.Value = int64(kr * 100) // not sent
	body.ModificationAmount.Value = 1990
	return send(capturePath(ref), body) // want `modificationAmount.value typed clean`
}

type other struct {
	ModificationAmount amount `json:"modificationAmount"`
}

// twice has two fields of one name on one level: neither is written.
type twice struct {
	capture
	other
}

func Twice(ref string, kr float64) error {
	var body twice
	body.capture.ModificationAmount.Value = int64(kr * 100)
	return send(capturePath(ref), body)
}

type money[T any] struct {
	Currency string `json:"currency"`
	Value    T      `json:"value"`
}

type request[T any] struct {
	ModificationAmount T `json:"modificationAmount"`
}

func Generic(ref string, kr float64) error {
	return send(capturePath(ref), request[money[int64]]{money[int64]{"NOK", int64(kr * 100)}}) // want `modificationAmount.value typed truncated NOK`
}

func GenericRight(ref string, kr float64) error {
	return send(capturePath(ref), request[money[int64]]{money[int64]{"NOK", int64(math.Round(kr * 100))}}) // want `modificationAmount.value typed clean NOK`
}

func newMoney[T any](v T) money[T] { return money[T]{Currency: "NOK", Value: v} }

func GenericMade(ref string, kr float64) error {
	return send(capturePath(ref), request[money[int]]{newMoney(int(kr * 100))}) // want `modificationAmount.value typed truncated NOK`
}

type option struct {
	Amount amount `json:"amount"`
	Brand  string `json:"brand"`
}

type session struct {
	Transaction struct {
		Amount amount `json:"amount"`
	} `json:"transaction"`
	Logistics struct {
		FixedOptions []option `json:"fixedOptions"`
	} `json:"logistics"`
}

func Elements(kr, express float64) error {
	var body session
	body.Transaction.Amount = amount{"NOK", 19900}
	body.Logistics.FixedOptions = []option{{amount{"NOK", int64(kr * 100)}, "POSTEN"}}
	body.Logistics.FixedOptions = append(body.Logistics.FixedOptions, option{Amount: amount{"NOK", int64(math.Round(express * 100))}})
	return send("/checkout/v3/session", body) // want `transaction.amount.value typed clean NOK` `logistics.fixedOptions\[\].amount.value typed clean\|truncated NOK`
}

func ElementsRight(prices []float64) error {
	var body session
	for _, kr := range prices {
		body.Logistics.FixedOptions = append(body.Logistics.FixedOptions, option{Amount: amount{"NOK", int64(math.Round(kr * 100))}})
	}
	return send("/checkout/v3/session", body) // want `transaction.amount.value typed clean` `logistics.fixedOptions\[\].amount.value typed clean NOK`
}

func Indexed(prices []float64) error {
	var body session
	body.Logistics.FixedOptions = make([]option, len(prices))
	for i, kr := range prices {
		body.Logistics.FixedOptions[i].Amount.Value = int64(kr * 100)
	}
	return send("/checkout/v3/session", body) // want `transaction.amount.value typed clean` `logistics.fixedOptions\[\].amount.value typed clean\|truncated`
}

type arrays struct {
	Logistics struct {
		FixedOptions [2]option `json:"fixedOptions"`
	} `json:"logistics"`
}

func Array(kr float64) error {
	var body arrays
	body.Logistics.FixedOptions[0].Amount.Value = 4900
	body.Logistics.FixedOptions[1].Amount.Value = int64(kr * 100)
	return send("/checkout/v3/session", body) // want `logistics.fixedOptions\[\].amount.value typed clean\|truncated`
}

// root is a body that is a list.
type root []struct {
	AgreementID string `json:"agreementId"`
	Amount      int    `json:"amount"`
}

func List(id string, kr float64) error {
	return send("/recurring/v3/agreements/charges", root{{id, int(kr * 100)}}) // want `\[\].amount typed truncated`
}

type loose struct {
	ModificationAmount any `json:"modificationAmount"`
}

func AnyStruct(ref string, kr float64) error {
	return send(capturePath(ref), loose{amount{"NOK", int64(kr * 100)}}) // want `modificationAmount.value typed truncated NOK`
}

func AnyMap(ref string, kr float64) error {
	return send(capturePath(ref), loose{map[string]any{"currency": "NOK", "value": kr * 100}}) // want `modificationAmount.value dynamic float NOK`
}

type looseAmount struct {
	Currency string `json:"currency"`
	Value    any    `json:"value"`
}

func AnyNumber(ref string, kr float64) error {
	return send(capturePath(ref), loose{&looseAmount{"NOK", kr * 100}}) // want `modificationAmount.value dynamic float NOK`
}

func AnyNumberRight(ref string, kr float64) error {
	return send(capturePath(ref), loose{&looseAmount{"NOK", int64(math.Round(kr * 100))}}) // want `modificationAmount.value dynamic clean NOK`
}

type quoted struct {
	ModificationAmount struct {
		Value int64 `json:"value,string"`
	} `json:"modificationAmount"`
}

func Quoted(ref string, kr float64) error {
	var body quoted
	body.ModificationAmount.Value = int64(kr * 100)
	return send(capturePath(ref), body) // want `modificationAmount.value typed truncated`
}

// notSent has the names in other letters, not exported or left out: nothing of
// it is written at the amount's place.
type notSent struct {
	ModificationAmount struct {
		Value  int64 `json:"Value"`
		value  int64
		Hidden int64 `json:"-"`
		Ore    int64
	} `json:"modificationAmount"`
}

func NotSent(ref string, kr float64) error {
	var body notSent
	body.ModificationAmount.Value = int64(kr * 100)
	body.ModificationAmount.value = int64(kr * 100)
	body.ModificationAmount.Hidden = int64(kr * 100)
	body.ModificationAmount.Ore = int64(kr * 100)
	return send(capturePath(ref), body)
}

// untagged is written by its Go names, which for a v2 price has to be lower
// case; as a local type of a generator it may stand in a map.
type untagged struct{ Price int64 }

func Untagged(id string, kr float64) error {
	return send("/recurring/v2/agreements/"+id, untagged{int64(kr * 100)})
}

// notMoney are numbers that look like amounts.
type notMoney struct {
	Transaction struct {
		Amount  int64  `json:"amount"`
		OrderID string `json:"orderId"`
	} `json:"transaction"`
	MerchantInfo struct {
		StaticShippingDetails []struct {
			Priority     int     `json:"priority"`
			ShippingCost float64 `json:"shippingCost"` // whole kroner
		} `json:"staticShippingDetails"`
	} `json:"merchantInfo"`
}

func NotMoney(kr float64) error {
	var body notMoney
	body.Transaction.Amount = 19900
	body.MerchantInfo.StaticShippingDetails = append(body.MerchantInfo.StaticShippingDetails, struct {
		Priority     int     `json:"priority"`
		ShippingCost float64 `json:"shippingCost"` // whole kroner
	}{int(kr), kr})
	return send("/ecomm/v2/payments", body) // want `transaction.amount typed clean NOK`
}
