// Package sinkmarshal has types that write their JSON themselves.
package sinkmarshal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
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

// Kroner is sent as øre, and cut.
type Kroner float64

func (k Kroner) MarshalJSON() ([]byte, error) {
	return []byte(strconv.FormatInt(int64(k*100), 10)), nil // want `modificationAmount.value text %d truncated`
}

// Rounded is sent as øre.
type Rounded float64

func (k Rounded) MarshalJSON() ([]byte, error) {
	return json.Marshal(int64(math.Round(float64(k) * 100)))
}

// Ore is sent as it is.
type Ore float64

func (o Ore) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf("%d", int64(o))), nil
}

// Printed is sent with two decimals.
type Printed struct{ kr float64 }

func (p *Printed) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf("%.2f", p.kr*100)), nil // want `modificationAmount.value text %.2f float`
}

// Named is a text for encoding/json.
type Named struct{ kr float64 }

func (n Named) MarshalText() ([]byte, error) {
	return []byte(fmt.Sprintf("%.2f", n.kr*100)), nil // want `modificationAmount.value text %.2f float`
}

// Money writes the object.
type Money struct {
	Kr float64
}

func (m Money) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"currency": "NOK", "value": m.Kr * 100}) // want `modificationAmount.value dynamic float NOK`
}

type capture[T any] struct {
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    T      `json:"value"`
	} `json:"modificationAmount"`
}

type captureMoney struct {
	ModificationAmount Money `json:"modificationAmount"`
}

func CutInside(ref string, kr Kroner) error {
	var body capture[Kroner]
	body.ModificationAmount.Value = kr
	return send(capturePath(ref), body)
}

func RoundedInside(ref string, kr Rounded) error {
	var body capture[Rounded]
	body.ModificationAmount.Value = kr
	return send(capturePath(ref), body) // want `modificationAmount.value dynamic clean`
}

func CutAsItIs(ref string, kr float64) error {
	var body capture[Ore]
	body.ModificationAmount.Value = Ore(kr * 100)
	return send(capturePath(ref), body) // want `modificationAmount.value typed cut`
}

func AsItIs(ref string, kr float64) error {
	var body capture[Ore]
	body.ModificationAmount.Value = Ore(math.Round(kr * 100))
	return send(capturePath(ref), body) // want `modificationAmount.value typed whole`
}

func PrintedInside(ref string, kr float64) error {
	var body capture[*Printed]
	body.ModificationAmount.Value = &Printed{kr}
	return send(capturePath(ref), body)
}

func TextInside(ref string, kr float64) error {
	var body capture[Named]
	body.ModificationAmount.Value = Named{kr}
	return send(capturePath(ref), body)
}

func Object(ref string, kr float64) error {
	return send(capturePath(ref), captureMoney{Money{kr}})
}

// Kept writes its fields as they are, by a type without the method.
type Kept struct {
	ModificationAmount struct {
		Currency string  `json:"currency"`
		Value    float64 `json:"value"` // want `field modificationAmount.value float64`
	} `json:"modificationAmount"`
}

func (k Kept) MarshalJSON() ([]byte, error) {
	type plain Kept
	return json.Marshal(plain(k))
}

func AsKept(ref string, kr float64) error {
	var body Kept
	body.ModificationAmount.Value = kr * 100
	return send(capturePath(ref), body) // want `modificationAmount.value typed float`
}

// Hidden puts an object in the place of its own field.
type Hidden struct {
	ModificationAmount float64 `json:"modificationAmount"`
}

func (h Hidden) MarshalJSON() ([]byte, error) {
	type plain Hidden
	return json.Marshal(struct {
		plain
		ModificationAmount map[string]any `json:"modificationAmount"`
	}{plain(h), map[string]any{"currency": "NOK", "value": math.Round(h.ModificationAmount * 100)}}) // want `modificationAmount.value dynamic whole NOK`
}

func AsHidden(ref string, kr float64) error {
	return send(capturePath(ref), Hidden{kr})
}

func InAny(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": map[string]any{"value": Rounded(kr)}}) // want `modificationAmount.value dynamic clean`
}
