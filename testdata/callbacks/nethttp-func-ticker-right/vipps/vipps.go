// Package vipps asks for money.
package vipps

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

var base, token, key string

var client = &http.Client{Timeout: 10 * time.Second}

// Setup has to be called first.
func Setup(url, bearer, subscription string) {
	base, token, key = url, bearer, subscription
	if base == "" {
		base = "https://apitest.vipps.no"
	}
}

func send(req *http.Request, want int, out any) error {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != want {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Pay starts a payment and returns where to send the customer.
func Pay(ref string, ore int64, back string) (string, error) {
	body, err := json.Marshal(map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": ore},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     ref,
		"returnUrl":     back,
		"userFlow":      "WEB_REDIRECT",
	})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", strings.NewReader(string(body)))
	if err != nil {
		return "", err
	}
	req.Header.Set("Idempotency-Key", ref)
	var out struct {
		RedirectURL string `json:"redirectUrl"`
	}
	err = send(req, http.StatusCreated, &out)
	return out.RedirectURL, err
}

// State tells how far a payment has come.
func State(ref string) (string, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return "", err
	}
	var out struct {
		State string `json:"state"`
	}
	err = send(req, http.StatusOK, &out)
	return out.State, err
}
