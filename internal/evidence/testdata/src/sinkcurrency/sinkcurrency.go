// Package sinkcurrency has currencies beside amounts.
package sinkcurrency

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
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

const euro = "EUR"

type amount struct {
	Value    int64  `json:"value"`
	Currency string `json:"currency"`
}

type body struct {
	ModificationAmount amount `json:"modificationAmount"`
}

func Constant(ref string) error {
	return send(capturePath(ref), body{amount{100, euro}}) // want `modificationAmount.value typed clean EUR`
}

func Configured(ref string) error {
	return send(capturePath(ref), body{amount{100, os.Getenv("CURRENCY")}}) // want `modificationAmount.value typed clean$`
}

func Either(ref string, abroad bool) error {
	currency := "NOK"
	if abroad {
		currency = "EUR"
	}
	return send(capturePath(ref), body{amount{100, currency}}) // want `modificationAmount.value typed clean$`
}

func TypedText(ref string, currency string) error {
	return sendText(capturePath(ref), []byte(fmt.Sprintf(`{"modificationAmount":{"currency":"%s","value":%d}}`, "DKK", 100+len(ref)))) // want `modificationAmount.value text %d clean DKK`
}

func OpenText(ref string, currency string) error {
	return sendText(capturePath(ref), []byte(fmt.Sprintf(`{"modificationAmount":{"currency":"%s","value":%d}}`, currency, 100+len(ref)))) // want `modificationAmount.value text %d clean$`
}

func Lines(options []string) error {
	type option struct {
		Amount amount `json:"amount"`
	}
	var list []option
	for range options {
		list = append(list, option{amount{100, "NOK"}})
	}
	list = append(list, option{amount{100, "EUR"}})
	return send("/checkout/v3/session", map[string]any{"logistics": map[string]any{"fixedOptions": list}}) // want `logistics.fixedOptions\[\].amount.value typed clean$`
}

// eCom knows one currency.
func ECom(order string, ore int64) error {
	return send("/ecomm/v2/payments/"+order+"/capture", map[string]any{
		"transaction": map[string]any{"amount": ore, "transactionText": "Tackk"}, // want `transaction.amount dynamic param NOK`
	})
}
