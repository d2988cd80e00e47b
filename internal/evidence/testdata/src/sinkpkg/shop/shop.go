// Package shop knows the client and the helpers.
package shop

import (
	"encoding/json"
	"fmt"
	"math"

	"sinkpkg/bodies"
	"sinkpkg/client"
	"sinkpkg/money"
)

func Part(ref string, kr float64) error {
	return client.Capture(ref, map[string]any{"currency": "NOK", "value": kr * 100}) // want `modificationAmount.value dynamic float NOK`
}

func PartRight(ref string, kr float64) error {
	return client.Capture(ref, map[string]any{"currency": "NOK", "value": math.Round(kr * 100)}) // want `modificationAmount.value dynamic whole NOK`
}

func AnyPart(ref string, kr float64) error {
	return client.CaptureAny(ref, map[string]any{"currency": "NOK", "value": kr * 100}) // want `modificationAmount.value dynamic float NOK`
}

func AnyStruct(ref string, kr float64) error {
	return client.CaptureAny(ref, client.Amount{Currency: "NOK", Value: int64(kr * 100)}) // want `modificationAmount.value typed truncated NOK`
}

func Text(ref string, kr float64) error {
	return client.CaptureText(ref, fmt.Sprintf("%.2f", kr*100)) // want `modificationAmount.value text %.2f float NOK`
}

func TextHelper(ref string, kr float64) error {
	return client.CaptureText(ref, money.Kr(kr*100)) // want `modificationAmount.value text %.2f float NOK`
}

func Raw(ref string, kr float64) error {
	return client.CaptureRaw(ref, json.RawMessage(fmt.Sprintf(`{"currency":"NOK","value":%v}`, kr*100))) // want `modificationAmount.value dynamic %v float NOK`
}

func Amount(ref string, kr float64) error {
	return client.CaptureAmount(ref, client.Amount{Currency: "NOK", Value: int64(kr * 100)}) // want `modificationAmount.value typed truncated NOK`
}

func In(ref string, kr float64) error {
	return client.CaptureIn(ref, int64(kr*100), "EUR") // want `modificationAmount.value typed truncated EUR`
}

func NOK(ref string, kr float64) error {
	return client.CaptureNOK(ref, int64(kr*100)) // want `modificationAmount.value typed truncated NOK`
}

func Body(ref string, kr float64) error {
	return client.Raw("/epayment/v1/payments/"+ref+"/capture", map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": kr * 100}, // want `modificationAmount.value dynamic float NOK`
	})
}

func Made(ref string, kr float64) error {
	return client.Raw("/epayment/v1/payments/"+ref+"/capture", map[string]any{"modificationAmount": bodies.NOK(kr)}) // want `modificationAmount.value typed truncated`
}

func MadeRight(ref string, kr float64) error {
	return client.Raw("/epayment/v1/payments/"+ref+"/capture", map[string]any{"modificationAmount": bodies.Rounded(kr)}) // want `modificationAmount.value typed unknown`
}

func MadeMap(ref string, kr float64) error {
	return client.CaptureAny(ref, bodies.Map(kr)) // want `modificationAmount.value dynamic float`
}

func MadeIntMap(ref string, kr float64) error {
	return client.Raw("/epayment/v1/payments/"+ref+"/capture", map[string]any{"modificationAmount": bodies.IntMap(kr)}) // want `modificationAmount.value dynamic truncated`
}

func MadeMapRight(ref string, kr float64) error {
	return client.Raw("/epayment/v1/payments/"+ref+"/capture", map[string]any{"modificationAmount": bodies.RoundedMap(kr)}) // want `modificationAmount.value dynamic unknown|whole`
}
