// Package helpers has the conversion and the request in functions of their own.
package helpers

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"net/http"
)

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type modification struct {
	ModificationAmount amount `json:"modificationAmount"`
}

type api struct{ base string }

func (a api) post(path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("POST", a.base+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func (a api) capture(ref string, ore int64) error {
	return a.post("/epayment/v1/payments/"+ref+"/capture", modification{amount{"NOK", ore}})
}

func (a api) refund(ref string, m modification) error {
	return a.post("/epayment/v1/payments/"+ref+"/refund", m)
}

// toOre is used twice and wrong once.
func toOre(kroner float64) int64 {
	return int64(kroner * 100) // want "cut to whole øre"
}

func nearestOre(kroner float64) int64 {
	return int64(math.Round(kroner * 100))
}

type line struct {
	price float64
	count int
}

func (l line) total() float64 { return l.price * float64(l.count) }

func total(lines []line) (sum float64) {
	for _, l := range lines {
		sum += l.total()
	}
	return sum
}

func Capture(a api, ref string, lines []line) error {
	return a.capture(ref, toOre(total(lines)))
}

func CaptureOne(a api, ref string, l line) error {
	return a.capture(ref, toOre(l.total()))
}

func CaptureNearest(a api, ref string, lines []line) error {
	return a.capture(ref, nearestOre(total(lines)))
}

func CaptureHere(a api, ref string, l line) error {
	return a.capture(ref, int64(l.total()*100)) // want "cut to whole øre"
}

func CaptureWhole(a api, ref string, ore, count int64) error {
	return a.capture(ref, ore*count)
}

func newModification(kroner float64) modification {
	return modification{amount{Currency: "NOK", Value: nearestOre(kroner)}}
}

func Refund(a api, ref string, kroner float64) error {
	return a.refund(ref, newModification(kroner))
}

func newCutModification(kroner float64) modification {
	var m modification
	m.ModificationAmount.Currency = "NOK"
	m.ModificationAmount.Value = int64(kroner * 100) // want "cut to whole øre"
	return m
}

func RefundCut(a api, ref string, kroner float64) error {
	return a.refund(ref, newCutModification(kroner))
}

// Two ways into one request, of which one is wrong.
func Either(a api, ref string, kroner float64, sale bool) error {
	ore := nearestOre(kroner)
	if sale {
		ore = int64(kroner * 0.9 * 100) // want "cut to whole øre"
	}
	return a.capture(ref, ore)
}

// forScreen is not sent to anybody.
func forScreen(kroner float64) int64 { return int64(kroner * 100) }

func Show(kroner float64) int64 { return forScreen(kroner) }

func New() api { return api{base: "https://api.vipps.no"} }
