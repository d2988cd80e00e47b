// Package fix has mistakes with one right answer.
package fix

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

type create struct {
	Ref       string `json:"Reference" xml:"ref"` // want `has no field Reference; it is reference`
	UserFlow  string `json:"userFlow"`
	ReturnUrl string // want `has no field ReturnUrl; it is returnUrl`
}

type hook struct {
	URL    string   `json:"url"`
	Events []string `json:"events"`
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

func Pay() error {
	return errors.Join(
		send("POST", "/epayment/v1/payments", create{UserFlow: "WEB-REDIRECT", ReturnUrl: "https://shop.example"}), // want `write "WEB_REDIRECT"`
		send("POST", "/epayment/v1/payments", create{UserFlow: "qr"}),                                              // want `write "QR"`
		send("POST", "/webhooks/v1/webhooks", hook{URL: "http://shop.example/hook"}),                               // want `write "https://shop.example/hook"`
		send("POST", "/webhooks/v1/webhooks", map[string]any{
			"url": `http://shop.example/hook`, // want `write "https://shop.example/hook"`
		}),
	)
}
