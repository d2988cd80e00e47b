// Package sinklimits puts floats at amounts' places in ways that are not seen,
// each with the reason.
package sinklimits

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"text/template"

	"sinkpkg/kroner"
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

// Marshaler is of a type whose method stands in another package, and no fact
// tells what it writes.
func Marshaler(ref string, kr float64) error {
	return send(capturePath(ref), map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": kroner.Kroner(kr)}})
}

type option func(map[string]any)

func withAmount(kr float64) option {
	return func(m map[string]any) { m["modificationAmount"] = map[string]any{"currency": "NOK", "value": kr * 100} }
}

// Options are called in a loop: what each does to the map is not followed.
func Options(ref string, opts ...option) error {
	body := map[string]any{}
	for _, o := range opts {
		o(body)
	}
	return send(capturePath(ref), body)
}

var conditional = template.Must(template.New("").Parse(`{"modificationAmount":{"currency":"NOK","value":{{if .Kr}}{{.Kr}}{{end}}}}`))

// Condition has a template with more than fields and texts.
func Condition(ref string, kr float64) error {
	var buf bytes.Buffer
	if err := conditional.Execute(&buf, struct{ Kr float64 }{kr * 100}); err != nil {
		return err
	}
	return sendText(capturePath(ref), buf.Bytes())
}

// Loop writes the text piece by piece: how often is not known.
func Loop(prices []float64) error {
	var b strings.Builder
	b.WriteString(`[`)
	for i, kr := range prices {
		if i > 0 {
			b.WriteString(`,`)
		}
		fmt.Fprintf(&b, `{"agreementId":"agr_1","amount":%v}`, kr*100)
	}
	b.WriteString(`]`)
	return sendText("/recurring/v3/agreements/charges", []byte(b.String()))
}

// Copied goes entry by entry into another map, under keys that are no constants.
func Copied(ref string, kr float64) error {
	amount := map[string]any{}
	for k, v := range map[string]any{"currency": "NOK", "value": kr * 100} {
		amount[k] = v
	}
	return send(capturePath(ref), map[string]any{"modificationAmount": amount})
}

var _ = withAmount(1)
