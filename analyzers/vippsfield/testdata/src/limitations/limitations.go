// Package limitations has what is known and not found.
package limitations

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type create struct {
	Reference string `json:"reference"`
	UserFlow  string `json:"userFlow"`
}

func send(method, path string, body any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, bytes.NewReader(raw))
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

// One of two ways is right; the other may never be taken.
func Either(app bool) error {
	flow := "REDIRECTING"
	if app {
		flow = "QR"
	}
	return send("POST", "/epayment/v1/payments", create{"order-0001", flow})
}

// A parameter with a default is not followed to the callers.
func simple(flow string) error {
	if flow == "" {
		flow = "QR"
	}
	return send("POST", "/epayment/v1/payments", create{"order-0001", flow})
}

func Default() error { return simple("WEB_REDIRET") }

// Two words of an enum in one text are not looked into.
func Put(part string) error {
	return send("POST", "/epayment/v1/payments", create{"order-0001", "WEBB_" + part})
}
