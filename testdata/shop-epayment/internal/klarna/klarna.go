// Package klarna sells cakes on credit.
package klarna

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"kanelbakeriet.example/butikk/internal/intent"
)

// Open starts a session. Klarna wants whole minor units as well, but that is
// between them and us.
func Open(ctx context.Context, in *intent.Intent, fee float64) (string, error) {
	raw, err := json.Marshal(map[string]any{
		"purchase_country":   "NO",
		"purchase_currency":  in.Total.Currency,
		"order_amount":       in.Total.Value + int64(fee*100),
		"merchant_reference": in.Reference,
	})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.klarna.com/payments/v1/sessions", bytes.NewReader(raw))
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		ClientToken string `json:"client_token"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.ClientToken, err
}
