// Package client sends what others give it.
package client

import (
	"bytes"
	"encoding/json"
	"errors"
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

// Capture is given a part of the body as a map.
func Capture(ref string, amount map[string]any) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": amount})
}

// CaptureAny is given a part of the body.
func CaptureAny(ref string, amount any) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": amount})
}

// CaptureText is given the number as it is printed.
func CaptureText(ref, value string) error {
	return sendText(capturePath(ref), []byte(`{"modificationAmount":{"currency":"NOK","value":`+value+`}}`))
}

// CaptureRaw is given a part of the body.
func CaptureRaw(ref string, amount json.RawMessage) error {
	return send(capturePath(ref), map[string]json.RawMessage{"modificationAmount": amount})
}

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

// CaptureAmount is given an amount.
func CaptureAmount(ref string, a Amount) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": a}) // want `modificationAmount.value typed param`
}

// CaptureIn is given an amount and its currency.
func CaptureIn(ref string, ore int64, currency string) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": Amount{currency, ore}}) // want `modificationAmount.value typed param`
}

// CaptureNOK is given an amount.
func CaptureNOK(ref string, ore int64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": Amount{"NOK", ore}}) // want `modificationAmount.value typed param NOK`
}

// Raw sends any body.
func Raw(path string, body any) error { return send(path, body) }
