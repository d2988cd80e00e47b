// Package sinkmap reaches an amount's place in nested maps.
package sinkmap

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

func Literal(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": kr * 100}, // want `modificationAmount.value dynamic float NOK`
	})
}

func LiteralRight(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": math.Round(kr * 100)}, // want `modificationAmount.value dynamic whole NOK`
	})
}

func Assigned(ref string, kr float64) error {
	m := map[string]any{}
	m["value"] = int64(kr * 100) // want `modificationAmount.value dynamic truncated EUR`
	m["currency"] = "EUR"
	body := make(map[string]any)
	body["modificationAmount"] = m
	return send(capturePath(ref), body)
}

func Asserted(ref string, kr float64) error {
	body := map[string]any{"modificationAmount": map[string]any{"currency": "NOK"}}
	body["modificationAmount"].(map[string]any)["value"] = kr * 100 // want `modificationAmount.value dynamic float NOK`
	return send(capturePath(ref), body)
}

func AssertedRight(ref string, kr float64) error {
	body := map[string]any{"modificationAmount": map[string]any{"currency": "NOK"}}
	body["modificationAmount"].(map[string]any)["value"] = int64(math.Round(kr * 100)) // want `modificationAmount.value dynamic clean NOK`
	return send(capturePath(ref), body)
}

type H map[string]any

func NamedMap(ref string, kr float64) error {
	return send(capturePath(ref), H{"modificationAmount": H{"currency": "NOK", "value": kr * 100}}) // want `modificationAmount.value dynamic float NOK`
}

func IntMap(ref string, kr float64) error {
	return send(capturePath(ref), map[string]map[string]int64{"modificationAmount": {"value": int64(kr * 100)}}) // want `modificationAmount.value dynamic truncated`
}

func FloatMap(ref string, kr float64) error {
	return send(capturePath(ref), map[string]map[string]float64{"modificationAmount": {"value": kr * 100}}) // want `modificationAmount.value dynamic float`
}

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type floatAmount struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `field modificationAmount.value float64`
}

func StructMap(ref string, kr float64) error {
	return send(capturePath(ref), map[string]amount{"modificationAmount": {"NOK", int64(kr * 100)}}) // want `modificationAmount.value typed truncated NOK`
}

func StructInAny(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": floatAmount{"NOK", kr * 100}}) // want `modificationAmount.value typed float NOK`
}

func PointerInAny(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": &amount{"NOK", int64(math.Round(kr * 100))}}) // want `modificationAmount.value typed clean NOK`
}

func Lists(kr float64) error {
	return send("/checkout/v3/session", map[string]any{
		"transaction": map[string]any{"amount": map[string]any{"currency": "NOK", "value": 19900}}, // want `transaction.amount.value dynamic clean NOK`
		"logistics": map[string]any{"fixedOptions": []map[string]any{
			{"amount": map[string]any{"currency": "NOK", "value": kr * 100}}, // want `logistics.fixedOptions\[\].amount.value dynamic float NOK`
		}},
	})
}

func AnyLists(prices []float64) error {
	var options []any
	for _, kr := range prices {
		options = append(options, map[string]any{"amount": map[string]any{"currency": "NOK", "value": kr * 100}}) // want `logistics.fixedOptions\[\].amount.value dynamic float NOK`
	}
	return send("/checkout/v3/session", map[string]any{"logistics": map[string]any{"fixedOptions": options}})
}

func nok(kr float64) map[string]any {
	return map[string]any{"currency": "NOK", "value": kr * 100} // want `modificationAmount.value dynamic float NOK`
}

func rounded(kr float64) map[string]any {
	return map[string]any{"currency": "NOK", "value": int64(math.Round(kr * 100))} // want `modificationAmount.value dynamic clean NOK`
}

func Helper(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": nok(kr)})
}

func HelperRight(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": rounded(kr)})
}

// captureAmount is given a part of the body.
func captureAmount(ref string, amount map[string]any) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": amount})
}

func Part(ref string, kr float64) error {
	return captureAmount(ref, map[string]any{"currency": "NOK", "value": kr * 100}) // want `modificationAmount.value dynamic float NOK`
}

func PartRight(ref string, ore int64) error {
	return captureAmount(ref, map[string]any{"currency": "NOK", "value": ore}) // want `modificationAmount.value dynamic param NOK`
}

// captureAny is given a part of the body of which not even the type is known.
func captureAny(ref string, amount any) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": amount})
}

func throughAny(ref string, amount any) error { return captureAny(ref, amount) }

func PartAny(ref string, kr float64) error {
	return throughAny(ref, map[string]any{"currency": "NOK", "value": kr * 100}) // want `modificationAmount.value dynamic float NOK`
}

func PartStruct(ref string, kr float64) error {
	return throughAny(ref, amount{"NOK", int64(kr * 100)}) // want `modificationAmount.value typed truncated NOK`
}

func PartStructRight(ref string, kr float64) error {
	return throughAny(ref, amount{"NOK", int64(math.Round(kr * 100))}) // want `modificationAmount.value typed clean NOK`
}

// captureValue is given the value alone.
func captureValue(ref string, value any) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": value}})
}

func Value(ref string, kr float64) error {
	return captureValue(ref, kr*100) // want `modificationAmount.value dynamic float NOK`
}

func ValueRight(ref string, kr float64) error {
	return captureValue(ref, math.Round(kr*100)) // want `modificationAmount.value dynamic whole NOK`
}

// OtherKeys are no amounts.
func OtherKeys(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "Value": kr * 100, "vat": kr * 25},
		"value":              kr * 100,
		"amount":             kr * 100,
	})
}

// Elsewhere is nobody's business.
func Elsewhere(kr float64) error {
	raw, err := json.Marshal(map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": kr * 100}})
	if err != nil {
		return err
	}
	_, err = http.Post("https://books.example/v1/captures", "application/json", bytes.NewReader(raw))
	return err
}

// Replaced puts a whole number over a float.
func Replaced(ref string, kr float64) error {
	body := map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": kr}} // want `modificationAmount.value dynamic clean NOK`
	body["modificationAmount"].(map[string]any)["value"] = int64(math.Round(kr * 100))
	return send(capturePath(ref), body)
}
