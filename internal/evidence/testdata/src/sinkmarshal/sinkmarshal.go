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
