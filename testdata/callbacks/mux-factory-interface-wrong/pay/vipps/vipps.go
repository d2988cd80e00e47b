// Package vipps is Vipps as a provider.
package vipps

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

type Auth struct{ Bearer, SubKey, Serial, Callback string }

type Vipps struct {
	root string
	auth Auth
	cl   *http.Client
}

func New(root string, auth Auth) *Vipps {
	return &Vipps{root, auth, &http.Client{Timeout: 15 * time.Second}}
}

const body = `{
 "merchantInfo": {"merchantSerialNumber": %q, "callbackPrefix": "https://fiskebilen.example/vipps", "fallBack": "https://fiskebilen.example/kvittering/%s", "authToken": %q},
 "customerInfo": {},
 "transaction": {"orderId": %q, "amount": %d, "transactionText": "Fersk fisk"}
}`

func (v *Vipps) Begin(ctx context.Context, id string, minor int) (string, error) {
	text := fmt.Sprintf(body, v.auth.Serial, id, v.auth.Callback, id, minor)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, v.root+"/ecomm/v2/payments", strings.NewReader(text))
	if err != nil {
		return "", err
	}
	var answer struct {
		URL string `json:"url"`
	}
	if err := v.roundtrip(req, &answer); err != nil {
		return "", err
	}
	return answer.URL, nil
}

func (v *Vipps) roundtrip(req *http.Request, answer any) error {
	req.Header.Set("Authorization", "Bearer "+v.auth.Bearer)
	req.Header.Set("Ocp-Apim-Subscription-Key", v.auth.SubKey)
	req.Header.Set("Content-Type", "application/json")
	resp, err := v.cl.Do(req)
	if err != nil {
		return fmt.Errorf("vipps: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("vipps: %s: %d", req.URL.Path, resp.StatusCode)
	}
	if err := json.NewDecoder(resp.Body).Decode(answer); err != nil {
		return fmt.Errorf("vipps: %w", err)
	}
	return nil
}
