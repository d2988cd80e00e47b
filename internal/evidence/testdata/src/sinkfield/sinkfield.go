// Package sinkfield has fields of float types at an amount's place.
package sinkfield

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"

	"sinkpkg/bodies"
	"sinkpkg/known"
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
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `field modificationAmount.value float64`
}

type capture struct {
	ModificationAmount *amount `json:"modificationAmount"`
}

func Capture(ref string, whole float64) error {
	return send(capturePath(ref), capture{&amount{"NOK", whole}}) // want `modificationAmount.value typed param NOK`
}

func CaptureAgain(ref string, whole float64) error {
	return send(capturePath(ref), &capture{&amount{"NOK", whole}}) // want `modificationAmount.value typed param NOK`
}

// Kroner is a float by another name.
type Kroner float32

type named struct {
	ModificationAmount struct {
		Value *Kroner `json:"value"` // want `field modificationAmount.value \*sinkfield.Kroner`
	} `json:"modificationAmount"`
}

func Named(ref string, kr Kroner) error {
	var body named
	body.ModificationAmount.Value = &kr
	return send(capturePath(ref), body) // want `modificationAmount.value typed param`
}

type inner struct {
	Value float64 `json:"value"` // want `field modificationAmount.value float64`
}

type embedding struct {
	ModificationAmount struct{ inner } `json:"modificationAmount"`
}

func Embedded(ref string, kr float64) error {
	var body embedding
	body.ModificationAmount.Value = kr
	return send(capturePath(ref), body) // want `modificationAmount.value typed param`
}

type money[T any] struct {
	Currency string `json:"currency"`
	Value    T      `json:"value"` // want `field modificationAmount.value float64`
}

type wrapped[T any] struct {
	ModificationAmount T `json:"modificationAmount"`
}

func Generic(ref string, kr float64) error {
	return send(capturePath(ref), wrapped[money[float64]]{money[float64]{"NOK", kr}}) // want `modificationAmount.value typed param NOK`
}

func GenericRight(ref string, ore int64) error {
	return send(capturePath(ref), wrapped[money[int64]]{money[int64]{"NOK", ore}}) // want `modificationAmount.value typed param NOK`
}

// Local is known by its names alone, and sent by others.
type Local struct {
	PaymentMethod struct {
		Type string `json:"type"`
	} `json:"paymentMethod"`
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
	Amount    struct {
		Value float64 `json:"value"` // want `field amount.value float64`
	} `json:"amount"`
}

// A struct of another package that knows nothing of Vipps.
func Foreign(ref string, kr float64) error {
	return send(capturePath(ref), bodies.Capture{ModificationAmount: bodies.Amount{Currency: "NOK", Value: kr}}) // want `modificationAmount.value typed param NOK` `field modificationAmount.value float64`
}

// ForeignAgain sends the same field, which is reported once.
func ForeignAgain(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": bodies.Amount{Currency: "NOK", Value: kr}}) // want `modificationAmount.value typed param NOK`
}

// Declared sends a field that its own package reports.
func Declared(ref string, kr float64) error {
	return send("/epayment/v1/payments", &known.Create{Amount: known.Amount{Value: kr}}) // want `^amount.value typed param$`
}

// answer comes in.
type answer struct {
	Aggregate struct {
		CapturedAmount struct {
			Value float64 `json:"value"`
		} `json:"capturedAmount"`
	} `json:"aggregate"`
	ModificationAmount struct {
		Value float64 `json:"value"`
	} `json:"modificationAmount"`
}

func Read(ref string) (float64, error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return 0, errors.New(resp.Status)
	}
	var a answer
	err = json.NewDecoder(resp.Body).Decode(&a)
	return a.Aggregate.CapturedAmount.Value, err
}

// invoice goes elsewhere.
type invoice struct {
	ModificationAmount struct {
		Value float64 `json:"value"`
	} `json:"modificationAmount"`
}

func Book(kr float64) error {
	var body invoice
	body.ModificationAmount.Value = kr
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	_, err = http.Post("https://books.example/invoices", "application/json", bytes.NewReader(raw))
	return err
}
