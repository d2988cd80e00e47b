// Package sinkraw has raw messages and json.Number at an amount's place.
package sinkraw

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"os"
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

type capture struct {
	ModificationAmount json.RawMessage `json:"modificationAmount"`
}

type amount struct {
	Currency string          `json:"currency"`
	Value    json.RawMessage `json:"value"`
}

type numbered struct {
	ModificationAmount struct {
		Currency string      `json:"currency"`
		Value    json.Number `json:"value"`
	} `json:"modificationAmount"`
}

func Body(ref string, kr float64) error {
	return send(capturePath(ref), json.RawMessage(fmt.Sprintf(`{"modificationAmount":{"currency":"NOK","value":%v}}`, kr*100))) // want `modificationAmount.value text %v float NOK`
}

func BodyPointer(ref string, kr float64) error {
	raw := json.RawMessage(`{"modificationAmount":{"currency":"NOK","value":` + strconv.Itoa(int(kr*100)) + `}}`) // want `modificationAmount.value text %d truncated NOK`
	return send(capturePath(ref), &raw)
}

func Field(ref string, kr float64) error {
	return send(capturePath(ref), capture{json.RawMessage(fmt.Sprintf(`{"currency":"NOK","value":%v}`, kr*100))}) // want `modificationAmount.value dynamic %v float NOK`
}

func FieldRight(ref string, kr float64) error {
	return send(capturePath(ref), capture{json.RawMessage(fmt.Sprintf(`{"currency":"NOK","value":%v}`, int64(math.Round(kr*100))))}) // want `modificationAmount.value dynamic %v clean NOK`
}

func Concatenated(ref string, kr float64) error {
	return send(capturePath(ref), capture{json.RawMessage(`{"currency":"NOK","value":` + strconv.FormatFloat(kr*100, 'f', 1, 64) + `}`)}) // want `modificationAmount.value dynamic %.1f float NOK`
}

func Value(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": amount{"NOK", json.RawMessage(fmt.Sprintf("%v", kr*100))}, // want `modificationAmount.value dynamic %v float NOK`
	})
}

func Entry(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": json.RawMessage(fmt.Sprint(kr * 100))}, // want `modificationAmount.value dynamic %v float NOK`
	})
}

func RawMap(ref string, kr float64) error {
	return send(capturePath(ref), map[string]json.RawMessage{
		"modificationAmount": json.RawMessage(fmt.Sprintf(`{"value":%d,"currency":"NOK"}`, int(kr*100))), // want `modificationAmount.value dynamic %d truncated NOK`
	})
}

func Marshalled(ref string, kr float64) error {
	raw, err := json.Marshal(map[string]any{"currency": "NOK", "value": kr * 100}) // want `modificationAmount.value dynamic float NOK`
	if err != nil {
		return err
	}
	return send(capturePath(ref), capture{raw})
}

func Number(ref string, kr float64) error {
	var body numbered
	body.ModificationAmount.Currency = "NOK"
	body.ModificationAmount.Value = json.Number(fmt.Sprintf("%.2f", kr*100)) // want `modificationAmount.value dynamic %.2f float NOK`
	return send(capturePath(ref), body)
}

func NumberRight(ref string, kr float64) error {
	var body numbered
	body.ModificationAmount.Value = json.Number(strconv.FormatInt(int64(math.Round(kr*100)), 10)) // want `modificationAmount.value dynamic %d clean`
	return send(capturePath(ref), body)
}

func NumberEntry(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": json.Number(strconv.FormatFloat(kr*100, 'f', -1, 64))}, // want `modificationAmount.value dynamic %v float NOK`
	})
}

func number(kr float64) json.Number {
	return json.Number(strconv.FormatFloat(kr*100, 'f', 2, 64)) // want `modificationAmount.value dynamic %.2f float NOK`
}

func NumberHelper(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{
		"modificationAmount": map[string]any{"currency": "NOK", "value": number(kr)},
	})
}

func captureRaw(ref string, amount json.RawMessage) error {
	return send(capturePath(ref), capture{amount})
}

func PassedRaw(ref string, kr float64) error {
	return captureRaw(ref, json.RawMessage(fmt.Sprintf(`{"currency":"NOK","value":%v}`, kr*100))) // want `modificationAmount.value dynamic %v float NOK`
}

func PassedRawRight(ref string, ore int64) error {
	return captureRaw(ref, json.RawMessage(fmt.Sprintf(`{"currency":"NOK","value":%v}`, ore))) // want `modificationAmount.value dynamic %v param NOK`
}

// Other raw parts are no amounts.
func Other(ref string, kr float64) error {
	return send(capturePath(ref), capture{json.RawMessage(fmt.Sprintf(`{"currency":"NOK","value":1990,"note":%v}`, kr))})
}

type answer struct {
	Amount readAmount `json:"amount"`
}

type readAmount struct {
	Currency string      `json:"currency"`
	Value    json.Number `json:"value"`
}

// Again sends what was read, as it is.
func Again(ref string, raw []byte) error {
	var in answer
	if err := json.Unmarshal(raw, &in); err != nil {
		return err
	}
	return send(capturePath(ref), map[string]readAmount{"modificationAmount": in.Amount})
}

// Environment is a number of which nobody knows how it is written.
func Environment(ref string) error {
	return send(capturePath(ref), json.RawMessage(`{"modificationAmount":{"currency":"NOK","value":`+os.Getenv("ORE")+`}}`))
}
